package nl.meerwaarde.tests.consent;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.TestServer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every text in the server's database, HAPI's tables too, wherever it stands. */
final class StoredText {
    /** What a search asked for is kept as long as its pages are, and goes by itself. */
    private static final List<String> EXPIRING = List.of("hfj_search", "bt2_");

    /** Who saw what stays. */
    private static final String AUDIT = "mw_audit_";

    private final JdbcTemplate jdbc = TestServer.jdbc();

    /** The columns of tables, besides those of the audit trail, in which a text stands somewhere. */
    List<String> columnsWith(String text) {
        return columns().stream()
                .filter(column -> Stream.concat(EXPIRING.stream(), Stream.of(AUDIT))
                        .noneMatch(column.table().toLowerCase(Locale.ROOT)::startsWith))
                .filter(column -> holds(column, text))
                .map(column -> (column.table() + "." + column.name()).toLowerCase(Locale.ROOT))
                .toList();
    }

    private record Column(String table, String name) {}

    private boolean holds(Column column, String text) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from \"%s\" where \"%s\" like ?)".formatted(column.table(), column.name()),
                Boolean.class,
                "%" + text + "%"));
    }

    private List<Column> columns() {
        return jdbc.query("""
                select c.table_name, c.column_name from information_schema.columns c
                join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
                where t.table_type in ('BASE TABLE') and lower(t.table_schema) = 'public'
                  and lower(c.data_type) in ('character varying', 'text', 'character', 'character large object')
                """, (row, n) -> new Column(row.getString(1), row.getString(2)));
    }
}
