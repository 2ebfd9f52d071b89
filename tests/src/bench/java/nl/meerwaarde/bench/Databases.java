package nl.meerwaarde.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import nl.meerwaarde.tests.support.TestDatabase;
import org.jspecify.annotations.Nullable;

/** Databases in one PostgreSQL with durable commits. */
final class Databases implements AutoCloseable {
    private final EmbeddedPostgres postgres;

    Databases() throws IOException {
        this(Map.of(), null);
    }

    private Databases(Map<String, String> settings, @Nullable String folder) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "4GB");
        settings.forEach(builder::setServerConfig);
        if (folder != null) {
            builder.setDataDirectory(Path.of(folder)).setCleanDataDirectory(false);
        }
        postgres = builder.start();
    }

    /**
     * With other settings.
     *
     * @param folder where the databases stay, or null when they go with the run
     */
    static Databases with(Map<String, String> settings, @Nullable String folder) throws IOException {
        return new Databases(settings, folder);
    }

    /** A database; the one that is there already when it stayed. */
    TestDatabase create(String name) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            boolean isThere;
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                isThere = found.next();
            }
            if (!isThere) {
                statement.execute("create database " + name);
            }
        }
        return TestDatabase.postgres(postgres.getJdbcUrl("postgres", name));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
