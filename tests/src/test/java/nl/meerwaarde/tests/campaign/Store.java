package nl.meerwaarde.tests.campaign;

import java.util.List;
import nl.meerwaarde.tests.support.ServerProcess;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where servers keep their data. It outlives them. */
interface Store {
    /** As arguments of a server. */
    List<String> settings();

    /** Starts a server that keeps its data here and asks who it is. As in the other tests it is told that most of its work is to start. */
    default ServerProcess serve() {
        List<String> shortLife = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.timezone=UTC");
        return ServerProcess.inUse("campaign", shortLife, settings());
    }

    /** The database as the last server left it. No server may be running. */
    JdbcTemplate left();

    /** Our tables of derived data in it. */
    default DerivedTables tables() {
        return DerivedTables.read(left());
    }
}
