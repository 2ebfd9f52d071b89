package nl.meerwaarde.cell;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.cell.FactRows.Kind;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The statements behind every report: the facts of the period, added up by what the Measure divides them in one pass over the moments, one over the scores,
 * and one over those with an expectation. They need a transaction in which all see the same facts.
 */
class FactQuery {
    private static final String CHAINS = """
            select %s, count(*) filter (where counted and closes_on < :asOf),
            count(*) filter (where counted and closes_on < :asOf and invited),
            count(*) filter (where counted and closes_on >= :asOf),
            count(*) filter (where not counted and ended_by = 'death'),
            count(*) filter (where not counted and ended_by <> 'death')
            from %s
            group by %s
            """;

    /** What is analysed; {@code offset 0} keeps PostgreSQL from writing out each expression again wherever it is used. */
    private static final String ANSWERS = """
            with answers as (
              select %s, returned, proxy, before_millionths, after_millionths, expected,
                     not proxy and before_millionths is not null and after_millionths is not null as paired,
                     (after_millionths - before_millionths) * :direction as improvement,
                     abs(before_millionths) <= :narrow and abs(after_millionths) <= :narrow as narrow
              from %s and counted and closes_on < :asOf
              offset 0
            )
            """;

    private static final String SUMS = """
            , paired, count(*), count(*) filter (where returned), count(after_millionths), count(*) filter (where proxy),
            count(*) filter (where paired and not narrow),
            sum(before_millionths), sum(before_square), sum(after_millionths), sum(after_square), sum(improvement_square),
            count(*) filter (where improvement > 0),
            count(*) filter (where improvement < 0),
            count(*) filter (where abs(improvement) > :beyondError),
            count(*) filter (where improvement >= :important)
            """;

