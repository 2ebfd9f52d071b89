package nl.meerwaarde.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.meerwaarde.fhir.ClaimedProfiles;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.Identifiers;
import nl.meerwaarde.terminology.Canonicals.Profiles;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Goal.GoalTargetComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads personal goals and what is observed of them. Lenient: what rules refuse is left out here. */
public final class GoalReading {
    /** Code of an Observation that says how far a goal was reached. */
    public static final Code ATTAINMENT = new Code(CodeSystems.SCORE, "goal-attainment");

    /** Code of the Observation with the T-score of an episode's goals. */
    public static final Code T_SCORE = new Code(CodeSystems.SCORE, "gas-t-score");

    /** Code of the score of a response that answers how far a goal was reached. */
    public static final Code LEVEL = new Code(CodeSystems.SCORE, "goal-attainment-level");

    private static final Set<GoalLifecycleStatus> CLOSED =
            Set.of(GoalLifecycleStatus.COMPLETED, GoalLifecycleStatus.CANCELLED, GoalLifecycleStatus.REJECTED);

    private GoalReading() {}

    /** Whether a Goal is one of the profile {@code personal-goal}; those of others are left alone. */
    public static boolean isPersonal(Goal goal) {
        return ClaimedProfiles.include(goal, Profiles.PERSONAL_GOAL);
    }

