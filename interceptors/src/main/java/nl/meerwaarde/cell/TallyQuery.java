package nl.meerwaarde.cell;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.disclosure.Cell.Contributions;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Tallied;
import nl.meerwaarde.outcome.Series;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** One statement for each {@link Tallied} of a Measure; a Measure without any asks nothing. */
class TallyQuery {
    /**
     * What is added up for an episode.
     *
     * @param n over how many
     * @param x what; null where the episode is not analysed
     */
    private record Terms(String n, String x) {
        static Terms ofOne(String x) {
            return new Terms("1", x);
        }
    }

    private static final String SUMS = """
            select %s, count(*), coalesce(sum(case when x is not null then n end), 0), coalesce(sum(x), 0), coalesce(sum(x * x), 0)
            from (select %s, %s as n, %s as x from %s offset 0) tallied
            group by %s
            """;

    /** Only of episodes of which the model expected something. */
    private static final String EXPECTED_SUMS = """
            select %1$s, count(*), count(x), coalesce(sum(x), 0), coalesce(sum(x), 0), coalesce(sum(p), 0), coalesce(sum(p * (1 - p)), 0)
            from (select %2$s, case when p is not null then x end as x, case when x is not null then p end as p
                  from (select %2$s, %4$s as x, %3$s as p from %5$s offset 0) asked) tallied
            group by %2$s
            """;

    private static final String EXPECTED_CONTRIBUTIONS = """
            select %1$s, coalesce(sum(p), 0), coalesce(max(p), 0)
            from (select %2$s, %4$s as x, %3$s as p from %5$s offset 0) tallied
            where x is not null
            group by %2$s
            """;

    private static final String EXPECTED_MEMBERS = """
            select patient_id, x is not null and p is not null, x = 1 and p is not null
            from (select patient_id, %2$s as x, %1$s as p from %3$s offset 0) tallied
            order by patient_id
            """;

    private static final String CONTRIBUTIONS = """
            select %s, coalesce(sum(abs(x)), 0), coalesce(max(abs(x)), 0)
            from (select %s, %s as x from %s offset 0) tallied
            group by %s
            """;

    private static final String MEMBERS = """
            select patient_id, x is not null and n > 0, coalesce(x, 0) > 0
            from (select patient_id, %s as n, %s as x from %s offset 0) tallied
            order by patient_id
            """;

    private static final String TIMED = "cast(c.days_to_index as bigint)";

    private final NamedParameterJdbcTemplate jdbc;

