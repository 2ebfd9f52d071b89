package nl.meerwaarde.tests.campaign;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import nl.meerwaarde.tests.support.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A PostgreSQL database.
 *
 * @param database where it is
 */
record PostgresStore(TestDatabase database) implements Store {
    static PostgresStore fresh() {
        return new PostgresStore(TestDatabase.postgres());
    }

    @Override
    public List<String> settings() {
        return database.settings();
    }

    /** PostgreSQL ends what a killed client had begun, a commit for instance, a moment after the client is gone. */
    @Override
    public JdbcTemplate left() {
        await().atMost(Duration.ofSeconds(30)).until(this::isLeftAlone);
        return jdbc();
    }

    /** The tables while servers are running, but nobody sends them anything. */
    DerivedTables sharedTables() {
        return DerivedTables.read(jdbc());
    }

    private boolean isLeftAlone() {
        return Integer.valueOf(0)
                .equals(jdbc().queryForObject(
                                "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
                                Integer.class));
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }
}
