package nl.meerwaarde.decision;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.meerwaarde.derivation.PatientChange;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordEntry.Invitation;
import nl.meerwaarde.record.RecordReading;
import nl.meerwaarde.scheduling.QuestionnaireTasks;
import nl.meerwaarde.scheduling.QuestionnaireTasks.PlanOf;
import nl.meerwaarde.scheduling.Scheduling;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.wording.WordingPolicy;
import org.hl7.fhir.r4.model.Task;

/**
 * Asks the patient how a decision was taken (CollaboRATE, SDM-Q-9), with a Task per questionnaire that is based on the decision. Its id is computed, so that a
 * decision asks each questionnaire once. An instrument whose wording patients may not be asked with yet is not asked. From then on {@code scheduling} keeps the
 * Task true to the record.
 */
class DecisionQuestionnaires {
    private final DaoRegistry daos;
    private final PatientRecords records;
    private final InstrumentCatalogue instruments;
    private final WordingPolicy wording;
    private final Function<CanonicalReference, Optional<Pathway>> pathways;
    private final List<String> asked;
    private final Period window;

    /**
     * @param pathways the pathways that episodes name, by canonical
     * @param asked ids or addresses of the Questionnaires
     * @param window how long the patient has, from the day of the agreement
     */
    DecisionQuestionnaires(
            DaoRegistry daos,
            PatientRecords records,
            InstrumentCatalogue instruments,
            WordingPolicy wording,
            Function<CanonicalReference, Optional<Pathway>> pathways,
            List<String> asked,
            Period window) {
        this.daos = daos;
        this.records = records;
        this.instruments = instruments;
        this.wording = wording;
        this.pathways = pathways;
        this.asked = List.copyOf(asked);
        this.window = window;
    }

    void ask(SharedDecision decision, PatientChange change) {
        for (String name : asked) {
            instruments
                    .find(new CanonicalReference(address(name), null))
                    .filter(instrument -> wording.objection(instrument, "").isEmpty())
                    .map(instrument -> task(decision, instrument))
                    .filter(task -> change.entries(Invitation.class).stream()
                            .noneMatch(known ->
                                    known.id().equals(task.getIdElement().getIdPart())))
                    .ifPresent(task -> store(task, change));
        }
    }

    private static String address(String name) {
        return name.contains(":") ? name : Canonicals.BASE + "/Questionnaire/" + name;
    }

    private Task task(SharedDecision decision, Instrument instrument) {
        LocalDate agreed =
                decision.agreedOn().map(DateSpan::to).orElseThrow(() -> new IllegalStateException("Checked before"));
        PlanOf plan = new PlanOf(
                decision.id(),
                decision.subject(),
                decision.agreedBy().map(SharedDecision::reference).orElse(decision.subject()),
                agreed.atStartOfDay(ZoneOffset.UTC).toInstant());
        return QuestionnaireTasks.aboutDecision(plan, instrument.canonical().url(), agreed, agreed.plus(window));
    }

    private void store(Task task, PatientChange change) {
        String patient = RecordReading.patient(task).orElseThrow();
        List<RecordEntry> record = new ArrayList<>(change.record());
        RecordReading.entry(task).ifPresent(record::add);
        Scheduling.preview(record, records.person(patient).orElse(null), pathways, List.of(task), List.of());
        daos.getResourceDao(Task.class).update(task, null, true, false, new SystemRequestDetails(), change.details());
        RecordReading.entry(task)
                .ifPresent(entry -> records.put(
                        new PatientRecords.Source("Task", task.getIdElement().getIdPart()), patient, entry, false));
    }
}
