package nl.meerwaarde.measure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The one statement behind every report: facts of the period, added up by organisation, sex and age band, in a single pass. */
class FactQuery {
    /** Every follow-up moment of the scope with its score, both in rows of their own. Only columns of one index, so that this alone is read. */
    private static final String CHANGES = """
            select c.patient_id, c.organization_id, c.sex, c.age_band, c.ended_by, c.counted, c.invited,
                   c.score = '' as episode_row, c.counted and c.closes_on < :asOf as eligible,
                   c.returned, c.value_after, c.value_before, %s as value_expected, c.proxy
            from mw_change c
            %s
            where c.pathway = :pathway and c.moment = :after and c.score in ('', :score)
              and c.index_from >= :from and c.index_to <= :to%s
            """;

    /** The same with a row per episode for both; also for changes from another moment than baseline. */
    private static final String JOINED = """
            select c.patient_id, c.organization_id, c.sex, c.age_band, c.ended_by, m.counted, m.invited,
                   true as episode_row, m.counted and m.closes_on < :asOf as eligible,
                   a.episode_id is not null as returned, a.score_value as value_after, b.score_value as value_before,
                   %s as value_expected, coalesce(a.respondent = 'proxy', false) or coalesce(b.respondent = 'proxy', false) as proxy
            from mw_episode c
            join mw_moment m on m.episode_id = c.episode_id and m.moment = :after
            left join mw_score a on a.episode_id = c.episode_id and a.moment = :after and a.score = :score and a.counts
            left join mw_score b on b.episode_id = c.episode_id and b.moment = :before and b.score = :score and b.counts
            %s
            where c.pathway = :pathway and c.index_from >= :from and c.index_to <= :to%s
            """;

    private static final String EXPECTATION =
            "left join mw_expectation x on x.episode_id = c.episode_id and x.moment = :after and x.score = :score and x.model = :model";

    /** What is analysed; {@code offset 0} keeps PostgreSQL from writing out each expression again wherever it is used. */
    private static final String ANALYSED = """
            with changes as (
            %s
            ), pairs as (
              select changes.*, eligible and not proxy and value_before is not null and value_after is not null as analysed
              from changes
              offset 0
            ), analyses as (
              select pairs.*,
                     case when analysed then value_before end as score_before,
                     case when analysed then value_after end as score_after,
                     case when analysed then (value_after - value_before) * :direction end as improvement,
                     case when analysed then value_expected end as expected
              from pairs
              offset 0
            )
            """;

    /** Where a row stands on the way to a pair. Grouping by it is cheaper than a count for each step, and there are few combinations. */
    private static final String STATE =
            "episode_row, eligible, counted, invited, returned, value_after is not null, proxy, analysed, expected is not null, ended_by";

    /** Sums of the gain and of what was not expected follow from these: each number is added up once. */
    private static final String SUMS = """
            sum(score_before), sum(score_before * score_before),
            sum(score_after), sum(score_after * score_after),
            sum(improvement * improvement),
            count(*) filter (where improvement > 0),
            count(*) filter (where improvement < 0),
            count(*) filter (where abs(improvement) > :sdc),
            count(*) filter (where improvement >= :mic),
            sum(expected), sum((score_after - expected) * (score_after - expected))
            """;

    /** Episodes with an expectation are cells of their own, so that one set of sums serves both analysis sets. */
    private static final String CELLS = "select coalesce(organization_id, 'unknown'), coalesce(sex, 'unknown'), "
            + "coalesce(age_band, 'unknown'), " + STATE + ", count(*), " + SUMS
            + " from analyses group by organization_id, sex, age_band, " + STATE;

    private static final String SUBJECTS = "select distinct patient_id, eligible, eligible and invited as invited, "
            + "eligible and returned as returned, eligible and value_after is not null as scorable, analysed, "
            + "expected is not null as modelled, coalesce(sign(improvement), 0) as direction, "
            + "coalesce(abs(improvement) > :sdc, false) as beyond_error, coalesce(improvement >= :mic, false) as reached_mic "
            + "from analyses order by patient_id";

    private final NamedParameterJdbcTemplate jdbc;

    FactQuery(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /** The cells of the scope; none when there are no episodes. */
    List<FactCell> cells(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        return jdbc.query(
                analysed(source(measure), measure, scope) + CELLS,
                parameters(measure, scope, definition),
                FactQuery::cell);
    }

    /** Every episode of the scope with where it counts. */
    List<SubjectRow> subjects(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        return jdbc.query(
                analysed(JOINED, measure, scope) + SUBJECTS,
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

    /** Changes from baseline lie ready. */
    private static String source(FactMeasure measure) {
        return measure.before().equals(Pathway.BASELINE) ? CHANGES : JOINED;
    }

    /** A measure without a case-mix model has no expectations to look for. */
    private static String analysed(String source, FactMeasure measure, ReportScope scope) {
        String restriction = restriction(measure, scope);
        return ANALYSED.formatted(
                measure.model() == null
                        ? source.formatted("cast(null as numeric(24, 12))", "", restriction)
                        : source.formatted("x.expected", EXPECTATION, restriction));
    }

    private static String restriction(FactMeasure measure, ReportScope scope) {
        String version = measure.pathway().version() == null ? "" : " and c.pathway_version = :pathwayVersion";
        String organization = scope.organization() == null ? "" : " and c.organization_id = :organization";
        String patient = scope.patient() == null
                ? ""
                : " and c.patient_id = (select survivor_id from mw_patient where mw_patient.patient_id = :patient)";
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
                .addValue("model", measure.model())
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
        String organization = columns.text();
        String sex = columns.text();
        String ageBand = columns.text();
        ChainState state = columns.state();
        long count = columns.count();
        Sums sums = state.analysed() ? columns.sums(count) : Sums.NONE;
        return new FactCell(organization, sex, ageBand, state.chain(count), sums, state.modelled() ? sums : Sums.NONE);
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

        boolean flag() throws SQLException {
            return row.getBoolean(next++);
        }

        long count() throws SQLException {
            return row.getLong(next++);
        }

        BigDecimal sum() throws SQLException {
            BigDecimal sum = row.getBigDecimal(next++);
            return sum == null ? BigDecimal.ZERO : sum;
        }

        ChainState state() throws SQLException {
            return new ChainState(
                    flag(), flag(), flag(), flag(), flag(), flag(), flag(), flag(), flag(), row.getString(next++));
        }

        Sums sums(long n) throws SQLException {
            BigDecimal before = sum();
            BigDecimal beforeSquares = sum();
            BigDecimal after = sum();
            BigDecimal afterSquares = sum();
            BigDecimal gainSquares = sum();
            long improved = count();
            long worsened = count();
            long beyondError = count();
            long reachedMic = count();
            BigDecimal expected = sum();
            BigDecimal residualSquares = sum();
            return new Sums(
                    n,
                    before,
                    beforeSquares,
                    after,
                    afterSquares,
                    after.subtract(before),
                    gainSquares,
                    improved,
                    n - improved - worsened,
                    worsened,
                    beyondError,
                    reachedMic,
                    expected,
                    after.subtract(expected),
                    residualSquares);
        }
    }
}
