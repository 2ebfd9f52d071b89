package nl.meerwaarde.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.ClaimedProfiles;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.record.GoalReading;
import nl.meerwaarde.record.RecordReading;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads a Measure of the profile {@code fact-measure}, with everything that is wrong with it. */
final class FactMeasureReader {
    /** Scores that nobody is measured by. */
    private static final Set<Code> UNCOMPARED = Set.of(GoalReading.ATTAINMENT, GoalReading.LEVEL, GoalReading.T_SCORE);

    /** A hundred years. */
    private static final int MOST_DAYS = 36_525;

    private final Measure measure;
    private final List<Problem> problems = new ArrayList<>();

    private FactMeasureReader(Measure measure) {
        this.measure = measure;
    }

    /** A Measure that can be answered from facts, or why not. */
    sealed interface Reading {
        record Usable(FactMeasure measure) implements Reading {}

        record Refused(List<Problem> problems) implements Reading {}
    }

    /** Whether a Measure means to be answered from facts. */
    static boolean isFactMeasure(Measure measure) {
        return ClaimedProfiles.include(measure, Canonicals.Profiles.FACT_MEASURE)
                || measure.hasExtension(Canonicals.Extensions.SCORE);
    }

    static Reading read(Measure measure) {
        return new FactMeasureReader(measure).read();
    }

    private Reading read() {
        Optional<CanonicalReference> pathway = required(
                Canonicals.Extensions.PATHWAY, "the pathway whose episodes it is about", FactMeasureReader::canonical);
        List<FactMeasure.Group> groups = groups();
        boolean aboutScores = groups.size() != measure.getGroup().size()
                || groups.isEmpty()
                || groups.stream().anyMatch(group -> group.counted().needsScore());
        Optional<Code> score = aboutScores
                ? required(
                        Canonicals.Extensions.SCORE,
                        "the score it is about",
                        value -> value instanceof Coding coding ? Code.of(coding) : Optional.empty())
                : Optional.of(FactMeasure.NO_SCORE);
        if (score.filter(UNCOMPARED::contains).isPresent()) {
            problem(
                    "Measure.extension",
                    "Attainment of personal goals shows one patient's course; it is not compared between patients, teams or hospitals.");
        }
        Optional<String> single = singleMoment();
        Optional<String> before = !aboutScores ? Optional.of("") : single.or(() -> moment("before"));
        Optional<String> after = !aboutScores ? Optional.of("") : single.or(() -> moment("after"));
        refuseOtherMoments(groups, single.isPresent());
        if (!measure.hasUrl() || !measure.hasVersion()) {
            problem("Measure.url", "A Measure needs an address and a version, so that reports can name it.");
        }
        String model = model();
        FactMeasure.ReferencePopulation reference = reference();
        if (!problems.isEmpty()) {
            return new Reading.Refused(List.copyOf(problems));
        }
        return new Reading.Usable(new FactMeasure(
                new CanonicalReference(measure.getUrl(), measure.getVersion()),
                pathway.orElseThrow(),
                score.orElseThrow(),
                before.orElseThrow(),
                after.orElseThrow(),
                model,
                reference,
                groups));
    }

    /** @param read empty for what names nothing, such as a coding without a code */
    private <T> Optional<T> required(String url, String what, Function<@Nullable Type, Optional<T>> read) {
        Optional<T> named = read.apply(value(measure, url));
        if (named.isEmpty()) {
            problem("Measure.extension('" + url + "')", "The Measure must name " + what + ".");
        }
        return named;
    }

    private static Optional<CanonicalReference> canonical(@Nullable Type value) {
        return value instanceof CanonicalType canonical && canonical.hasValue()
                ? Optional.of(CanonicalReference.parse(canonical.getValue()))
                : Optional.empty();
    }

    private Optional<String> singleMoment() {
        return value(measure, Canonicals.Extensions.MEASUREMENT_MOMENT) instanceof Coding coding && coding.hasCode()
                ? Optional.of(coding.getCode())
                : Optional.empty();
    }

