package nl.meerwaarde.cell;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meerwaarde.disclosure.Cell.Contributions;
import nl.meerwaarde.measure.CountNames;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** How much one patient contributes to the sums of a report: asked for only when somebody gets it who may not see every number. */
public class ContributionQuery {
    private static final String BEFORE = "before_millionths * 0.000001";
    private static final String AFTER = "after_millionths * 0.000001";
    private static final List<String> PAIRED =
            List.of(BEFORE, AFTER, "(after_millionths - before_millionths) * 0.000001");
    private static final List<String> MODELLED =
            List.of(BEFORE, AFTER, "(after_millionths - before_millionths) * 0.000001", AFTER + " - expected");

    /** What the sums over the paired are sums of, in their order. */
    public static final List<String> PAIRED_SUMS = List.of("before", "after", "gain");

    /** What those over the modelled are sums of. */
    public static final List<String> MODELLED_SUMS = List.of("before", "after", "gain", "residual");

    private final NamedParameterJdbcTemplate jdbc;
    private final TallyQuery tallies;

    ContributionQuery(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.tallies = new TallyQuery(jdbc);
    }

    /**
     * The contributions in a stratum.
     *
     * @param values what its episodes share
     * @param set the name of the count over whose members the sums go
     */
    public record Stratum(Map<Stratifier, String> values, String set, List<Contributions> sums) {}

    /** @param definition what the score means, or null */
    public List<Stratum> strata(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        List<Stratum> tallied = tallies.contributions(measure, scope, definition);
        return measure.isAboutScores()
                ? Stream.concat(scores(measure, scope), tallied.stream()).toList()
                : tallied;
    }

    private Stream<Stratum> scores(FactMeasure measure, ReportScope scope) {
        FactRows rows = new FactRows(measure, scope);
        Strata strata = Strata.of(measure);
        Stream<Stratum> paired = strata(strata, rows, rows.scores(), PAIRED, false);
        Stream<Stratum> modelled =
                measure.model() == null ? Stream.empty() : strata(strata, rows, rows.modelled(), MODELLED, true);
        return Stream.concat(paired, modelled);
    }

    private Stream<Stratum> strata(Strata strata, FactRows rows, String from, List<String> numbers, boolean modelled) {
        String sums = String.join(
                ", ",
                numbers.stream()
                        .map(number -> "sum(abs(%1$s)), max(abs(%1$s))".formatted(number))
                        .toList());
        String statement = "select " + strata.values() + ", " + sums + " from " + from + """
                 and counted and closes_on < :asOf and not proxy and before_millionths is not null and after_millionths is not null
                group by\s""" + strata.columns();
        return jdbc
                .query(statement, rows.parameters(), (row, n) -> stratum(strata, row, numbers.size(), modelled))
                .stream();
    }

    private static Stratum stratum(Strata strata, ResultSet row, int numbers, boolean modelled) throws SQLException {
        List<Contributions> sums = new ArrayList<>();
        int first = strata.size() + 1;
        for (int i = 0; i < numbers; i++) {
            sums.add(new Contributions(decimal(row, first + 2 * i), decimal(row, first + 1 + 2 * i)));
        }
        return new Stratum(strata.read(row, 1), CountNames.set(modelled), sums);
    }

    private static BigDecimal decimal(ResultSet row, int column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? BigDecimal.ZERO : value;
    }
}
