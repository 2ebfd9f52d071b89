package nl.meerwaarde.audit;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent;

/** The audit trail for packages that send or show it. Who may see what of it is asked elsewhere. */
public final class RecordedAccesses {
    private final AuditEntries entries;
    private final AccessSentence sentence;
    private final DaoRegistry daos;

    /** @param sentence in the language of whom it is read for when nobody says which */
    RecordedAccesses(AuditEntries entries, AccessSentence sentence, DaoRegistry daos) {
        this.entries = entries;
        this.sentence = sentence;
        this.daos = daos;
    }

    /** The AuditEvent with this id, as its reader gets it; empty when there is none. It has no version: an entry never changes. */
    public Optional<AuditEvent> find(String id) {
        return EntryIds.read(id).flatMap(entries::find).map(new AuditEvents(sentence, new CalledNames(daos))::of);
    }
}
