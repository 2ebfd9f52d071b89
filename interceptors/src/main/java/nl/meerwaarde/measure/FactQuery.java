package nl.meerwaarde.measure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The one statement behind every report: facts of the period, added up by organisation, sex and age band, in a single pass. */
class FactQuery {
    /** One row per episode with its pair of scores; {@code gain} is positive when the patient got better, whatever the score's direction. */
    private static final String EPISODES = """
            with episode_scores as (
              select e.episode_id, e.patient_id, e.organization_id, e.sex, e.age_band, e.ended_by, m.counted, m.invited,
                     m.closes_on < :asOf as closed,
                     a.source as returned, a.score_value as value_after, b.score_value as value_before,
                     (a.score_value - b.score_value) as gain, (a.score_value - b.score_value) * :direction as improvement,
                     x.expected,
                     a.score_value is not null and b.score_value is not null
                       and a.respondent <> 'proxy' and b.respondent <> 'proxy' as paired,
                     a.respondent = 'proxy' or b.respondent = 'proxy' as proxy
              from mw_episode e
              join mw_moment m on m.episode_id = e.episode_id and m.moment = :after
              left join mw_score a on a.episode_id = e.episode_id and a.moment = :after and a.score = :score and a.counts
              left join mw_score b on b.episode_id = e.episode_id and b.moment = :before and b.score = :score and b.counts
              left join mw_expectation x on x.episode_id = e.episode_id and x.moment = :after and x.score = :score and x.model = :model
              where e.pathway = :pathway and e.index_from >= :from and e.index_to <= :to%s
            )
            """;

    private static final String CHAIN = """
            count(*) filter (where counted and closed),
            count(*) filter (where counted and closed and invited),
            count(*) filter (where counted and closed and returned is not null),
            count(*) filter (where counted and closed and value_after is not null),
            count(*) filter (where counted and closed and paired),
            count(*) filter (where counted and not closed),
            count(*) filter (where not counted and ended_by = 'death'),
            count(*) filter (where not counted and ended_by <> 'death'),
            count(*) filter (where counted and closed and proxy)
            """;

    private static final String SUMS = """
            count(*) filter (where %1$s),
            sum(value_before) filter (where %1$s),
            sum(value_before * value_before) filter (where %1$s),
            sum(value_after) filter (where %1$s),
            sum(value_after * value_after) filter (where %1$s),
            sum(gain) filter (where %1$s),
            sum(gain * gain) filter (where %1$s),
            count(*) filter (where %1$s and improvement > 0),
            count(*) filter (where %1$s and improvement = 0),
            count(*) filter (where %1$s and improvement < 0),
            count(*) filter (where %1$s and abs(gain) > :sdc),
            count(*) filter (where %1$s and improvement >= :mic),
            sum(expected) filter (where %1$s),
            sum(value_after - expected) filter (where %1$s),
            sum((value_after - expected) * (value_after - expected)) filter (where %1$s)
            """;

    private static final String PAIRED = "counted and closed and paired";
    private static final String MODELLED = PAIRED + " and expected is not null";

    private static final String CELLS =
            "select coalesce(organization_id, 'unknown'), coalesce(sex, 'unknown'), coalesce(age_band, 'unknown'), "
                    + CHAIN + ", " + SUMS.formatted(PAIRED) + ", " + SUMS.formatted(MODELLED)
                    + " from episode_scores group by organization_id, sex, age_band";

    private static final String SUBJECTS = "select distinct patient_id, counted and closed as eligible, "
            + "counted and closed and invited as invited, counted and closed and returned is not null as returned, "
            + "counted and closed and value_after is not null as scorable, " + PAIRED + " as paired, " + MODELLED
            + " as modelled, "
            + "coalesce(sign(improvement), 0) as direction, coalesce(abs(gain) > :sdc, false) as beyond_error, "
            + "coalesce(improvement >= :mic, false) as reached_mic from episode_scores order by patient_id";

