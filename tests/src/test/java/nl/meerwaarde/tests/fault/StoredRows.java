package nl.meerwaarde.tests.fault;

import java.util.Map;
import java.util.TreeMap;
import nl.meerwaarde.tests.support.TestServer;
import org.springframework.jdbc.core.JdbcTemplate;

/** How much is stored, whatever it is. */
final class StoredRows {
    private StoredRows() {}

    /** Rows of every table of the server's database, by table. Without the audit trail, which is meant to grow when somebody reads. */
    static Map<String, Long> byTable() {
        JdbcTemplate jdbc = TestServer.jdbc();
        Map<String, Long> rows = new TreeMap<>();
        jdbc.queryForList(
                        "select table_name from information_schema.tables where lower(table_schema) = 'public'"
                                + " and lower(table_name) not like 'mw\\_audit\\_%'",
                        String.class)
                .forEach(table ->
                        rows.put(table, jdbc.queryForObject("select count(*) from \"" + table + "\"", Long.class)));
        return rows;
    }
}
