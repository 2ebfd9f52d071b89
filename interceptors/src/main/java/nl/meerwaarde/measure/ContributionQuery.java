package nl.meerwaarde.measure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.meerwaarde.disclosure.Cell.Contributions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** How much one patient contributes to the sums of a report: asked for only when somebody gets it who may not see every number. */
class ContributionQuery {
    private static final String BEFORE = "before_millionths * 0.000001";
    private static final String AFTER = "after_millionths * 0.000001";
    private static final List<String> PAIRED =
            List.of(BEFORE, AFTER, "(after_millionths - before_millionths) * 0.000001");
    private static final List<String> MODELLED =
            List.of(BEFORE, AFTER, "(after_millionths - before_millionths) * 0.000001", AFTER + " - expected");

    private final NamedParameterJdbcTemplate jdbc;

    ContributionQuery(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /**
     * The contributions in a stratum.
     *
     * @param modelled whether of the episodes with an expectation, otherwise of all pairs
     */
    record Stratum(String organization, String sex, String ageBand, boolean modelled, List<Contributions> sums) {}

    List<Stratum> strata(FactMeasure measure, ReportScope scope) {
        FactRows rows = new FactRows(measure, scope);
        Stream<Stratum> paired = strata(rows, rows.scores(), PAIRED, false);
        Stream<Stratum> modelled =
                measure.model() == null ? Stream.empty() : strata(rows, rows.modelled(), MODELLED, true);
        return Stream.concat(paired, modelled).toList();
    }

    private Stream<Stratum> strata(FactRows rows, String from, List<String> numbers, boolean modelled) {
        String sums = String.join(
                ", ",
                numbers.stream()
                        .map(number -> "sum(abs(%1$s)), max(abs(%1$s))".formatted(number))
                        .toList());
        String statement =
                "select coalesce(organization_id, 'unknown'), coalesce(sex, 'unknown'), coalesce(age_band, 'unknown'), "
                        + sums + " from " + from + """
                 and counted and closes_on < :asOf and not proxy and before_millionths is not null and after_millionths is not null
                group by organization_id, sex, age_band
                """;
        return jdbc.query(statement, rows.parameters(), (row, n) -> stratum(row, numbers.size(), modelled)).stream();
    }

    private static Stratum stratum(ResultSet row, int numbers, boolean modelled) throws SQLException {
        List<Contributions> sums = new ArrayList<>();
        for (int i = 0; i < numbers; i++) {
            sums.add(new Contributions(decimal(row, 4 + 2 * i), decimal(row, 5 + 2 * i)));
        }
        return new Stratum(row.getString(1), row.getString(2), row.getString(3), modelled, sums);
    }

    private static BigDecimal decimal(ResultSet row, int column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? BigDecimal.ZERO : value;
    }
}
