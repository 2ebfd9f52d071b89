package nl.meerwaarde.audit;

import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where accesses are recorded: those that write with what they write, all or nothing; others before their answer leaves. */
class AuditTrail {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final String COMMITTED = AuditTrail.class.getName();

    private final AuditEntries entries;
    private final Emergencies emergencies;
    private final TransactionOperations ownTransaction;

    /** @param ownTransaction one that does not depend on a running one */
    AuditTrail(AuditEntries entries, Emergencies emergencies, TransactionOperations ownTransaction) {
        this.entries = entries;
        this.emergencies = emergencies;
        this.ownTransaction = ownTransaction;
    }

    /** Records with the running transaction what it writes: when that is rolled back, nothing was written and nothing is said. */
    void addWithTransaction(ServletRequestDetails request, List<AuditEntry> written) {
        guarded(() -> record(written));
        Set<String> committed = committed(request);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                written.forEach(entry -> committed.add(
                        entry.target().type() + "/" + entry.target().id()));
            }
        });
    }

    /** Records in a transaction of its own, which has ended when this returns. */
    void add(Supplier<List<AuditEntry>> accesses) {
        guarded(() -> {
            List<AuditEntry> made = accesses.get();
            if (!made.isEmpty()) {
                ownTransaction.executeWithoutResult(status -> record(made));
            }
        });
    }

    private void record(List<AuditEntry> made) {
        entries.add(made);
        emergencies.tell(made);
    }

    /** What nobody could be held to account for later does not happen. */
    private static void guarded(Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException e) {
            // Without its message, which may quote what was to be written.
            LOG.error(
                    "An access cannot be recorded, so it fails: {}",
                    e.getClass().getName());
            throw Problems.unavailable(new Problem(
                    ProblemCode.AUDIT_UNAVAILABLE, "", Sentence.beside(AuditTrail.class, "audit-unavailable")));
        }
    }

    /** References ({@code Type/id}) of the resources that this request wrote so far and has recorded. */
    @SuppressWarnings("unchecked") // only this method puts something there
    static Set<String> committed(ServletRequestDetails request) {
        return (Set<String>)
                request.getUserData().computeIfAbsent(COMMITTED, key -> ConcurrentHashMap.<String>newKeySet());
    }
}
