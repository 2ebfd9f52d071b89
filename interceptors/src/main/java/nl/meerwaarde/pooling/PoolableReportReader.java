package nl.meerwaarde.pooling;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.meerwaarde.cell.PoolableNumbers;
import nl.meerwaarde.cell.PoolableStratum;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Stratifier;
import nl.meerwaarde.pooling.PoolableReports.Reading;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads a report that is to be pooled, with everything that is wrong with it. Believes nothing: it came from another server. */
final class PoolableReportReader {
    /** Clocks differ; a report from the future would keep its corrections out. */
    private static final long MOST_MINUTES_AHEAD = 10;

    /** More digits no sum of scores has: a country's, squared and expected by a model. */
    private static final int MOST_DIGITS = 60;

    private static final int MOST_WHOLE_DIGITS = 16;

    /** More patients no organisation has in a period; pooled, they still fit a FHIR integer. */
    private static final BigDecimal MOST_PEOPLE = BigDecimal.valueOf(10_000_000);

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private static final int LONGEST_VALUE = 200;
    private static final int DAY_LENGTH = "2026-01-01".length();

    private final PoolableReports rules;
    private final MeasureReport report;
    private final String path;
    private final List<Problem> problems = new ArrayList<>();

    PoolableReportReader(PoolableReports rules, MeasureReport report, String path) {
        this.rules = rules;
        this.report = report;
        this.path = path;
    }

