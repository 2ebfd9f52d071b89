package nl.meerwaarde.derivation;

import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.List;
import nl.meerwaarde.record.RecordEntry;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction changes about one patient.
 *
 * @param changed the resources, in the order of their first change
 * @param record the patient's record as it is after the change, without what is derived from it
 * @param details HAPI's bookkeeping of the transaction
 */
public record PatientChange(List<Changed> changed, List<RecordEntry> record, TransactionDetails details) {
    public PatientChange {
        changed = List.copyOf(changed);
        record = List.copyOf(record);
    }

    /**
     * A changed resource.
     *
     * @param before as the transaction found it, or null when it did not exist
     * @param after as it will be stored, or null when it is deleted
     */
    public record Changed(
            @Nullable Resource before, @Nullable Resource after) {}

    /** The entries of one kind. */
    public <T extends RecordEntry> List<T> entries(Class<T> kind) {
        return record.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
