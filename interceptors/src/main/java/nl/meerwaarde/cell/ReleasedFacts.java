package nl.meerwaarde.cell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.meerwaarde.consent.Ground;
import nl.meerwaarde.consent.Population;
import nl.meerwaarde.consent.Populations;
import nl.meerwaarde.disclosure.Cell;
import nl.meerwaarde.disclosure.PeriodGrid.Period;
import nl.meerwaarde.disclosure.Periods;
import nl.meerwaarde.disclosure.RecipientPolicies;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The facts of a year as they were when something of it was first published for somebody who may not see every number. From then on every release of that year
 * is computed from them, for whomever and over whichever period: figures of two days would tell who came between, also when they went to two recipients.
 */
public class ReleasedFacts {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final TypeReference<TreeMap<String, BigDecimal>> NUMBERS = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, String>> STRATA = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final CellSource source;
    private final ContributionQuery contributions;
    private final RecipientPolicies policies;
    private final Populations populations;
    private final TransactionTemplate oneState;
    private final ReleasedPatients members;
    private final Clock clock;

    /** @param oneState transactions that may write, and see one state of the database */
    ReleasedFacts(
            JdbcTemplate jdbc,
            CellSource source,
            ContributionQuery contributions,
            RecipientPolicies policies,
            Populations populations,
            TransactionTemplate oneState,
            Clock clock) {
        this.jdbc = jdbc;
        this.source = source;
        this.contributions = contributions;
        this.policies = policies;
        this.populations = populations;
        this.oneState = oneState;
        this.members = new ReleasedPatients(jdbc);
        this.clock = clock;
    }

    /**
     * The facts of a period.
     *
     * @param asOf when they were read
     * @param contributions how the sums of this server's own came about; those of delivered ones are in the margins
     */
    public record Facts(Instant asOf, ReportCells cells, List<ContributionQuery.Stratum> contributions) {}

    /**
     * As they were kept; empty where nothing was.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 422 when somebody of the year was erased since it was published
     */
    public Optional<Facts> find(FactMeasure measure, Period period) {
        Optional<Instant> asOf = asOf(measure, period);
        return asOf.map(instant -> {
            List<FactCell> finest = new ArrayList<>();
            List<ReportCells.Margin> margins = new ArrayList<>();
            List<ContributionQuery.Stratum> sums = new ArrayList<>();
            jdbc.query(
                    "select strata, division, stratum, numbers from mw_released_cell where measure = ? and first_day = ? and last_day = ? order by place",
                    row -> {
                        Map<Stratifier, String> strata = strata(row.getString(1));
                        Map<String, BigDecimal> numbers = numbers(row.getString(4));
                        String division = row.getString(2);
                        if (division.isEmpty()) {
                            finest.add(PoolableNumbers.cell(measure, strata, numbers));
                            PoolableNumbers.contributions(measure, numbers)
                                    .sums()
                                    .forEach((set, given) ->
                                            sums.add(new ContributionQuery.Stratum(strata, set, given)));
                        } else {
                            String owner = strata.getOrDefault(Stratifier.ORGANIZATION, Stratifier.UNKNOWN);
                            margins.add(CellSource.margin(
                                    measure,
                                    owner,
                                    new PoolableStratum(division, row.getString(3), new TreeMap<>(numbers))));
                        }
                    },
                    measure.canonical().toString(),
                    period.from(),
                    period.to());
            return new Facts(instant, new ReportCells(finest, margins, List.of()), sums);
        });
    }

