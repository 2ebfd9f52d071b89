package nl.meerwaarde.outcomeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.PlanDefinition;

/** Reads a PlanDefinition of the profile {@code outcome-set}. What is wrong with it is {@link OutcomeSetCheck}'s to say; it is left out here. */
final class OutcomeSetReader {
    static final String OUTCOME_SET = "outcome-set";

    private OutcomeSetReader() {}

    /** Whether a PlanDefinition says that it is an outcome set. */
    static boolean isOutcomeSet(PlanDefinition definition) {
        return definition.getType().getCoding().stream()
                .anyMatch(coding -> Canonicals.CodeSystems.PLAN_TYPE.equals(coding.getSystem())
                        && OUTCOME_SET.equals(coding.getCode()));
    }

    static Optional<CanonicalReference> canonical(PlanDefinition definition) {
        return isOutcomeSet(definition) && definition.hasUrl()
                ? Optional.of(new CanonicalReference(definition.getUrl(), definition.getVersion()))
                : Optional.empty();
    }

    static Optional<OutcomeSet> read(PlanDefinition definition) {
        return canonical(definition).map(canonical -> read(definition, canonical));
    }

    private static OutcomeSet read(PlanDefinition definition, CanonicalReference canonical) {
        List<Measurement> measurements = new ArrayList<>();
        List<OutcomeSet.TakenSet> taken = new ArrayList<>();
        SetAction.of(definition).forEach(action -> {
            measurement(action).ifPresent(measurements::add);
            takenSet(action).ifPresent(taken::add);
        });
        return new OutcomeSet(canonical, definition.getStatus() == PublicationStatus.ACTIVE, measurements, taken);
    }

    static Optional<Measurement> measurement(SetAction action) {
        if (action.kind().isEmpty()
                || action.code().isEmpty()
                || action.reporter().isEmpty()
                || action.means().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Measurement(
                action.kind().get(),
                action.code().get(),
                action.title(),
                action.reporter().get(),
                action.onlyWith(),
                action.means().get(),
                action.moments()));
    }

    private static Optional<OutcomeSet.TakenSet> takenSet(SetAction action) {
        return action.isTakenSet()
                ? action.definition().map(set -> new OutcomeSet.TakenSet(set, action.moments()))
                : Optional.empty();
    }
}
