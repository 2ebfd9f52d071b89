package nl.meerwaarde.alert;

import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.jpa.model.sched.HapiJob;
import ca.uhn.fhir.jpa.model.sched.IHasScheduledJobs;
import ca.uhn.fhir.jpa.model.sched.ISchedulerService;
import ca.uhn.fhir.jpa.model.sched.ScheduledJobDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Propagation;

/**
 * Escalates, from time to time, tasks that nobody has accepted. HAPI's scheduler runs it on every server; each step of each alert is taken by whichever server
 * locks its row first, so it is taken once.
 */
public class EscalationJob implements IHasScheduledJobs {
    private static final Logger LOG = LoggerFactory.getLogger(EscalationJob.class);
    private static final int MOST_AT_ONCE = 500;

    private final RaisedAlerts raised;
    private final AlertWriting writing;
    private final IHapiTransactionService transactions;
    private final Clock clock;
    private final Duration interval;

    EscalationJob(
            RaisedAlerts raised,
            AlertWriting writing,
            IHapiTransactionService transactions,
            Clock clock,
            Duration interval) {
        this.raised = raised;
        this.writing = writing;
        this.transactions = transactions;
        this.clock = clock;
        this.interval = interval;
    }

    @Override
    public void scheduleJobs(ISchedulerService scheduler) {
        ScheduledJobDefinition definition = new ScheduledJobDefinition();
        definition.setId(EscalationJob.class.getName());
        definition.setJobClass(Run.class);
        scheduler.scheduleClusteredJob(interval.toMillis(), definition);
    }

    /** Takes every step that is due; one that fails does not hold up the others and is tried again next time. */
    void run() {
        Instant now = clock.instant();
        for (String id : raised.due(now, MOST_AT_ONCE)) {
            try {
                transactions
                        .withSystemRequest()
                        .withPropagation(Propagation.REQUIRES_NEW)
                        .execute(() -> writing.escalate(id, now));
            } catch (RuntimeException e) { // the next one waits too
                LOG.error("Task/{} could not be escalated: {}", id, e.getClass().getName());
            }
        }
    }

    /** One run. */
    public static class Run implements HapiJob {
        @Autowired
        @SuppressWarnings("NullAway.Init") // set by HAPI's job factory
        private EscalationJob job;

        @Override
        public void execute(JobExecutionContext context) {
            job.run();
        }
    }
}