    /** What is kept of a year is closed as a whole. */
    private Optional<Instant> asOf(FactMeasure measure, Period period) {
        LocalDate firstDay = period.from().withDayOfYear(1);
        Map<Period, Instant> kept = new HashMap<>();
        jdbc.query(
                "select first_day, last_day, as_of, closed from mw_released_period where measure = ? and first_day >= ? and first_day < ?",
                row -> {
                    refuseClosed(row.getBoolean(4), firstDay);
                    kept.put(
                            new Period(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
                            row.getObject(3, OffsetDateTime.class).toInstant());
                },
                measure.canonical().toString(),
                firstDay,
                firstDay.plusYears(1));
        return Optional.ofNullable(kept.get(period));
    }

    private static void refuseClosed(boolean closed, LocalDate firstDay) {
        if (closed) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.RELEASE_CLOSED,
                    "periodStart",
                    Sentence.beside(ReleasedFacts.class, "closed", String.valueOf(firstDay.getYear()))));
        }
    }

    /**
     * Keeps the facts of every released period of a year, unless they are.
     *
     * @param asked the period of which a report is published
     * @param ground on which all recipients who may not see every number know of patients
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 422 when a delivered report is only in part about it
     */
    public void keep(FactMeasure measure, Period asked, @Nullable ScoreDefinition definition, Ground ground) {
        if (asOf(measure, asked).isPresent()) {
            return;
        }
        try {
            oneState.executeWithoutResult(status -> keepYear(measure, asked, definition, ground));
        } catch (DataIntegrityViolationException another) {
            // Another request kept them meanwhile.
            if (asOf(measure, asked).isEmpty()) {
                throw another;
            }
        }
    }

    private void keepYear(FactMeasure measure, Period asked, @Nullable ScoreDefinition definition, Ground ground) {
        Instant asOf = clock.instant();
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        Population counted = populations.counted(ground, today);
        source.cells(measure, everybody(asked, today, counted), definition);
        LocalDate firstDay = asked.from().withDayOfYear(1);
        Period year = new Period(firstDay, firstDay.plusYears(1).minusDays(1));
        members.keep(measure, everybody(year, today, counted));
        Periods.ofYear(asked.from().getYear(), policies.releasedPeriods()).stream()
                .flatMap(Periods.Node::withParts)
                .map(Periods.Node::days)
                .forEach(period -> {
                    jdbc.update(
                            "insert into mw_released_period (measure, first_day, last_day, as_of) values (?, ?, ?, ?)",
                            measure.canonical().toString(),
                            period.from(),
                            period.to(),
                            OffsetDateTime.ofInstant(asOf, ZoneOffset.UTC));
                    keep(measure, period, everybody(period, today, counted), definition);
                });
    }

    private static ReportScope everybody(Period period, LocalDate today, Population counted) {
        return new ReportScope(period.from(), period.to(), Reporter.EVERYBODY, null, today, counted);
    }

    private void keep(FactMeasure measure, Period period, ReportScope scope, @Nullable ScoreDefinition definition) {
        ReportCells cells = source.within(measure, scope, definition);
        Map<Map<Stratifier, String>, FactCell> finest = new LinkedHashMap<>();
        cells.finest().forEach(cell -> finest.merge(cell.strata(), cell, FactCell::plus));
        Map<Map<Stratifier, String>, Cell> sums = new HashMap<>();
        contributions
                .strata(measure, scope, definition)
                .forEach(stratum -> sums.merge(
                        stratum.values(), new Cell(Map.of(), Map.of(stratum.set(), stratum.sums())), Cell::plus));
        List<Object[]> rows = new ArrayList<>();
        finest.forEach((strata, cell) -> rows.add(row(
                measure,
                period,
                rows.size(),
                strata,
                "",
                "",
                PoolableNumbers.of(measure, cell, sums.getOrDefault(strata, Cell.of(Map.of()))))));
        cells.margins()
                .forEach(margin -> rows.add(row(
                        measure,
                        period,
                        rows.size(),
                        margin.cell().strata(),
                        margin.stratum().stratifier(),
                        margin.stratum().value(),
                        margin.stratum().numbers())));
        jdbc.batchUpdate(
                "insert into mw_released_cell (measure, first_day, last_day, place, strata, division, stratum, numbers) values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static Object[] row(
            FactMeasure measure,
            Period period,
            int place,
            Map<Stratifier, String> strata,
            String division,
            String stratum,
            Map<String, BigDecimal> numbers) {
        Map<String, String> named = new TreeMap<>();
        strata.forEach((stratifier, value) -> named.put(stratifier.code(), value));
        return new Object[] {
            measure.canonical().toString(),
            period.from(),
            period.to(),
            place,
            written(named),
            division,
            stratum,
            written(numbers)
        };
    }

    private static String written(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, BigDecimal> numbers(String text) {
        return read(text, NUMBERS);
    }

    private static Map<Stratifier, String> strata(String text) {
        Map<Stratifier, String> strata = new EnumMap<>(Stratifier.class);
        read(text, STRATA)
                .forEach((code, value) -> strata.put(Stratifier.of(code).orElseThrow(), value));
        return strata;
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
