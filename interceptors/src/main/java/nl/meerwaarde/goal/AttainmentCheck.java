package nl.meerwaarde.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.derivation.PatientChange;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.record.GoalReading;
import nl.meerwaarde.record.RecordEntry.PersonalGoal;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with what a client wrote about the attainment of a goal. */
final class AttainmentCheck {
    private static final Set<ObservationStatus> WITHDRAWN =
            Set.of(ObservationStatus.CANCELLED, ObservationStatus.ENTEREDINERROR);

    private final @Nullable Observation before;
    private final @Nullable Observation after;
    private final PatientChange change;
    private final List<Problem> problems = new ArrayList<>();

    AttainmentCheck(@Nullable Observation before, @Nullable Observation after, PatientChange change) {
        this.before = before;
        this.after = after;
        this.change = change;
    }

    List<Problem> problems() {
        boolean derived = isDerived(before) || isDerived(after);
        if (derived && !isAnswer()) {
            problem(
                    ProblemCode.DERIVED_RESOURCE,
                    "Observation.identifier",
                    isScore(before) || isScore(after) ? "score-derived" : "proposal-derived");
        } else if (after != null && !isScore(after) && !isWithdrawn(after)) {
            attainment(after, derived);
        }
        return List.copyOf(problems);
    }

    private static boolean isWithdrawn(Observation observation) {
        return observation.hasStatus() && WITHDRAWN.contains(observation.getStatus());
    }

    private void problem(ProblemCode code, String path, String key, Object... arguments) {
        problems.add(new Problem(code, path, Sentence.beside(AttainmentCheck.class, key, arguments)));
    }

    private static boolean isDerived(@Nullable Observation observation) {
        return observation != null && GoalReading.derivedFrom(observation).isPresent();
    }

    private static boolean isScore(@Nullable Observation observation) {
        return observation != null && Code.of(observation.getCode()).contains(GoalReading.T_SCORE);
    }

    /** A proposal is answered by its status, by who rated and by who confirmed; the rest of it stays. */
    private boolean isAnswer() {
        return before != null
                && after != null
                && isDerived(before)
                && !isScore(before)
                && proposed(before).equalsDeep(proposed(after));
    }

    private static Observation proposed(Observation observation) {
        Observation proposed = observation.copy();
        proposed.setId((String) null);
        proposed.setMeta(null);
        proposed.setText(null);
        proposed.setStatus(null);
        proposed.setPerformer(null);
        proposed.setNote(null);
        proposed.setIssued(null);
        proposed.getExtension().removeIf(extension -> Extensions.CONFIRMED_BY.equals(extension.getUrl()));
        return proposed;
    }

    private void attainment(Observation observation, boolean derived) {
        if (!observation.hasEffective()) {
            problem(ProblemCode.ATTAINMENT_INCOMPLETE, "Observation.effective", "effective-missing");
        }
        Optional<PersonalGoal> goal = goal(observation);
        if (goal.isEmpty()) {
            problem(ProblemCode.NOT_THE_PATIENTS, "Observation.focus", "focus");
        } else {
            value(observation, goal.get());
        }
        persons(observation, derived);
    }

    private Optional<PersonalGoal> goal(Observation observation) {
        if (observation.getFocus().size() != 1) {
            return Optional.empty();
        }
        String reference = reference(observation.getFocusFirstRep());
        return change.entries(PersonalGoal.class).stream()
                .filter(goal -> reference.equals("Goal/" + goal.id()))
                .findFirst();
    }

    private static String reference(Reference reference) {
        return String.valueOf(
                reference.getReferenceElement().toUnqualifiedVersionless().getValue());
    }

    private void value(Observation observation, PersonalGoal goal) {
        Type value = observation.getValue();
        if (goal.wanted() != null
                && !(value instanceof IntegerType level && level.hasValue() && Math.abs(level.getValue()) <= 2)) {
            problem(ProblemCode.ATTAINMENT_INCOMPLETE, "Observation.value", "value-level");
        }
        if (goal.threshold() != null && !(value instanceof BooleanType reached && reached.hasValue())) {
            problem(ProblemCode.ATTAINMENT_INCOMPLETE, "Observation.value", "value-reached");
        }
    }

    private void persons(Observation observation, boolean derived) {
        if (!observation.hasPerformer() && !derived) {
            problem(ProblemCode.ATTAINMENT_INCOMPLETE, "Observation.performer", "rater-missing");
        }
        boolean confirmed = observation.hasStatus()
                && Attainments.CONFIRMED.contains(observation.getStatus().toCode());
        if (confirmed
                && Stream.concat(observation.getPerformer().stream(), confirmedBy(observation))
                        .noneMatch(this::speaksForThePatient)) {
            problem(ProblemCode.ATTAINMENT_UNCONFIRMED, "Observation.status", "unconfirmed");
        }
    }

    private static Stream<Reference> confirmedBy(Observation observation) {
        return ExtensionLookup.value(observation.getExtension(), Extensions.CONFIRMED_BY)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast)
                .stream();
    }

    private boolean speaksForThePatient(Reference person) {
        String type = String.valueOf(person.getReferenceElement().getResourceType());
        return type.equals("RelatedPerson")
                || type.equals("Patient") && after != null && reference(person).equals(reference(after.getSubject()));
    }
}