    Reading read() {
        checkKind();
        Optional<LocalDate> from = day(report.getPeriod().getStartElement(), "start");
        Optional<LocalDate> to = day(report.getPeriod().getEndElement(), "end");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            problem(ProblemCode.NOT_POOLABLE, ".period", "period-reversed");
        }
        Optional<Instant> asOf = asOf();
        Optional<FactMeasure> measure = measure();
        if (measure.filter(FactMeasure::isByTeam).isPresent()) {
            problem(ProblemCode.NOT_POOLABLE, ".measure", "by-team");
        }
        List<PoolableStratum> strata = measure.map(this::strata).orElse(List.of());
        if (problems.isEmpty()) {
            problems.addAll(new PoolableChecks(measure.orElseThrow(), path + sumsPath()).problems(strata));
        }
        if (problems.isEmpty()) {
            problems.addAll(ReportedGroups.differences(report, measure.orElseThrow(), strata, path));
        }
        return problems.isEmpty()
                ? new Reading.Usable(new PoolableReport(
                        measure.orElseThrow(), from.orElseThrow(), to.orElseThrow(), asOf.orElseThrow(), strata))
                : new Reading.Refused(List.copyOf(problems));
    }

    private void checkKind() {
        if (report.getStatus() != MeasureReportStatus.COMPLETE) {
            problem(ProblemCode.NOT_POOLABLE, ".status", "not-complete");
        }
        if (report.getType() != MeasureReportType.SUMMARY) {
            problem(ProblemCode.NOT_POOLABLE, ".type", "not-summary");
        }
        if (report.hasSubject()) {
            problem(ProblemCode.NOT_POOLABLE, ".subject", "about-a-patient");
        }
        if (report.hasContained()) {
            problem(ProblemCode.NOT_POOLABLE, ".contained", "about-a-patient");
        }
    }

    private Optional<LocalDate> day(DateTimeType element, String name) {
        String text = element.getValueAsString();
        try {
            if (text != null && text.length() >= DAY_LENGTH) {
                LocalDate day = LocalDate.parse(text.substring(0, DAY_LENGTH));
                if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                    return Optional.of(day);
                }
            }
        } catch (DateTimeException e) {
            // Said below, as when there is none.
        }
        problem(ProblemCode.NOT_POOLABLE, ".period." + name, "no-day");
        return Optional.empty();
    }

    private Optional<Instant> asOf() {
        Type value = ExtensionLookup.value(report.getExtension(), Canonicals.Extensions.DATA_AS_OF)
                .orElse(null);
        if (!(value instanceof InstantType instant) || !instant.hasValue()) {
            problem(ProblemCode.NOT_POOLABLE, extension(Canonicals.Extensions.DATA_AS_OF), "no-data-as-of");
            return Optional.empty();
        }
        Instant asOf = instant.getValue().toInstant();
        if (asOf.isAfter(rules.now().plus(MOST_MINUTES_AHEAD, ChronoUnit.MINUTES))) {
            problem(ProblemCode.NOT_POOLABLE, extension(Canonicals.Extensions.DATA_AS_OF), "from-the-future");
        }
        return Optional.of(asOf);
    }

    private Optional<FactMeasure> measure() {
        CanonicalReference canonical = report.hasMeasure() ? CanonicalReference.parse(report.getMeasure()) : null;
        if (canonical == null || canonical.version() == null) {
            problem(ProblemCode.UNKNOWN_MEASURE_VERSION, ".measure", "no-measure-version");
            return Optional.empty();
        }
        Optional<FactMeasure> measure = isPrintable(canonical.toString()) ? rules.measure(canonical) : Optional.empty();
        if (measure.isEmpty()) {
            problem(ProblemCode.UNKNOWN_MEASURE_VERSION, ".measure", "unknown-measure-version", canonical);
        }
        return measure;
    }

    private List<PoolableStratum> strata(FactMeasure measure) {
        Extension sums = ExtensionLookup.first(report.getExtension(), Canonicals.Extensions.POOLABLE_SUMS)
                .orElse(null);
        if (sums == null) {
            problem(ProblemCode.NOT_POOLABLE, ".extension", "no-sums");
            return List.of();
        }
        checkRules(measure, sums);
        List<PoolableStratum> strata = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < sums.getExtension().size(); i++) {
            Extension part = sums.getExtension().get(i);
            if (PoolableReports.STRATUM.equals(part.getUrl())) {
                PoolableStratum stratum = stratum(measure, part, sumsPath() + ".extension[" + i + "]");
                strata.add(stratum);
                if (!seen.add(stratum.stratifier() + " " + stratum.value())) {
                    problem(
                            ProblemCode.NOT_POOLABLE,
                            sumsPath() + ".extension[" + i + "]",
                            "stratum-twice",
                            stratum.stratifier(),
                            stratum.value());
                }
            }
        }
        if (!seen.contains(PoolableStratum.TOTAL + " ")) {
            problem(ProblemCode.NOT_POOLABLE, sumsPath(), "no-total");
        }
        return strata;
    }

    private void checkRules(FactMeasure measure, Extension sums) {
        String model =
                ExtensionLookup.text(sums.getExtension(), PoolableReports.MODEL).orElse("");
        String here = measure.model() == null ? "" : measure.model();
        if (!model.equals(here)) {
            problem(ProblemCode.OTHER_RULES, sumsPath(), "other-model", model, here);
        } else if (!rules.rules(measure)
                .equals(ExtensionLookup.text(sums.getExtension(), PoolableReports.RULES)
                        .orElse(""))) {
            problem(ProblemCode.OTHER_RULES, sumsPath(), "other-rules", measure.canonical());
        }
    }

    private PoolableStratum stratum(FactMeasure measure, Extension part, String at) {
        String stratifier = ExtensionLookup.text(part.getExtension(), PoolableReports.STRATIFIER)
                .orElse(PoolableStratum.TOTAL);
        String value =
                ExtensionLookup.text(part.getExtension(), PoolableReports.VALUE).orElse("");
        boolean known = stratifier.equals(PoolableStratum.TOTAL)
                || Stratifier.of(stratifier)
                        .filter(PoolableReports.stratifiers(measure)::contains)
                        .isPresent();
        if (!known) {
            problem(ProblemCode.NOT_POOLABLE, at, "other-stratifier", stratifier);
        } else if (stratifier.equals(PoolableStratum.TOTAL) != value.isEmpty()
                || value.length() > LONGEST_VALUE
                || !isPrintable(value)) {
            problem(ProblemCode.NOT_POOLABLE, at, "no-stratum-value", stratifier);
        }
        return new PoolableStratum(stratifier, value, numbers(measure, part, at));
    }

    private SortedMap<String, BigDecimal> numbers(FactMeasure measure, Extension stratum, String at) {
        SortedMap<String, BigDecimal> numbers = new TreeMap<>();
        Set<String> names = PoolableNumbers.names(measure);
        for (Extension number : stratum.getExtension()) {
            if (PoolableReports.NUMBER.equals(number.getUrl())) {
                String name = ExtensionLookup.text(number.getExtension(), PoolableReports.NAME)
                        .orElse("");
                Type value = ExtensionLookup.value(number.getExtension(), PoolableReports.VALUE)
                        .orElse(null);
                if (!names.contains(name) || numbers.containsKey(name)) {
                    problem(ProblemCode.NOT_POOLABLE, at, names.contains(name) ? "number-twice" : "other-number", name);
                } else if (value instanceof DecimalType decimal && isNumber(name, decimal.getValue())) {
                    numbers.put(name, PoolableNumbers.plain(decimal.getValue()));
                } else {
                    problem(ProblemCode.NOT_POOLABLE, at, "not-a-number", name);
                    numbers.put(name, BigDecimal.ZERO);
                }
            }
        }
        List<String> missing =
                names.stream().filter(name -> !numbers.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            problem(ProblemCode.NOT_POOLABLE, at, "numbers-missing", String.join(", ", missing));
        }
        return numbers;
    }

    private static boolean isNumber(String name, @Nullable BigDecimal value) {
        if (value == null
                || value.precision() > MOST_DIGITS
                || Math.abs((long) value.scale()) > MOST_DIGITS
                || (long) value.precision() - value.scale() > MOST_WHOLE_DIGITS) {
            return false;
        }
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return !PoolableNumbers.isCount(name) || whole && value.signum() >= 0 && value.compareTo(MOST_PEOPLE) <= 0;
    }

    /** A database may not take other characters. */
    private static boolean isPrintable(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static String sumsPath() {
        return extension(Canonicals.Extensions.POOLABLE_SUMS);
    }

    private static String extension(String url) {
        return ".extension('" + url + "')";
    }

    private void problem(ProblemCode code, String where, String key, Object... arguments) {
        problems.add(new Problem(code, path + where, Sentence.beside(PoolableReportReader.class, key, arguments)));
    }
}
