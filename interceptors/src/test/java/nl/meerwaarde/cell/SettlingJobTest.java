package nl.meerwaarde.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.outcome.SettledFacts;
import nl.meerwaarde.score.ScoreDefinitions;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** On a database of its own, of a server that has no definitions. */
class SettlingJobTest {
    private static final DefinitionSource NONE = new DefinitionSource() {
        @Override
        public <T extends Resource> T read(Class<T> type, String id) {
            throw new AssertionError("Nothing is registered, so nobody looks for " + id);
        }
    };

    private final FactDatabase database = FactDatabase.migrated(
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    private final SettlingJob job = new SettlingJob(
            new SettledFacts(database.jdbc()),
            new ScoreDefinitions(new DefinitionRegister(database.jdbc()), NONE),
            database.oneState(),
            Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC),
            Duration.ofHours(1),
            1);

    @Test
    void aServerWithoutAnythingHasNothingToSettle() {
        assertThatCode(job::run).doesNotThrowAnyException();
        assertThat(rows("mw_settled")).isZero();
    }

    /** Higher is better, and no change counts as more than measurement error. */
    @Test
    void aScoreThatNobodyDefinedIsSettledAllTheSame() {
        change("a", 10, 20);
        change("b", 20, 10);

        job.run();

        assertThat(
                        database.jdbc()
                                .queryForList(
                                        "select n, improved, worsened, beyond_error, reached_mic from mw_settled where stratifier = ''"))
                .singleElement()
                .satisfies(sums ->
                        assertThat(sums.values()).map(String::valueOf).containsExactly("2", "1", "1", "0", "0"));
        assertThat(database.jdbc().queryForObject("select count(*) from mw_change where not settled", Integer.class))
                .isZero();
    }

    private void change(String episode, int before, int after) {
        database.jdbc()
                .update(
                        "insert into mw_change (episode_id, moment, score, model, series, patient_id, pathway, pathway_version, organization_id,"
                                + " index_from, index_to, closes_on, counted, invited, returned, proxy, before_millionths, after_millionths)"
                                + " values (?, 'month-6', 'https://tests.example|gone', '', 7, 'p', 'https://tests.example/pathway', '1', 'o',"
                                + " date '2024-05-03', date '2024-05-03', date '2025-01-01', true, true, true, false, ?, ?)",
                        episode,
                        before * 1_000_000L,
                        after * 1_000_000L);
    }

    private int rows(String table) {
        return database.jdbc().queryForObject("select count(*) from " + table, Integer.class);
    }
}