    private static final String EXPECTATIONS = """
            , sum(expected), sum((after_millionths * 0.000001 - expected) * (after_millionths * 0.000001 - expected))
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final TallyQuery tallies;

    FactQuery(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.tallies = new TallyQuery(jdbc);
    }

    /** Whether the scope has an episode at all. */
    boolean areAny(FactMeasure measure, ReportScope scope) {
        FactRows rows = new FactRows(measure, scope);
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from " + rows.treated() + ")", rows.parameters(), Boolean.class));
    }

    /** The cells of the scope, several for a stratum; what is counted in one of them is not counted in another. None when there are no episodes. */
    List<FactCell> cells(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        return cells(measure, scope, definition, Set.of());
    }

    /**
     * The cells of the scope without the facts that are settled.
     *
     * @param settled of what these are left out
     */
    List<FactCell> cells(
            FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition, Set<Kind> settled) {
        List<FactCell> tallied = tallies.cells(measure, scope, definition);
        return measure.isAboutScores()
                ? Stream.concat(scores(measure, scope, definition, settled), tallied.stream())
                        .toList()
                : tallied;
    }

    private Stream<FactCell> scores(
            FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition, Set<Kind> settled) {
        FactRows rows = new FactRows(measure, scope);
        MapSqlParameterSource parameters = rows.parameters().addValue("narrow", Square.NARROW);
        Thresholds.of(definition).addTo(parameters);
        Strata strata = Strata.of(measure);
        List<FactCell> chains = jdbc.query(
                CHAINS.formatted(strata.values(), rows.of(Kind.MOMENTS, settled), strata.columns()),
                parameters,
                (row, n) -> chain(new Columns(row), strata));
        List<FactCell> pairs = answers(strata, rows.of(Kind.SCORES, settled), "", parameters)
                .map(Answers::pairs)
                .toList();
        List<FactCell> modelled = measure.model() == null
                ? List.of()
                : answers(strata, rows.of(Kind.MODELLED, settled), EXPECTATIONS, parameters)
                        .map(Answers::modelled)
                        .toList();
        return Stream.of(chains, pairs, modelled).flatMap(List::stream);
    }

    private static FactCell chain(Columns columns, Strata strata) throws SQLException {
        Map<Stratifier, String> stratum = columns.stratum(strata);
        FactCell.Chain chain = new FactCell.Chain(
                columns.count(), columns.count(), 0, 0, 0, columns.count(), columns.count(), columns.count(), 0);
        return new FactCell(stratum, chain, Sums.NONE, Sums.NONE);
    }

    private Stream<Answers> answers(Strata strata, String rows, String more, MapSqlParameterSource parameters) {
        List<Answers> fast = answers(strata, rows, more, parameters, Square.WHOLE);
        return (fast.stream().anyMatch(Answers::tooWide)
                        ? answers(strata, rows, more, parameters, Square.DECIMAL)
                        : fast)
                .stream();
    }

    private List<Answers> answers(
            Strata strata, String rows, String more, MapSqlParameterSource parameters, Square square) {
        String sums = SUMS.replace("before_square", square.of("before_millionths"))
                .replace("after_square", square.of("after_millionths"))
                .replace("improvement_square", square.of("improvement"));
        String statement = ANSWERS.formatted(strata.columns(), rows) + "select " + strata.values() + sums + more
                + " from answers group by " + strata.columns() + ", paired";
        return jdbc.query(statement, parameters, (row, n) -> Answers.read(new Columns(row), strata, !more.isEmpty()));
    }

    /** How the database squares a number of millionths. */
    private enum Square {
        /** Fast, and nothing where the square does not fit into a whole number. */
        WHOLE("case when narrow then %1$s * %1$s end"),
        /** Slower, without such a limit. */
        DECIMAL("cast(%1$s as numeric(38)) * %1$s");

        /** Up to 1,500 points the square of a change fits. */
        static final long NARROW = 1_500_000_000L;

        private final String expression;

        Square(String expression) {
            this.expression = expression;
        }

        String of(String column) {
            return expression.formatted(column);
        }
    }

    /**
     * The answers of a stratum that are paired, or those that are not.
     *
     * @param tooWide whether squares are missing
     */
    private record Answers(FactCell.Chain chain, Map<Stratifier, String> stratum, Sums sums, boolean tooWide) {
        static Answers read(Columns columns, Strata strata, boolean modelled) throws SQLException {
            Map<Stratifier, String> stratum = columns.stratum(strata);
            boolean paired = columns.flag();
            long n = columns.count();
            FactCell.Chain chain = new FactCell.Chain(
                    0, 0, columns.count(), columns.count(), paired ? n : 0, 0, 0, 0, columns.count());
            boolean tooWide = columns.count() > 0;
            Sums sums = paired ? columns.sums(n, modelled) : Sums.NONE;
            return new Answers(chain, stratum, sums, tooWide);
        }

        FactCell pairs() {
            return new FactCell(stratum, chain, sums, Sums.NONE);
        }

        FactCell modelled() {
            return new FactCell(stratum, FactCell.Chain.NONE, Sums.NONE, sums);
        }
    }

    /** Reads a row from left to right. */
    private static final class Columns {
        private static final int MILLIONTHS = 6;

        private final ResultSet row;
        private int next = 1;

        Columns(ResultSet row) {
            this.row = row;
        }

        Map<Stratifier, String> stratum(Strata strata) throws SQLException {
            Map<Stratifier, String> stratum = strata.read(row, next);
            next += strata.size();
            return stratum;
        }

        boolean flag() throws SQLException {
            return row.getBoolean(next++);
        }

        long count() throws SQLException {
            return row.getLong(next++);
        }

        BigDecimal sum() throws SQLException {
            return row.getBigDecimal(next++);
        }

        BigDecimal points() throws SQLException {
            return sum().movePointLeft(MILLIONTHS);
        }

        BigDecimal squaredPoints() throws SQLException {
            BigDecimal squares = row.getBigDecimal(next++);
            return squares == null ? BigDecimal.ZERO : squares.movePointLeft(2 * MILLIONTHS);
        }

        Sums sums(long n, boolean modelled) throws SQLException {
            BigDecimal before = points();
            BigDecimal beforeSquares = squaredPoints();
            BigDecimal after = points();
            BigDecimal afterSquares = squaredPoints();
            BigDecimal gainSquares = squaredPoints();
            long improved = count();
            long worsened = count();
            long beyondError = count();
            long reachedMic = count();
            BigDecimal expected = modelled ? sum() : BigDecimal.ZERO;
            BigDecimal residual = modelled ? after.subtract(expected) : BigDecimal.ZERO;
            BigDecimal residualSquares = modelled ? sum() : BigDecimal.ZERO;
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
                    residual,
                    residualSquares);
        }
    }
}