    TallyQuery(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /** The cells of the scope, of each tally those of its own. */
    List<FactCell> cells(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        List<FactCell> cells = new ArrayList<>();
        Strata strata = Strata.of(measure);
        for (Tallied tallied : Tallied.of(measure)) {
            Terms terms = terms(tallied);
            FactRows rows = new FactRows(measure, scope);
            String statement = tallied.model() == null
                    ? SUMS.formatted(
                            strata.values(),
                            strata.columns(),
                            terms.n(),
                            terms.x(),
                            rows(rows, tallied),
                            strata.columns())
                    : EXPECTED_SUMS.formatted(
                            strata.values(), strata.columns(), expected(rows, tallied), terms.x(), rows(rows, tallied));
            cells.addAll(jdbc.query(
                    statement, parameters(rows, tallied, definition), (row, n) -> cell(row, strata, tallied)));
        }
        return cells;
    }

    private static FactCell cell(ResultSet row, Strata strata, Tallied tallied) throws SQLException {
        int first = strata.size() + 1;
        BigDecimal sum = row.getBigDecimal(first + 2);
        BigDecimal squares = tallied.isShare() ? sum : row.getBigDecimal(first + 3);
        Tally tally = tallied.model() == null
                ? new Tally(row.getLong(first), row.getLong(first + 1), sum, squares)
                : new Tally(
                        row.getLong(first),
                        row.getLong(first + 1),
                        sum,
                        squares,
                        row.getBigDecimal(first + 4),
                        row.getBigDecimal(first + 5));
        return FactCell.of(strata.read(row, 1), Map.of(tallied, tally));
    }

    /**
     * How much one patient contributes to the sums that are no counts. What was expected goes with the numerator: a model that was fitted on the same patients
     * expects in total, and in each of its categories, exactly as many as there were, so where these are hidden it is, too.
     */
    List<ContributionQuery.Stratum> contributions(
            FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        List<ContributionQuery.Stratum> contributions = new ArrayList<>();
        Strata strata = Strata.of(measure);
        for (Tallied tallied : Tallied.of(measure)) {
            FactRows rows = new FactRows(measure, scope);
            if (tallied.model() != null) {
                String statement = EXPECTED_CONTRIBUTIONS.formatted(
                        strata.values(),
                        strata.columns(),
                        expected(rows, tallied),
                        terms(tallied).x(),
                        rows(rows, tallied));
                contributions.addAll(contributions(statement, strata, tallied, tallied.numerator(), rows, definition));
            } else if (!tallied.isShare()) {
                String statement = CONTRIBUTIONS.formatted(
                        strata.values(), strata.columns(), terms(tallied).x(), rows(rows, tallied), strata.columns());
                contributions.addAll(contributions(statement, strata, tallied, tallied.set(), rows, definition));
            }
        }
        return contributions;
    }

    private List<ContributionQuery.Stratum> contributions(
            String statement,
            Strata strata,
            Tallied tallied,
            String over,
            FactRows rows,
            @Nullable ScoreDefinition definition) {
        return jdbc.query(
                statement,
                parameters(rows, tallied, definition),
                (row, n) -> new ContributionQuery.Stratum(
                        strata.read(row, 1), over, List.of(contribution(row, strata.size() + 1))));
    }

    private static Contributions contribution(ResultSet row, int first) throws SQLException {
        return new Contributions(row.getBigDecimal(first), row.getBigDecimal(first + 1));
    }

    /**
     * Where an episode counts in a tally.
     *
     * @param analysed whether it is in the denominator
     * @param positive whether it is in the numerator
     */
    record Member(Tallied tallied, String patient, boolean analysed, boolean positive) {}

    /** Every episode of the scope, for each tally. */
    List<Member> members(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        List<Member> members = new ArrayList<>();
        for (Tallied tallied : Tallied.of(measure)) {
            Terms terms = terms(tallied);
            FactRows rows = new FactRows(measure, scope);
            members.addAll(jdbc.query(
                    tallied.model() == null
                            ? MEMBERS.formatted(terms.n(), terms.x(), rows(rows, tallied))
                            : EXPECTED_MEMBERS.formatted(expected(rows, tallied), terms.x(), rows(rows, tallied)),
                    parameters(rows, tallied, definition),
                    (row, n) -> new Member(tallied, row.getString(1), row.getBoolean(2), row.getBoolean(3))));
        }
        return members;
    }

    private static String rows(FactRows rows, Tallied tallied) {
        if (!tallied.statistic().needsScore()) {
            return rows.treated();
        }
        return tallied.model() == null ? rows.scores() : rows.expectations();
    }

    private static String expected(FactRows rows, Tallied tallied) {
        return rows.expected(tallied.statistic().needsScore());
    }

    private static Terms terms(Tallied tallied) {
        int days = tallied.days();
        return switch (tallied.statistic()) {
            case TOP_SCORE -> Terms.ofOne("""
                    case when c.counted and c.closes_on < :asOf and not c.proxy and c.after_millionths is not null
                         then case when c.after_millionths * :direction >= :best then 1 else 0 end end""");
            case IMPROVED_ANY -> ofPairs("> 0");
            case BEYOND_MEASUREMENT_ERROR ->
                ofPairs("not between -cast(:beyondError as bigint) and cast(:beyondError as bigint)");
            case REACHED_MIC -> ofPairs(">= :important");
            case EVENT_RATE -> Terms.ofOne("""
                    case when c.index_to + %1$d < :asOf
                         then case when exists (select 1 from mw_event v
                                                where v.episode_id = c.episode_id and v.event = :event and v.happened_to <= c.index_from + %1$d)
                                   then 1 else 0 end end""".formatted(days));
            case MEAN_DAYS_TO_TREATMENT -> Terms.ofOne(TIMED);
            case TREATED_WITHIN_DAYS ->
                Terms.ofOne(
                        "case when c.days_to_index is not null then case when c.days_to_index <= %d then 1 else 0 end end"
                                .formatted(days));
            case GOALS_ATTAINED -> new Terms("coalesce(c.goals_rated, 0)", "coalesce(c.goals_attained, 0)");
            default -> throw new IllegalArgumentException(tallied.statistic() + " is no tally");
        };
    }

    private static Terms ofPairs(String improvement) {
        return Terms.ofOne("""
                case when c.counted and c.closes_on < :asOf and not c.proxy and c.before_millionths is not null and c.after_millionths is not null
                     then case when (c.after_millionths - c.before_millionths) * :direction %s then 1 else 0 end end""".formatted(improvement));
    }

    private static MapSqlParameterSource parameters(
            FactRows rows, Tallied tallied, @Nullable ScoreDefinition definition) {
        MapSqlParameterSource parameters = rows.parameters().addValue("event", tallied.event());
        Thresholds.of(definition).addTo(parameters);
        if (tallied.model() != null) {
            FactMeasure measure = rows.measure();
            String outcome = tallied.outcome(measure);
            Series series = new Series(measure.pathway().url(), measure.after(), outcome, tallied.model());
            parameters
                    .addValue("expectedBy", tallied.model())
                    .addValue("outcome", outcome)
                    .addValue("expectations", series.key());
        }
        return parameters.addValue("best", Thresholds.best(definition));
    }
}
