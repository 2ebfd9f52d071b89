package nl.meerwaarde.goal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import nl.meerwaarde.derivation.PatientChange;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.record.GoalReading;
import nl.meerwaarde.record.RecordEntry.Achievement;
import nl.meerwaarde.record.RecordEntry.Event;
import nl.meerwaarde.record.RecordEntry.PersonalGoal;
import nl.meerwaarde.record.RecordEntry.Span;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Goal.GoalTargetComponent;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with one personal goal. */
final class GoalCheck {
    private static final Set<String> PERSONS = Set.of("Patient", "RelatedPerson");
    private static final Set<String> RATERS = Set.of("Patient", "RelatedPerson", "Practitioner", "PractitionerRole");
    private static final List<Integer> ALL_LEVELS = List.of(-2, -1, 0, 1, 2);

    private final Goal goal;
    private final @Nullable Goal before;
    private final PatientChange change;
    private final List<Problem> problems = new ArrayList<>();

    /** @param before the stored goal that this one replaces, or null */
    GoalCheck(Goal goal, @Nullable Goal before, PatientChange change) {
        this.goal = goal;
        this.before = before;
        this.change = change;
    }

    List<Problem> problems() {
        if (goal.getLifecycleStatus() != GoalLifecycleStatus.ENTEREDINERROR) {
            words();
            persons();
            conditions();
            target();
            weight();
            reason();
            achievement();
        }
        return List.copyOf(problems);
    }

    private void problem(ProblemCode code, String path, String key, Object... arguments) {
        problems.add(new Problem(code, path, Sentence.beside(GoalCheck.class, key, arguments)));
    }

    private void words() {
        if (!goal.getDescription().hasText() || goal.getDescription().getText().isBlank()) {
            problem(ProblemCode.GOAL_INCOMPLETE, "Goal.description.text", "words-missing");
        }
    }

    private void persons() {
        if (!"Patient".equals(type(goal.getSubject()))) {
            problem(ProblemCode.GOAL_INCOMPLETE, "Goal.subject", "subject-no-patient");
        }
        if (!PERSONS.contains(type(goal.getExpressedBy())) || isSomebodyElse(goal.getExpressedBy())) {
            problem(ProblemCode.NOT_THE_PATIENTS, "Goal.expressedBy", "owner");
        }
        ExtensionLookup.first(goal.getExtension(), Extensions.GOAL_RATER).ifPresent(rater -> {
            if (!(rater.getValue() instanceof Reference reference)
                    || !RATERS.contains(type(reference))
                    || isSomebodyElse(reference)) {
                problem(ProblemCode.NOT_THE_PATIENTS, path(rater), "rater");
            }
        });
    }

    private static String type(Reference reference) {
        return String.valueOf(reference.getReferenceElement().getResourceType());
    }

    private boolean isSomebodyElse(Reference person) {
        return "Patient".equals(type(person))
                && !person.getReferenceElement()
                        .toUnqualifiedVersionless()
                        .getValue()
                        .equals(goal.getSubject()
                                .getReferenceElement()
                                .toUnqualifiedVersionless()
                                .getValue());
    }

    private void conditions() {
        boolean any = false;
        for (int i = 0; i < goal.getAddresses().size(); i++) {
            Reference addressed = goal.getAddresses().get(i);
            if ("Condition".equals(type(addressed))) {
                any = true;
                String id = addressed.getReferenceElement().getIdPart();
                boolean known = change.entries(Event.class).stream()
                        .anyMatch(event -> event.resourceType().equals("Condition")
                                && event.id().equals(id));
                if (!known) {
                    problem(ProblemCode.NOT_THE_PATIENTS, "Goal.addresses[" + i + "]", "condition");
                }
            }
        }
        if (!any) {
            problem(ProblemCode.GOAL_INCOMPLETE, "Goal.addresses", "condition-missing");
        }
    }

    private void target() {
        if (goal.getTarget().size() != 1) {
            problem(ProblemCode.GOAL_INCOMPLETE, "Goal.target", "target-count");
            return;
        }
        GoalTargetComponent target = goal.getTargetFirstRep();
        if (!target.hasDue()) {
            problem(ProblemCode.GOAL_INCOMPLETE, "Goal.target[0].due", "due-missing");
        }
        if (target.getDetail() instanceof IntegerType wanted) {
            levels(target, wanted);
        } else {
            threshold(target);
        }
    }

    private void threshold(GoalTargetComponent target) {
        if (GoalReading.threshold(target.getDetail()) == null) {
            problem(ProblemCode.GOAL_INCOMPLETE, "Goal.target[0].detail", "detail");
        }
        if (Code.of(target.getMeasure()).isEmpty()) {
            problem(ProblemCode.GOAL_INCOMPLETE, "Goal.target[0].measure", "measure-missing");
        }
        if (!levels().isEmpty()) {
            problem(ProblemCode.ATTAINMENT_LEVELS, path(levels().get(0)), "levels-of-threshold");
        }
    }

    private List<Extension> levels() {
        return goal.getExtension().stream()
                .filter(extension -> Extensions.ATTAINMENT_LEVEL.equals(extension.getUrl()))
                .toList();
    }

    private void levels(GoalTargetComponent target, IntegerType wanted) {
        if (!wanted.hasValue() || Math.abs(wanted.getValue()) > 2) {
            problem(ProblemCode.ATTAINMENT_LEVELS, "Goal.target[0].detail", "wanted-level");
        }
        List<Integer> given = levels().stream()
                .map(GoalCheck::number)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        if (levels().size() != ALL_LEVELS.size() || !given.equals(ALL_LEVELS)) {
            problem(ProblemCode.ATTAINMENT_LEVELS, "Goal.extension", "levels");
        }
        levels().stream()
                .filter(level -> ExtensionLookup.text(level.getExtension(), "description")
                        .filter(text -> !text.isBlank())
                        .isEmpty())
                .forEach(level -> problem(ProblemCode.ATTAINMENT_LEVELS, path(level), "level-description"));
        ranges(target);
    }