    private final NamedParameterJdbcTemplate jdbc;

    FactQuery(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /** The cells of the scope; none when there are no episodes. */
    List<FactCell> cells(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        return jdbc.query(
                EPISODES.formatted(restriction(measure, scope)) + CELLS,
                parameters(measure, scope, definition),
                FactQuery::cell);
    }

    /** Every episode of the scope with where it counts. */
    List<SubjectRow> subjects(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        return jdbc.query(
                EPISODES.formatted(restriction(measure, scope)) + SUBJECTS,
                parameters(measure, scope, definition),
                (row, n) -> new SubjectRow(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        row.getInt(8),
                        row.getBoolean(9),
                        row.getBoolean(10)));
    }

    /**
     * An episode of a patient, as a list of subjects needs it.
     *
     * @param improved 1 better, 0 the same or no pair, -1 worse
     */
    record SubjectRow(
            String patient,
            boolean eligible,
            boolean invited,
            boolean returned,
            boolean scorable,
            boolean paired,
            boolean modelled,
            int improved,
            boolean beyondError,
            boolean reachedMic) {}

    private static String restriction(FactMeasure measure, ReportScope scope) {
        String version = measure.pathway().version() == null ? "" : " and e.pathway_version = :pathwayVersion";
        String organization = scope.organization() == null ? "" : " and e.organization_id = :organization";
        String patient = scope.patient() == null
                ? ""
                : " and e.patient_id = (select survivor_id from mw_patient where mw_patient.patient_id = :patient)";
        return version + organization + patient;
    }

    /** A threshold that no source supports is one that nothing passes. */
    private static final BigDecimal NEVER = new BigDecimal("1000000000");

    private static MapSqlParameterSource parameters(
            FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        boolean lowerIsBetter = definition != null && Boolean.FALSE.equals(definition.higherIsBetter());
        BigDecimal sdc = definition == null ? null : definition.sdc95();
        BigDecimal mic = definition == null ? null : definition.individualMic();
        return new MapSqlParameterSource()
                .addValue("asOf", scope.asOf())
                .addValue("direction", lowerIsBetter ? -1 : 1)
                .addValue("after", measure.after())
                .addValue("before", measure.before())
                .addValue("score", measure.score().key())
                .addValue("model", measure.model() == null ? "" : measure.model())
                .addValue("pathway", measure.pathway().url())
                .addValue("pathwayVersion", measure.pathway().version())
                .addValue("from", scope.from())
                .addValue("to", scope.to())
                .addValue("organization", scope.organization())
                .addValue("patient", scope.patient())
                .addValue("sdc", sdc == null ? NEVER : sdc)
                .addValue("mic", mic == null ? NEVER : mic);
    }

    private static FactCell cell(ResultSet row, int n) throws SQLException {
        Columns columns = new Columns(row);
        return new FactCell(
                columns.text(),
                columns.text(),
                columns.text(),
                new FactCell.Chain(
                        columns.count(),
                        columns.count(),
                        columns.count(),
                        columns.count(),
                        columns.count(),
                        columns.count(),
                        columns.count(),
                        columns.count(),
                        columns.count()),
                columns.sums(),
                columns.sums());
    }

    /** Reads a row from left to right. */
    private static final class Columns {
        private final ResultSet row;
        private int next = 1;

        Columns(ResultSet row) {
            this.row = row;
        }

        String text() throws SQLException {
            return row.getString(next++);
        }

        long count() throws SQLException {
            return row.getLong(next++);
        }

        BigDecimal sum() throws SQLException {
            BigDecimal sum = row.getBigDecimal(next++);
            return sum == null ? BigDecimal.ZERO : sum;
        }

        Sums sums() throws SQLException {
            return new Sums(
                    count(), sum(), sum(), sum(), sum(), sum(), sum(), count(), count(), count(), count(), count(),
                    sum(), sum(), sum());
        }
    }
}
