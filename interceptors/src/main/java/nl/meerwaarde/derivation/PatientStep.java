package nl.meerwaarde.derivation;

import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.List;
import nl.meerwaarde.fhir.Problem;
import org.hl7.fhir.r4.model.Resource;

/**
 * What another feature adds to the one step before the commit: rules over a patient's whole record, and what it derives from it. Runs once per patient whom a
 * transaction concerns, under the patient's lock, on every way in.
 */
public interface PatientStep {
    /** Everything that is wrong with what clients changed; a problem refuses the whole transaction. Not asked about resources that were stored before. */
    List<Problem> problems(PatientChange change);

    /** Makes what the feature derives equal to what follows from the record now. What it writes is not noted as a change. */
    void derive(PatientChange change);

    /** Deletes what the feature derived and what refers to a resource that is about to be deleted, because it would block the deletion. */
    default void beforeDelete(Resource resource, TransactionDetails details) {}
}
