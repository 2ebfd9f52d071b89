package nl.meerwaarde.derivation;

import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.record.PatientRecords;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction has changed so far. Lives as a synchronization of the transaction, so a suspended or rolled back transaction takes its changes
 * along, and hands them to the derivation once, just before the commit.
 */
final class ChangedResources implements TransactionSynchronization {
    private final PatientDerivation derivation;
    private final Map<PatientRecords.Source, Change> changes = new LinkedHashMap<>();
    private boolean deriving;

    /**
     * The last state of a changed resource.
     *
     * @param before the resource as this transaction found it, or null when it did not exist
     * @param after the resource as stored, or null when it was deleted
     * @param created whether it did not exist before this transaction
     * @param details HAPI's bookkeeping of the transaction
     */
    record Change(
            PatientRecords.Source source,
            @Nullable Resource before,
            @Nullable Resource after,
            boolean created,
            TransactionDetails details) {}

    private ChangedResources(PatientDerivation derivation) {
        this.derivation = derivation;
    }

    /** The changes of the running transaction, begun if need be. */
    static ChangedResources current(PatientDerivation derivation) {
        return find().orElseGet(() -> {
            ChangedResources changed = new ChangedResources(derivation);
            TransactionSynchronizationManager.registerSynchronization(changed);
            return changed;
        });
    }

    private static Optional<ChangedResources> find() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? TransactionSynchronizationManager.getSynchronizations().stream()
                        .filter(ChangedResources.class::isInstance)
                        .map(ChangedResources.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    /** Whether the running transaction is at this moment writing derived resources. */
    static boolean isDeriving() {
        return find().filter(changed -> changed.deriving).isPresent();
    }

    void note(Change change) {
        Change earlier = changes.get(change.source());
        changes.put(
                change.source(),
                earlier == null
                        ? change
                        : new Change(
                                change.source(),
                                earlier.before(),
                                change.after(),
                                earlier.created() || change.created(),
                                change.details()));
    }

    /** Runs something that writes derived resources: what it changes is not noted again. */
    void deriving(Runnable writing) {
        boolean outer = deriving;
        deriving = true;
        try {
            writing.run();
        } finally {
            deriving = outer;
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        List<Change> noted = new ArrayList<>(changes.values());
        changes.clear();
        if (!noted.isEmpty()) {
            deriving(() -> derivation.settle(noted));
        }
    }
}