    private static Optional<Integer> number(Extension level) {
        return ExtensionLookup.value(level.getExtension(), "level")
                .filter(value -> value instanceof IntegerType integer && integer.hasValue())
                .map(value -> ((IntegerType) value).getValue());
    }

    private static Optional<Span> range(Extension level) {
        return ExtensionLookup.value(level.getExtension(), "range")
                .filter(Range.class::isInstance)
                .map(GoalReading::threshold);
    }

    /** Levels follow the score up or down: no value may mean two levels, except where two ranges meet. */
    private void ranges(GoalTargetComponent target) {
        List<Span> spans = levels().stream()
                .filter(level -> number(level).isPresent())
                .sorted(Comparator.comparing(level -> number(level).orElseThrow()))
                .map(GoalCheck::range)
                .flatMap(Optional::stream)
                .toList();
        if (spans.isEmpty()) {
            return;
        }
        if (Code.of(target.getMeasure()).isEmpty()) {
            problem(ProblemCode.GOAL_INCOMPLETE, "Goal.target[0].measure", "measure-missing");
        }
        boolean rising = inOrder(spans, (lower, higher) -> notAfter(lower.high(), higher.low()));
        boolean falling = inOrder(spans, (lower, higher) -> notAfter(higher.high(), lower.low()));
        if (!rising && !falling) {
            problem(ProblemCode.ATTAINMENT_LEVELS, "Goal.extension", "level-ranges");
        }
    }

    private static boolean inOrder(List<Span> spans, BiPredicate<Span, Span> fits) {
        for (int i = 1; i < spans.size(); i++) {
            if (!fits.test(spans.get(i - 1), spans.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean notAfter(@Nullable BigDecimal end, @Nullable BigDecimal start) {
        return end != null && start != null && end.compareTo(start) <= 0;
    }

    private void weight() {
        ExtensionLookup.first(goal.getExtension(), Extensions.GOAL_WEIGHT).ifPresent(weight -> {
            for (String name : List.of("importance", "difficulty")) {
                Optional<Type> value = ExtensionLookup.value(weight.getExtension(), name);
                boolean fits = value.isEmpty()
                        || value.get() instanceof IntegerType integer
                                && integer.hasValue()
                                && integer.getValue() >= 0
                                && integer.getValue() <= 3;
                if (!fits) {
                    problem(ProblemCode.GOAL_INCOMPLETE, path(weight), "weight", name);
                }
            }
        });
    }

    /** What the patient is held to may change, and everybody sees when and why. */
    private void reason() {
        if (before == null || !GoalReading.isPersonal(before)) {
            return;
        }
        List<Extension> earlier = changes(before);
        List<Extension> now = changes(goal);
        boolean kept = now.size() >= earlier.size() && Base.compareDeep(now.subList(0, earlier.size()), earlier, true);
        if (!kept) {
            problem(ProblemCode.GOAL_CHANGE_UNEXPLAINED, "Goal.extension", "change-lost");
        } else if (now.size() == earlier.size() && differs(before)) {
            problem(ProblemCode.GOAL_CHANGE_UNEXPLAINED, "Goal.extension", "change-missing");
        }
        now.stream()
                .filter(reason -> ExtensionLookup.text(reason.getExtension(), "reason")
                                .filter(text -> !text.isBlank())
                                .isEmpty()
                        || ExtensionLookup.text(reason.getExtension(), "date").isEmpty())
                .forEach(reason -> problem(ProblemCode.GOAL_CHANGE_UNEXPLAINED, path(reason), "change-incomplete"));
    }

    private static List<Extension> changes(Goal of) {
        return extensions(of, Set.of(Extensions.GOAL_CHANGE));
    }

    private static List<Extension> extensions(Goal of, Set<String> urls) {
        return of.getExtension().stream()
                .filter(extension -> urls.contains(extension.getUrl()))
                .toList();
    }

    private boolean differs(Goal earlier) {
        Set<String> agreed = Set.of(Extensions.ATTAINMENT_LEVEL, Extensions.GOAL_WEIGHT, Extensions.GOAL_RATER);
        return !Base.compareDeep(goal.getDescription(), earlier.getDescription(), true)
                || !Base.compareDeep(goal.getTarget(), earlier.getTarget(), true)
                || !Base.compareDeep(extensions(goal, agreed), extensions(earlier, agreed), true);
    }

    private void achievement() {
        Optional<PersonalGoal> entry = change.entries(PersonalGoal.class).stream()
                .filter(known -> known.id().equals(goal.getIdElement().getIdPart()))
                .findFirst();
        if (entry.isEmpty()) {
            return;
        }
        Achievement said = entry.get().achievement();
        GoalRules.expected(new Attainments(change.record()).achievement(entry.get()), said)
                .filter(expected -> !expected.equals(said))
                .ifPresent(expected -> problem(
                        ProblemCode.ACHIEVEMENT_DIFFERS,
                        "Goal.achievementStatus",
                        "achievement",
                        String.valueOf(expected.status()),
                        expected.date() == null ? "-" : expected.date(),
                        expected.outcomes().size()));
    }

    private String path(Extension extension) {
        return "Goal.extension[" + goal.getExtension().indexOf(extension) + "]";
    }
}