    private void refuseOtherMoments(List<FactMeasure.Group> groups, boolean single) {
        groups.forEach(group -> {
            Statistic.Facts facts = group.counted().facts();
            if (single && facts == Statistic.Facts.PAIRS || !single && facts == Statistic.Facts.SCORE) {
                problem(
                        "Measure.extension('" + Canonicals.Extensions.MEASUREMENT_MOMENT + "')",
                        group.counted().code() + " needs "
                                + (single
                                        ? "two moments (extension moments), but the Measure names one."
                                        : "one moment (extension measurement-moment)."));
            }
        });
    }

    private Optional<String> moment(String name) {
        Extension moments = ExtensionLookup.first(measure.getExtension(), Canonicals.Extensions.MOMENTS)
                .orElse(null);
        Optional<String> code = moments != null && value(moments, name) instanceof Coding coding && coding.hasCode()
                ? Optional.of(coding.getCode())
                : Optional.empty();
        if (code.isEmpty()) {
            problem(
                    "Measure.extension('" + Canonicals.Extensions.MOMENTS + "')",
                    "The Measure must name the moment " + name + ".");
        }
        return code;
    }

    /** A code says whose RiskAssessments hold the expectations, an address which of this server's models computes them. */
    private @Nullable String model() {
        return model(value(measure, Canonicals.Extensions.CASE_MIX_MODEL), "Measure");
    }

    private @Nullable String model(@Nullable Type model, String path) {
        if (model instanceof CanonicalType canonical
                && (!canonical.hasValue()
                        || CanonicalReference.parse(canonical.getValue()).version() == null)) {
            problem(
                    path + ".extension('" + Canonicals.Extensions.CASE_MIX_MODEL + "')",
                    "The Measure must name the version of the case-mix model (url|version): with another one it reports other figures.");
        }
        return model instanceof CanonicalType canonical
                ? canonical.getValue()
                : model instanceof Coding coding ? RecordReading.modelKey(coding) : null;
    }

    private FactMeasure.@Nullable ReferencePopulation reference() {
        Extension reference = ExtensionLookup.first(measure.getExtension(), Canonicals.Extensions.REFERENCE_POPULATION)
                .orElse(null);
        if (reference == null) {
            return null;
        }
        return new FactMeasure.ReferencePopulation(
                value(reference, "name") instanceof StringType name && name.hasValue() ? name.getValue() : "",
                number(reference, "mean-before"),
                number(reference, "mean-after"),
                number(reference, "mean-residual"),
                number(reference, "sd-residual"));
    }

    private BigDecimal number(Extension complex, String name) {
        if (value(complex, name) instanceof DecimalType decimal && decimal.hasValue()) {
            return decimal.getValue();
        }
        problem(
                "Measure.extension('" + Canonicals.Extensions.REFERENCE_POPULATION + "')",
                "The reference population needs a decimal '" + name + "'.");
        return BigDecimal.ZERO;
    }

    private List<FactMeasure.Group> groups() {
        List<FactMeasure.Group> groups = new ArrayList<>();
        for (int i = 0; i < measure.getGroup().size(); i++) {
            group(measure.getGroup().get(i), "Measure.group[" + i + "]").ifPresent(groups::add);
        }
        if (measure.getGroup().isEmpty()) {
            problem("Measure.group", "The Measure needs at least one group.");
        }
        return groups;
    }

