package nl.meerwaarde.tests.campaign;

import java.util.List;

/** Where servers keep their data. It outlives them. */
interface Store {
    /** As arguments of a server. */
    List<String> settings();

    /** Our tables as the last server left them. No server may be running. */
    DerivedTables tables();
}
