package nl.meerwaarde.population;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.instrument.Question;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Answers from Observations, for items that have a code and say how far back it may lie ({@code observationLinkPeriod}): the newest with a value of the
 * right kind. Below a group that an Observation answers, only what belongs to that Observation counts.
 */
final class ObservedAnswers {
    /** What lies further ahead than a time zone is an error. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofDays(1);

    private final List<SubjectRecord> records;
    private final Instant now;
    private final @Nullable Code side;
    private final PopulationIssues issues;

    /**
     * @param records where to look
     * @param side the side the form is about, or null when that is not known
     */
    ObservedAnswers(List<SubjectRecord> records, Instant now, @Nullable Code side, PopulationIssues issues) {
        this.records = records;
        this.now = now;
        this.side = side;
        this.issues = issues;
    }

    /** Tells the stored record what will be asked, so that it is read at once. */
    void expect(Questionnaire questionnaire) {
        Set<Code> codes = new HashSet<>();
        Instant since = collect(questionnaire.getItem(), codes, Instant.MAX);
        if (!codes.isEmpty()) {
            records.stream()
                    .filter(StoredRecord.class::isInstance)
                    .forEach(record -> ((StoredRecord) record).expect(codes, since));
        }
    }

    private Instant collect(List<QuestionnaireItemComponent> items, Set<Code> codes, Instant since) {
        Instant earliest = since;
        for (QuestionnaireItemComponent item : items) {
            Optional<Instant> own = LinkPeriod.since(item, now);
            if (own.isPresent()) {
                codes.addAll(codes(item));
                earliest = own.get().isBefore(earliest) ? own.get() : earliest;
            }
            earliest = collect(item.getItem(), codes, earliest);
        }
        return earliest;
    }

    /** A code without a system says too little to look for. */
    private static Set<Code> codes(QuestionnaireItemComponent item) {
        return item.getCode().stream()
                .map(Code::of)
                .flatMap(Optional::stream)
                .filter(code -> !code.system().isEmpty())
                .collect(Collectors.toSet());
    }

    /** The Observation that a group as a whole stands for. */
    Optional<Observation> panel(QuestionnaireItemComponent group, @Nullable Observation outer, String path) {
        return newest(group, outer, path, observation -> Optional.of(new Observed<>(observation, observation)))
                .map(Observed::value);
    }

    /** What the newest fitting Observation answers to a question. */
    Optional<Type> answer(
            QuestionnaireItemComponent item, Question question, @Nullable Observation panel, String path) {
        Optional<Type> component = panel == null ? Optional.empty() : component(item, question, panel);
        return component.isPresent()
                ? component
                : newest(item, panel, path, observation -> value(item, question, observation))
                        .map(Observed::value);
    }

    private Optional<Type> component(QuestionnaireItemComponent item, Question question, Observation panel) {
        if (!LinkPeriod.isOn(item)) {
            return Optional.empty();
        }
        Set<Code> codes = codes(item);
        return panel.getComponent().stream()
                .filter(component -> Code.of(component.getCode()).stream().anyMatch(codes::contains))
                .filter(component -> component.hasValue() && !component.hasModifierExtension())
                .map(component -> AnswerValues.answer(item, question, component.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Observed<Type>> value(
            QuestionnaireItemComponent item, Question question, Observation observation) {
        return observation.hasValue()
                ? AnswerValues.answer(item, question, observation.getValue())
                        .map(value -> new Observed<>(observation, value))
                : Optional.empty();
    }

    private record Observed<T>(Observation source, T value) {}

    private interface Reading<T> {
        Optional<Observed<T>> of(Observation observation);
    }

    private <T> Optional<Observed<T>> newest(
            QuestionnaireItemComponent item, @Nullable Observation panel, String path, Reading<T> reading) {
        if (!LinkPeriod.isOn(item) || codes(item).isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> since = LinkPeriod.since(item, now);
        if (since.isEmpty()) {
            issues.add(
                    ProblemCode.INVALID_DEFINITION,
                    path,
                    "The observationLinkPeriod of item '" + item.getLinkId()
                            + "' must be a number of UCUM's a, mo, wk, d, h, min or s.");
            return Optional.empty();
        }
        return candidates(item, panel, since.get(), reading)
                .min(Comparator.comparing(Observed::source, ObservationTime.NEWEST_FIRST))
                .filter(observed -> isOfThisSide(observed.source(), item, path));
    }

    /** The newest of every record. */
    private <T> Stream<Observed<T>> candidates(
            QuestionnaireItemComponent item, @Nullable Observation panel, Instant since, Reading<T> reading) {
        Set<Code> codes = codes(item);
        Stream<Stream<Observation>> found = panel == null
                ? records.stream().map(record -> record.observations(codes, since))
                : Stream.of(members(panel)
                        .filter(member -> Code.of(member.getCode()).stream().anyMatch(codes::contains)));
        return found.map(observations -> observations
                        .filter(this::countsHere)
                        .map(reading::of)
                        .flatMap(Optional::stream)
                        .findFirst())
                .flatMap(Optional::stream);
    }

    private Stream<Observation> members(Observation panel) {
        return panel.getHasMember().stream()
                .filter(member -> member.hasReference())
                .flatMap(member -> records.stream()
                        .map(record -> record.read(member.getReference()))
                        .flatMap(Optional::stream)
                        .limit(1))
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .filter(observation -> SentRecord.CERTAIN.contains(observation.getStatus()));
    }

    /** Not what is about somebody else (a fetus, a device), not what a modifier makes mean something else, not the other side. */
    private boolean countsHere(Observation observation) {
        return !observation.hasFocus()
                && !observation.hasModifierExtension()
                && !ObservationTime.latest(observation).isAfter(now.plus(CLOCK_DIFFERENCE))
                && (side == null || side(observation).map(side::equals).orElse(true));
    }

    /** A value of one knee must not answer for the other: where the form's side is not known, what names a side answers nothing. */
    private boolean isOfThisSide(Observation observation, QuestionnaireItemComponent item, String path) {
        boolean known = side != null || side(observation).isEmpty();
        if (!known) {
            issues.add(
                    ProblemCode.CONTEXT_MISSING,
                    path,
                    "The newest Observation for item '" + item.getLinkId()
                            + "' is about one side, and it is not known which side this form is about: give a launch context that names it.");
        }
        return known;
    }

    private static Optional<Code> side(Observation observation) {
        return ExtensionLookup.value(observation.getExtension(), Canonicals.Extensions.LATERALITY)
                .flatMap(laterality -> laterality instanceof Coding coding ? Code.of(coding) : Optional.empty());
    }
}
