package nl.meerwaarde.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.derivation.PatientChange;
import nl.meerwaarde.derivation.PatientStep;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.record.RecordEntry.Episode;
import nl.meerwaarde.record.RecordEntry.Event;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Holds decisions, and the treatments that are based on them, to their rules, and asks patients how a decision was taken. */
final class DecisionStep implements PatientStep {
    private final CareContext context;
    private final DecisionQuestionnaires questionnaires;

    DecisionStep(CareContext context, DecisionQuestionnaires questionnaires) {
        this.context = context;
        this.questionnaires = questionnaires;
    }

    @Override
    public List<Problem> problems(PatientChange change) {
        List<Problem> problems = new ArrayList<>();
        for (PatientChange.Changed changed : change.changed()) {
            decision(changed.after())
                    .ifPresent(decision ->
                            problems.addAll(new DecisionCheck(decision, surroundings(decision, change)).problems()));
            if (changed.after() instanceof Procedure procedure) {
                problems.addAll(treatment(procedure, change));
            }
        }
        return problems;
    }

    private static Optional<SharedDecision> decision(@Nullable Resource resource) {
        return resource instanceof CarePlan plan && SharedDecision.isOne(plan)
                ? Optional.of(new SharedDecision(plan))
                : Optional.empty();
    }

    private Surroundings surroundings(SharedDecision decision, PatientChange change) {
        List<Event> events = change.entries(Event.class);
        return new Surroundings(
                episodes(change),
                events.stream()
                        .filter(event -> event.resourceType().equals("Condition"))
                        .map(event -> "Condition/" + event.id())
                        .collect(Collectors.toSet()),
                context.participants(decision),
                events.stream()
                        .filter(event -> event.resourceType().equals("Procedure")
                                && event.episodes().contains(decision.id()))
                        .map(Event::when)
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    private static Set<String> episodes(PatientChange change) {
        return change.entries(Episode.class).stream()
                .map(episode -> "CarePlan/" + episode.id())
                .collect(Collectors.toSet());
    }

    /** A treatment that was decided together starts after the patient agreed. The index event of an episode needs no decision. */
    private List<Problem> treatment(Procedure procedure, PatientChange change) {
        Set<String> episodes = episodes(change);
        Optional<DateSpan> performed = DateSpan.of(procedure.getPerformed());
        boolean started = procedure.getStatus() == Procedure.ProcedureStatus.COMPLETED
                || procedure.getStatus() == Procedure.ProcedureStatus.INPROGRESS;
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; started && i < procedure.getBasedOn().size(); i++) {
            Reference basedOn = procedure.getBasedOn().get(i);
            String reference = SharedDecision.reference(basedOn);
            if (!reference.startsWith("CarePlan/") || episodes.contains(reference)) {
                continue;
            }
            String path = "Procedure.basedOn[" + i + "]";
            boolean changedHere = change.changed().stream()
                    .map(PatientChange.Changed::after)
                    .anyMatch(other -> decision(other)
                            .filter(decision -> reference.equals("CarePlan/" + decision.id()))
                            .isPresent());
            context.carePlan(reference)
                    .filter(SharedDecision::isOne)
                    .map(SharedDecision::new)
                    .filter(decision -> !isAgreedBefore(decision, performed)
                            && !(changedHere && decision.agreedOn().isPresent()))
                    .ifPresent(decision -> problems.add(new Problem(
                            ProblemCode.TREATMENT_BEFORE_AGREEMENT,
                            path,
                            Sentence.beside(DecisionCheck.class, "treatment"))));
        }
        return problems;
    }

    private static boolean isAgreedBefore(SharedDecision decision, Optional<DateSpan> performed) {
        return decision.isDecided()
                && decision.agreedOn()
                        .filter(agreed ->
                                performed.filter(agreed::isSurelyAfter).isEmpty())
                        .isPresent();
    }

    @Override
    public void derive(PatientChange change) {
        for (PatientChange.Changed changed : change.changed()) {
            decision(changed.after()).ifPresent(decision -> {
                boolean wasDecided = decision(changed.before())
                        .filter(SharedDecision::isDecided)
                        .isPresent();
                if (decision.isDecided() && !wasDecided) {
                    questionnaires.ask(decision, change);
                }
            });
        }
    }
}
