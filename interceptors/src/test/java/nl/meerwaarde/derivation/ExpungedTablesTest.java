package nl.meerwaarde.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.meerwaarde.database.FactDatabase;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Whoever expunges everything leaves nothing about anybody in our tables, in none that a migration adds either. */
class ExpungedTablesTest {
    /** The server's own, and who accessed what: that stays when the data are gone, as who removed them does. */
    private static final Set<String> KEPT = Set.of(
            "mw_secret",
            "mw_schema_history",
            "mw_audit_entry",
            "mw_audit_unsealed",
            "mw_audit_seal",
            "mw_audit_sealed",
            "mw_audit_sealer");

    @Test
    void everyTableIsEmptied() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:expunged;DB_CLOSE_DELAY=-1");
        List<String> tables = FactDatabase.migrated(source)
                .jdbc()
                .queryForList(
                        "select table_name from information_schema.tables where lower(table_name) like 'mw\\_%'",
                        String.class);

        assertThat(ExpungeInterceptor.TABLES)
                .containsExactlyInAnyOrderElementsOf(tables.stream()
                        .map(table -> table.toLowerCase(Locale.ROOT))
                        .filter(table -> !KEPT.contains(table))
                        .toList());
    }
}