    private Optional<FactMeasure.Group> group(MeasureGroupComponent group, String path) {
        Optional<Statistic> statistic =
                code(group, Canonicals.Extensions.STATISTIC).flatMap(Statistic::of);
        if (statistic.isEmpty()) {
            problem(
                    path + ".extension('" + Canonicals.Extensions.STATISTIC + "')",
                    "The group must name a statistic this server computes.");
        }
        boolean needsModel = statistic.filter(Statistic.ADJUSTED_GAIN::equals).isPresent() || modelledOnly(group);
        if (needsModel && !measure.hasExtension(Canonicals.Extensions.CASE_MIX_MODEL)) {
            problem(path, "This group needs expectations, but the Measure names no case-mix model.");
        }
        FactMeasure.Expectation expected = statistic
                .filter(Statistic.OBSERVED_OVER_EXPECTED::equals)
                .flatMap(known -> expected(group, path))
                .orElse(null);
        Optional<Statistic> counted = expected == null ? statistic : Optional.of(expected.share());
        Optional<String> event = counted.flatMap(known -> event(group, known, path));
        int days = counted.map(known -> days(group, known, path)).orElse(0);
        List<Stratifier> stratifiers = new ArrayList<>();
        for (int i = 0; i < group.getStratifier().size(); i++) {
            Optional<Stratifier> stratifier = group.getStratifier().get(i).getCode().getCoding().stream()
                    .map(coding -> Stratifier.of(coding.getCode()))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (stratifier.isEmpty()) {
                problem(
                        path + ".stratifier[" + i + "].code",
                        "The stratifier must be one of "
                                + Arrays.stream(Stratifier.values())
                                        .map(Stratifier::code)
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
            stratifier.ifPresent(stratifiers::add);
        }
        if (statistic.filter(Statistic.GOALS_ATTAINED::equals).isPresent()
                && (stratifiers.contains(Stratifier.ORGANIZATION) || stratifiers.contains(Stratifier.TEAM))) {
            problem(path + ".stratifier", "Personal goals are not compared between organisations or teams.");
        }
        return statistic.map(known -> new FactMeasure.Group(
                group.getId(),
                group.hasCode() ? group.getCode() : null,
                known,
                modelledOnly(group) || known == Statistic.ADJUSTED_GAIN,
                populations(group),
                stratifiers,
                event.orElse(null),
                days,
                expected));
    }

    private Optional<FactMeasure.Expectation> expected(MeasureGroupComponent group, String path) {
        Optional<Statistic> share = code(group, Canonicals.Extensions.ADJUSTED_STATISTIC)
                .flatMap(Statistic::of)
                .filter(Statistic::isPredictable);
        if (share.isEmpty()) {
            problem(
                    path + ".extension('" + Canonicals.Extensions.ADJUSTED_STATISTIC + "')",
                    "The group must name the share that a model expected: one of "
                            + Arrays.stream(Statistic.values())
                                    .filter(Statistic::isPredictable)
                                    .map(Statistic::code)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        String model = model(value(group, Canonicals.Extensions.CASE_MIX_MODEL), path);
        if (model == null) {
            problem(
                    path + ".extension('" + Canonicals.Extensions.CASE_MIX_MODEL + "')",
                    "The group must name the logistic model that expected the share.");
        }
        return share.isEmpty() || model == null
                ? Optional.empty()
                : Optional.of(new FactMeasure.Expectation(share.get(), model));
    }

    private Optional<String> event(MeasureGroupComponent group, Statistic statistic, String path) {
        if (statistic != Statistic.EVENT_RATE) {
            return Optional.empty();
        }
        Optional<String> event = value(group, Canonicals.Extensions.COUNTED_EVENT) instanceof Coding coding
                ? Optional.ofNullable(coding.getCode())
                : Optional.empty();
        if (event.isEmpty()) {
            problem(
                    path + ".extension('" + Canonicals.Extensions.COUNTED_EVENT + "')",
                    "The group must name the event that it counts.");
        }
        return event;
    }

    private int days(MeasureGroupComponent group, Statistic statistic, String path) {
        if (!statistic.needsDays()) {
            return 0;
        }
        if (value(group, Canonicals.Extensions.WITHIN_DAYS) instanceof PositiveIntType days
                && days.hasValue()
                && days.getValue() <= MOST_DAYS) {
            return days.getValue();
        }
        problem(
                path + ".extension('" + Canonicals.Extensions.WITHIN_DAYS + "')",
                "The group must say within how many days, 1 to " + MOST_DAYS + ".");
        return 0;
    }

    private static Set<String> populations(MeasureGroupComponent group) {
        return group.getPopulation().stream()
                .flatMap(population -> population.getCode().getCoding().stream())
                .map(Coding::getCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static boolean modelledOnly(MeasureGroupComponent group) {
        return code(group, Canonicals.Extensions.ANALYSIS_SET)
                .filter("modelled"::equals)
                .isPresent();
    }

    private static Optional<String> code(Element element, String url) {
        return value(element, url) instanceof CodeType code ? Optional.ofNullable(code.getValue()) : Optional.empty();
    }

    private static @Nullable Type value(Element element, String url) {
        return ExtensionLookup.value(element.getExtension(), url).orElse(null);
    }

    private static @Nullable Type value(Measure measure, String url) {
        return ExtensionLookup.value(measure.getExtension(), url).orElse(null);
    }

    private void problem(String path, String sentence) {
        problems.add(new Problem(ProblemCode.INVALID_DEFINITION, path, sentence));
    }
}
