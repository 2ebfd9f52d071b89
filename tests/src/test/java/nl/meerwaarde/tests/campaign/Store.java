package nl.meerwaarde.tests.campaign;

import java.util.List;
import nl.meerwaarde.tests.support.ServerProcess;

/** Where servers keep their data. It outlives them. */
interface Store {
    /** As arguments of a server. */
    List<String> settings();

    /** Starts a server that keeps its data here. As in the other tests it is told that most of its work is to start. */
    default ServerProcess serve() {
        List<String> shortLife = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.timezone=UTC");
        return ServerProcess.delivered("campaign", shortLife, settings());
    }

    /** Our tables as the last server left them. No server may be running. */
    DerivedTables tables();
}
