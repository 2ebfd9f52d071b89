package nl.meerwaarde.tests.campaign;

import java.nio.file.Path;

/** The databases that the server runs on. */
enum StoreKind {
    H2_FILE {
        @Override
        Store fresh(Path folder) {
            return new FileStore(folder.resolve("data"));
        }
    },
    POSTGRESQL {
        @Override
        Store fresh(Path folder) {
            return PostgresStore.fresh();
        }
    };

    /**
     * A store of this kind that holds nothing.
     *
     * @param folder where files may be put
     */
    abstract Store fresh(Path folder);
}
