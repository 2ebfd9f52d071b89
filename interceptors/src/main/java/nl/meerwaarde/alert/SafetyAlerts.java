package nl.meerwaarde.alert;

import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.Optional;
import nl.meerwaarde.alert.NotedAlarms.Note;
import nl.meerwaarde.instrument.Instrument;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sees to it that every alarming answer raises its alert once, whatever becomes of the response. What arrives over REST raises it before anything is stored, in a
 * transaction of its own; storing the response then attaches it to its alert. What could not raise one then (it was refused before, its patient is stored with
 * it, it is a PATCH) raises it with the response, in one transaction, or, when nothing is stored, before that is answered.
 */
public class SafetyAlerts {
    private static final Logger LOG = LoggerFactory.getLogger(SafetyAlerts.class);
    private static final String NOTE = SafetyAlerts.class.getName();
    private static final String SILENT = SafetyAlerts.class.getName() + ".silent";

    private final IHapiTransactionService transactions;
    private final AlertWriting writing;
    private final KnownPatients patients;

    SafetyAlerts(IHapiTransactionService transactions, AlertWriting writing, KnownPatients patients) {
        this.transactions = transactions;
        this.writing = writing;
        this.patients = patients;
    }

    /** Marks a request as taking in what is long past, such as an import: it raises no alerts. */
    public static <T extends RequestDetails> T silent(T request) {
        request.getUserData().put(SILENT, true);
        return request;
    }

    /** A response that came alone has arrived. */
    public void arrived(RequestDetails request, AlarmingResponse response) {
        arrived(request, Note.NOWHERE, response);
    }

    /**
     * A response has arrived, in a Bundle.
     *
     * @param entry its place in it, from 0
     */
    public void arrived(RequestDetails request, int entry, AlarmingResponse response) {
        NotedAlarms.of(request).add(entry, response);
    }

    /** The sender of a request was let in, and nothing of it is stored yet: alerts of patients who are known here are raised now. */
    void admitted(RequestDetails request) {
        NotedAlarms.notedBy(request).stream().filter(Note::isOpen).forEach(note -> {
            try {
                patients.find(note.response().subject(), request.getFhirServerBase())
                        .ifPresent(patient -> raise(note, Subject.stored(patient)));
            } catch (RuntimeException e) { // it is tried again before the request is answered
                LOG.warn(
                        "An alert could not be raised at once: {}", e.getClass().getName());
            }
        });
    }

    /** A response is about to be stored, or to be refused. */
    public void beforeStoring(@Nullable RequestDetails request, QuestionnaireResponse response, Instrument instrument) {
        if (instrument.alarms().isEmpty()
                || response.getUserData(NOTE) != null
                || request != null && request.getUserData().containsKey(SILENT)) {
            return;
        }
        AlarmingResponse.of(response, instrument).ifPresent(alarming -> {
            NotedAlarms noted = request == null ? new NotedAlarms() : NotedAlarms.of(request);
            response.setUserData(NOTE, noted.find(alarming));
        });
    }

    /** A response was stored, in the running transaction. */
    void stored(QuestionnaireResponse response, TransactionDetails details) {
        if (!(response.getUserData(NOTE) instanceof Note note)) {
            return;
        }
        IIdType patient = response.getSubject().getReferenceElement();
        Subject subject = patient.hasIdPart() && !patient.hasBaseUrl() && "Patient".equals(patient.getResourceType())
                ? Subject.stored(patient.getIdPart())
                : Subject.notStored(response.getSubject());
        String arrivedAs = Subject.notStored(note.response().subject()).key();
        writing.storedWith(response.getIdElement().getIdPart(), note.response(), subject, arrivedAs, details);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                note.stored();
            }
        });
    }

    /** A request is about to be answered: what has not raised its alert by now was not stored. */
    void beforeAnswering(RequestDetails request) {
        NotedAlarms.notedBy(request).stream().filter(Note::isOpen).forEach(note -> {
            Optional<String> patient = patients.find(note.response().subject(), request.getFhirServerBase());
            raise(
                    note,
                    patient.map(Subject::stored)
                            .orElseGet(() -> Subject.notStored(note.response().subject())));
        });
    }

    private void raise(Note note, Subject subject) {
        transactions
                .withSystemRequest()
                .withPropagation(Propagation.REQUIRES_NEW)
                .execute(() -> writing.alone(note.response(), subject, new TransactionDetails()));
        note.raised();
    }
}