    /** The ids of the Goals whose attainment a response answers. */
    public static List<String> answered(QuestionnaireResponse response) {
        return response.getExtension().stream()
                .filter(extension -> Extensions.GOAL.equals(extension.getUrl()))
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(goal -> RecordReading.id((Reference) goal, "Goal"))
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<RecordEntry> goal(Goal goal) {
        Optional<String> patient = RecordReading.patient(goal);
        if (!isPersonal(goal) || patient.isEmpty() || goal.getLifecycleStatus() == GoalLifecycleStatus.ENTEREDINERROR) {
            return Optional.empty();
        }
        GoalTargetComponent target = goal.hasTarget() ? goal.getTarget().get(0) : new GoalTargetComponent();
        return Optional.of(new RecordEntry.PersonalGoal(
                goal.getIdElement().getIdPart(),
                patient.get(),
                !(goal.hasLifecycleStatus() && CLOSED.contains(goal.getLifecycleStatus())),
                day(goal.getStart(), DateSpan::from),
                day(target.getDue(), DateSpan::to),
                Code.of(target.getMeasure()).stream().map(Code::key).toList(),
                threshold(target.getDetail()),
                target.getDetail() instanceof IntegerType level ? level.getValue() : null,
                levels(goal),
                weight(goal),
                achievement(goal)));
    }

    private static @Nullable LocalDate day(@Nullable Type date, Function<DateSpan, LocalDate> end) {
        return DateSpan.of(date).map(end).orElse(null);
    }

    /** At least or at most a value, or a range; null for anything else. */
    public static RecordEntry.@Nullable Span threshold(@Nullable Type detail) {
        if (detail instanceof Range range) {
            return span(range);
        }
        if (!(detail instanceof Quantity quantity) || !quantity.hasValue()) {
            return null;
        }
        if (quantity.getComparator() == QuantityComparator.GREATER_OR_EQUAL) {
            return new RecordEntry.Span(quantity.getValue(), null);
        }
        return quantity.getComparator() == QuantityComparator.LESS_OR_EQUAL
                ? new RecordEntry.Span(null, quantity.getValue())
                : null;
    }

    private static RecordEntry.@Nullable Span span(Range range) {
        BigDecimal low = range.getLow().getValue();
        BigDecimal high = range.getHigh().getValue();
        return low == null && high == null ? null : new RecordEntry.Span(low, high);
    }

    private static List<RecordEntry.Level> levels(Goal goal) {
        List<RecordEntry.Level> levels = new ArrayList<>();
        for (Extension extension : goal.getExtension()) {
            if (Extensions.ATTAINMENT_LEVEL.equals(extension.getUrl())) {
                integer(extension, "level")
                        .ifPresent(level -> levels.add(new RecordEntry.Level(level, range(extension))));
            }
        }
        levels.sort(Comparator.comparing(RecordEntry.Level::level));
        return levels;
    }

    private static RecordEntry.@Nullable Span range(Extension level) {
        return ExtensionLookup.value(level.getExtension(), "range").orElse(null) instanceof Range range
                ? span(range)
                : null;
    }

    private static Optional<Integer> integer(Extension complex, String part) {
        return ExtensionLookup.value(complex.getExtension(), part)
                .filter(value -> value instanceof IntegerType integer && integer.hasValue())
                .map(value -> ((IntegerType) value).getValue());
    }

    private static int weight(Goal goal) {
        return ExtensionLookup.first(goal.getExtension(), Extensions.GOAL_WEIGHT)
                .map(weight -> integer(weight, "importance").orElse(1)
                        * integer(weight, "difficulty").orElse(1))
                .orElse(1);
    }

    /** What a Goal says of its attainment. */
    public static RecordEntry.Achievement achievement(Goal goal) {
        return new RecordEntry.Achievement(
                code(goal.getAchievementStatus()),
                day(goal.getStatusDateElement(), DateSpan::from),
                goal.getOutcomeReference().stream()
                        .map(outcome -> RecordReading.id(outcome, "Observation"))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static @Nullable String code(CodeableConcept concept) {
        return Code.of(concept).stream().map(Code::code).findFirst().orElse(null);
    }

    /** Whether an Observation says how far goals were reached; such numbers are no measurements. */
    public static boolean isAboutGoals(Observation observation) {
        List<Code> codes = Code.of(observation.getCode());
        return codes.contains(ATTAINMENT) || codes.contains(T_SCORE);
    }

    /** What this server derived it from: two ids with a bar between them; empty when somebody else wrote it. */
    public static Optional<String> derivedFrom(Observation observation) {
        return observation.getIdentifier().stream()
                .filter(identifier -> Identifiers.DERIVED_ATTAINMENT.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .filter(value -> value != null && value.contains("|"))
                .findFirst();
    }

    static Optional<RecordEntry> observation(Observation observation) {
        return Code.of(observation.getCode()).contains(T_SCORE) ? score(observation) : attainment(observation);
    }

    private static Optional<RecordEntry> attainment(Observation observation) {
        Optional<String> goal = observation.getFocus().stream()
                .map(focus -> RecordReading.id(focus, "Goal"))
                .flatMap(Optional::stream)
                .findFirst();
        Optional<DateSpan> when = DateSpan.of(observation.getEffective());
        if (goal.isEmpty() || when.isEmpty() || !observation.hasStatus()) {
            return Optional.empty();
        }
        return Optional.of(new RecordEntry.Attainment(
                observation.getIdElement().getIdPart(),
                goal.get(),
                derivedFrom(observation)
                        .map(value -> value.substring(value.indexOf('|') + 1))
                        .orElse(null),
                observation.getStatus().toCode(),
                observation.getValue() instanceof IntegerType level ? level.getValue() : null,
                observation.getValue() instanceof BooleanType reached ? reached.getValue() : null,
                when.get()));
    }

    /** Somebody else's T-score is no concern of ours. */
    private static Optional<RecordEntry> score(Observation observation) {
        Optional<String> derived = derivedFrom(observation);
        Optional<String> patient = RecordReading.patient(observation);
        Optional<DateSpan> day = DateSpan.of(observation.getEffective());
        if (derived.isEmpty()
                || patient.isEmpty()
                || day.isEmpty()
                || !(observation.getValue() instanceof Quantity value)
                || !value.hasValue()) {
            return Optional.empty();
        }
        return Optional.of(new RecordEntry.GoalScore(
                observation.getIdElement().getIdPart(),
                patient.get(),
                derived.get().substring(0, derived.get().indexOf('|')),
                day.get().from(),
                value.getValue(),
                ids(observation.getFocus(), "Goal"),
                ids(observation.getDerivedFrom(), "Observation")));
    }

    private static List<String> ids(List<Reference> references, String type) {
        return references.stream()
                .map(reference -> RecordReading.id(reference, type))
                .flatMap(Optional::stream)
                .toList();
    }
}
