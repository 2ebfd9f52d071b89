package nl.meerwaarde.measure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.disclosure.Cell.Contributions;
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
            String statement = SUMS.formatted(
                    strata.values(), strata.columns(), terms.n(), terms.x(), rows(rows, tallied), strata.columns());
            cells.addAll(jdbc.query(
                    statement, parameters(rows, tallied, definition), (row, n) -> cell(row, strata, tallied)));
        }
        return cells;
    }

    private static FactCell cell(ResultSet row, Strata strata, Tallied tallied) throws SQLException {
        int first = strata.size() + 1;
        BigDecimal sum = row.getBigDecimal(first + 2);
        BigDecimal squares = tallied.isShare() ? sum : row.getBigDecimal(first + 3);
        Tally tally = new Tally(row.getLong(first), row.getLong(first + 1), sum, squares);
        return FactCell.of(strata.read(row, 1), Map.of(tallied, tally));
    }

    /** How much one patient contributes to the sums that are no counts. */
    List<ContributionQuery.Stratum> contributions(FactMeasure measure, ReportScope scope) {
        List<ContributionQuery.Stratum> contributions = new ArrayList<>();
        Strata strata = Strata.of(measure);
        for (Tallied tallied : Tallied.of(measure)) {
            if (!tallied.isShare()) {
                FactRows rows = new FactRows(measure, scope);
                String statement = CONTRIBUTIONS.formatted(
                        strata.values(), strata.columns(), terms(tallied).x(), rows(rows, tallied), strata.columns());
                contributions.addAll(jdbc.query(
                        statement,
                        parameters(rows, tallied, null),
                        (row, n) -> new ContributionQuery.Stratum(
                                strata.read(row, 1), tallied.set(), List.of(contribution(row, strata.size() + 1)))));
            }
        }
        return contributions;
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
                    MEMBERS.formatted(terms.n(), terms.x(), rows(rows, tallied)),
                    parameters(rows, tallied, definition),
                    (row, n) -> new Member(tallied, row.getString(1), row.getBoolean(2), row.getBoolean(3))));
        }
        return members;
    }

    private static String rows(FactRows rows, Tallied tallied) {
        return tallied.statistic() == Statistic.TOP_SCORE ? rows.scores() : rows.treated();
    }

    private static Terms terms(Tallied tallied) {
        int days = tallied.days();
        return switch (tallied.statistic()) {
            case TOP_SCORE -> Terms.ofOne("""
                    case when c.counted and c.closes_on < :asOf and not c.proxy and c.after_millionths is not null
                         then case when c.after_millionths * :direction >= :best then 1 else 0 end end""");
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

    private static MapSqlParameterSource parameters(
            FactRows rows, Tallied tallied, @Nullable ScoreDefinition definition) {
        MapSqlParameterSource parameters = rows.parameters().addValue("event", tallied.event());
        Thresholds.of(definition).addTo(parameters);
        return parameters.addValue("best", Thresholds.best(definition));
    }
}
