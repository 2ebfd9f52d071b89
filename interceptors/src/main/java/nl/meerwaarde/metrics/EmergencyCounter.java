package nl.meerwaarde.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import nl.meerwaarde.audit.EmergencyListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts accesses in an emergency, so that monitoring can raise an alarm. Says nothing of who, whom or why: that is in the audit trail. */
class EmergencyCounter implements EmergencyListener {
    private final Counter opened;
    private final Counter refused;

    EmergencyCounter(MeterRegistry meters) {
        opened = counter(meters, "opened");
        refused = counter(meters, "refused");
    }

    /** Both are there from the start, so that the first one is a rise. */
    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("meerwaarde.emergency")
                .description("Accesses for which somebody broke the glass, and attempts at that, one for each patient")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** What is rolled back is recorded in another transaction, as the attempt that it was. */
    @Override
    public void recorded(List<Emergency> emergencies) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                emergencies.forEach(emergency -> (emergency.opened() ? opened : refused).increment());
            }
        });
    }
}
