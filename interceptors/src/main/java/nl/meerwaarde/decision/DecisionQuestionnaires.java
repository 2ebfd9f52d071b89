package nl.meerwaarde.decision;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.derivation.PatientChange;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.record.RecordEntry.Invitation;
import nl.meerwaarde.record.RecordReading;
import nl.meerwaarde.score.ScoreObservations;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.wording.WordingPolicy;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * Asks the patient how a decision was taken (CollaboRATE, SDM-Q-9), with a Task per questionnaire that is based on the decision. Its id is computed, so that a
 * decision asks each questionnaire once. An instrument whose wording patients may not be asked with yet is not asked.
 */
class DecisionQuestionnaires {
    private static final Coding COMPLETE_QUESTIONNAIRE = new Coding(
            "http://hl7.org/fhir/uv/sdc/CodeSystem/temp", "complete-questionnaire", "Complete Questionnaire");
    private static final Coding QUESTIONNAIRE =
            new Coding("http://hl7.org/fhir/uv/sdc/CodeSystem/temp", "questionnaire", "Questionnaire");
    private static final Set<String> OPEN =
            Set.of("draft", "requested", "received", "accepted", "ready", "in-progress", "on-hold");

    private final DaoRegistry daos;
    private final PatientRecords records;
    private final InstrumentCatalogue instruments;
    private final WordingPolicy wording;
    private final List<String> asked;
    private final Period window;

    /**
     * @param asked ids or addresses of the Questionnaires
     * @param window how long the patient has, from the day of the agreement
     */
    DecisionQuestionnaires(
            DaoRegistry daos,
            PatientRecords records,
            InstrumentCatalogue instruments,
            WordingPolicy wording,
            List<String> asked,
            Period window) {
        this.daos = daos;
        this.records = records;
        this.instruments = instruments;
        this.wording = wording;
        this.asked = List.copyOf(asked);
        this.window = window;
    }

    void ask(SharedDecision decision, PatientChange change) {
        for (String name : asked) {
            String id = taskId(decision, name);
            boolean askedBefore = change.entries(Invitation.class).stream()
                    .anyMatch(known -> known.id().equals(id));
            if (!askedBefore) {
                instruments
                        .find(new CanonicalReference(address(name), null))
                        .filter(instrument -> wording.objection(instrument, "").isEmpty())
                        .ifPresent(instrument -> store(task(id, decision, instrument), change));
            }
        }
    }

    /** Nobody is asked about a decision that is no more. */
    void withdraw(SharedDecision decision, PatientChange change) {
        for (String name : asked) {
            String id = taskId(decision, name);
            change.entries(Invitation.class).stream()
                    .filter(known -> known.id().equals(id) && OPEN.contains(known.status()))
                    .forEach(known -> {
                        Task task = tasks().read(new IdType("Task", id), new SystemRequestDetails());
                        store(task.setStatus(TaskStatus.CANCELLED), change);
                    });
        }
    }

    private static String address(String name) {
        return name.contains(":") ? name : Canonicals.BASE + "/Questionnaire/" + name;
    }

    private static String taskId(SharedDecision decision, String name) {
        return Fingerprint.uuid5(
                        ScoreObservations.NAMESPACE,
                        String.join("|", "decision-questionnaire", decision.id(), address(name)))
                .toString();
    }

    private Task task(String id, SharedDecision decision, Instrument instrument) {
        LocalDate agreed =
                decision.agreedOn().map(DateSpan::to).orElseThrow(() -> new IllegalStateException("Checked before"));
        Reference decided = new Reference("CarePlan/" + decision.id());
        Reference patient = new Reference(decision.subject());
        Reference owner = decision.agreedBy()
                .map(by -> new Reference(SharedDecision.reference(by)))
                .orElse(patient);
        Task task = new Task();
        task.setId(id);
        task.addBasedOn(decided)
                .setStatus(TaskStatus.REQUESTED)
                .setIntent(TaskIntent.ORDER)
                .setCode(new CodeableConcept(COMPLETE_QUESTIONNAIRE.copy()))
                .setFocus(decided.copy())
                .setFor(patient)
                .setAuthoredOnElement(new DateTimeType(agreed.toString()))
                .setOwner(owner);
        task.getRestriction()
                .getPeriod()
                .setStartElement(new DateTimeType(agreed.toString()))
                .setEndElement(new DateTimeType(agreed.plus(window).toString()));
        task.addInput()
                .setType(new CodeableConcept(QUESTIONNAIRE.copy()))
                .setValue(new CanonicalType(instrument.canonical().toString()));
        return task;
    }

    private void store(Task task, PatientChange change) {
        tasks().update(task, null, true, false, new SystemRequestDetails(), change.details());
        Optional<String> patient = RecordReading.patient(task);
        RecordReading.entry(task)
                .ifPresent(entry -> records.put(
                        new PatientRecords.Source("Task", task.getIdElement().getIdPart()),
                        patient.orElseThrow(),
                        entry,
                        false));
    }

    private IFhirResourceDao<Task> tasks() {
        return daos.getResourceDao(Task.class);
    }
}
