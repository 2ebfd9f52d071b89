package nl.meerwaarde.cell;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.meerwaarde.cell.FactRows.Kind;
import nl.meerwaarde.cell.ReportCells.Margin;
import nl.meerwaarde.disclosure.Cell;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reads the sums of settled facts for reports over whole months, as far as they were counted by the thresholds that the score has now, and before the day of the
 * report. Needs the transaction in which the facts are read that are not settled.
 */
class SettledSums {
    private static final int MILLIONTHS = 6;

    private static final String CHAIN = "eligible, invited, died, otherwise_ended";

    private static final String ANSWERS =
            "returned, scorable, proxy, n, improved, worsened, beyond_error, reached_mic, "
                    + "before_sum, before_squares, after_sum, after_squares, gain_squares";

    private static final String EXPECTATIONS = ANSWERS + ", expected, residual_squares";

    private static final String SERIES = """
            select series, direction = :direction and beyond_error = :beyondError and important = :important
            from mw_settled_series
            where series in (:moments, :scores, :modelled) and closed_before <= :asOf
            """;

    private static final String SUMS = """
            select '' as stratifier, coalesce(c.organization_id, 'unknown') as stratum, %1$s
            from %2$s
            group by c.organization_id
            having sum(c.facts) <> 0
            union all
            select c.stratifier, c.stratum, %1$s
            from %3$s
            group by c.stratifier, c.stratum
            having sum(c.facts) <> 0
            """;

    private final NamedParameterJdbcTemplate jdbc;

    SettledSums(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /**
     * Of what the sums can be read instead of facts.
     *
     * @param kinds of facts
     */
    record Ready(Set<Kind> kinds) {
        private static final Ready NOTHING = new Ready(Set.of());
    }

    /** Of what the sums can be read for a report. */
    Ready ready(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        FactRows rows = new FactRows(measure, scope);
        if (!measure.isAboutScores() || !rows.areWholeMonths()) {
            return Ready.NOTHING;
        }
        MapSqlParameterSource parameters = rows.parameters();
        Thresholds.of(definition).addTo(parameters);
        Map<Long, Boolean> alike = new TreeMap<>();
        jdbc.query(SERIES, parameters, row -> {
            alike.put(row.getLong(1), row.getBoolean(2));
        });
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Kind kind : Kind.values()) {
            long series = rows.series(kind).key();
            // How many were asked depends on no threshold.
            if (alike.containsKey(series) && (kind == Kind.MOMENTS || alike.getOrDefault(series, false))) {
                kinds.add(kind);
            }
        }
        if (measure.model() == null) {
            kinds.remove(Kind.MODELLED);
        }
        return new Ready(kinds);
    }

    /** The sums of what is ready. */
    List<Margin> margins(FactMeasure measure, ReportScope scope, Ready ready) {
        FactRows rows = new FactRows(measure, scope);
        List<Margin> margins = new ArrayList<>();
        for (Kind kind : ready.kinds()) {
            margins.addAll(jdbc.query(
                    SUMS.formatted(added(columns(kind)), rows.settled(kind), rows.settledStrata(kind)),
                    rows.parameters()
                            .addValue(
                                    "stratifiers",
                                    Strata.of(measure).stratifiers().stream()
                                            .map(Stratifier::column)
                                            .toList()),
                    (row, n) -> margin(kind, row)));
        }
        return margins;
    }

    private static String columns(Kind kind) {
        return switch (kind) {
            case MOMENTS -> CHAIN;
            case SCORES -> ANSWERS;
            case MODELLED -> EXPECTATIONS;
        };
    }

    private static String added(String columns) {
        return columns.replaceAll("(\\w+)", "sum(c.$1) as $1");
    }

    private static Margin margin(Kind kind, ResultSet row) throws SQLException {
        String column = row.getString("stratifier");
        String value = row.getString("stratum");
        Stratifier stratifier = Arrays.stream(Stratifier.values())
                .filter(candidate -> candidate.column().equals(column))
                .findFirst()
                .orElse(Stratifier.ORGANIZATION);
        PoolableStratum stratum = stratifier == Stratifier.ORGANIZATION
                ? new PoolableStratum(PoolableStratum.TOTAL, "", new TreeMap<>())
                : new PoolableStratum(stratifier.code(), value, new TreeMap<>());
        Map<Stratifier, String> strata = new EnumMap<>(Stratifier.class);
        strata.put(stratifier, value);
        FactCell cell =
                switch (kind) {
                    case MOMENTS -> new FactCell(strata, chain(row), Sums.NONE, Sums.NONE);
                    case SCORES -> new FactCell(strata, answers(row), sums(row, false), Sums.NONE);
                    case MODELLED -> new FactCell(strata, FactCell.Chain.NONE, Sums.NONE, sums(row, true));
                };
        return new Margin(stratum, cell, Cell.of(Map.of()));
    }

    private static FactCell.Chain chain(ResultSet row) throws SQLException {
        return new FactCell.Chain(
                row.getLong("eligible"),
                row.getLong("invited"),
                0,
                0,
                0,
                0,
                row.getLong("died"),
                row.getLong("otherwise_ended"),
                0);
    }

    private static FactCell.Chain answers(ResultSet row) throws SQLException {
        return new FactCell.Chain(
                0,
                0,
                row.getLong("returned"),
                row.getLong("scorable"),
                row.getLong("n"),
                0,
                0,
                0,
                row.getLong("proxy"));
    }

    private static Sums sums(ResultSet row, boolean modelled) throws SQLException {
        long n = row.getLong("n");
        long improved = row.getLong("improved");
        long worsened = row.getLong("worsened");
        BigDecimal before = points(row, "before_sum", 1);
        BigDecimal after = points(row, "after_sum", 1);
        BigDecimal expected = modelled ? row.getBigDecimal("expected") : BigDecimal.ZERO;
        return new Sums(
                n,
                before,
                points(row, "before_squares", 2),
                after,
                points(row, "after_squares", 2),
                after.subtract(before),
                points(row, "gain_squares", 2),
                improved,
                n - improved - worsened,
                worsened,
                row.getLong("beyond_error"),
                row.getLong("reached_mic"),
                expected,
                modelled ? after.subtract(expected) : BigDecimal.ZERO,
                modelled ? row.getBigDecimal("residual_squares") : BigDecimal.ZERO);
    }

    private static BigDecimal points(ResultSet row, String column, int power) throws SQLException {
        return row.getBigDecimal(column).movePointLeft(power * MILLIONTHS);
    }
}
