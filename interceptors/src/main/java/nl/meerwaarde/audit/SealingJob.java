package nl.meerwaarde.audit;

import ca.uhn.fhir.jpa.model.sched.HapiJob;
import ca.uhn.fhir.jpa.model.sched.IHasScheduledJobs;
import ca.uhn.fhir.jpa.model.sched.ISchedulerService;
import ca.uhn.fhir.jpa.model.sched.ScheduledJobDefinition;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Seals, from time to time, what was recorded since. HAPI's scheduler runs it on every node; whichever is first does the work. Nobody who records waits for it. */
public class SealingJob implements IHasScheduledJobs {
    private static final Logger LOG = LoggerFactory.getLogger(SealingJob.class);

    private final Seals seals;
    private final AuditSettings settings;

    SealingJob(Seals seals, AuditSettings settings) {
        this.seals = seals;
        this.settings = settings;
    }

    @Override
    public void scheduleJobs(ISchedulerService scheduler) {
        if (settings.enabled()) {
            ScheduledJobDefinition definition = new ScheduledJobDefinition();
            definition.setId(SealingJob.class.getName());
            definition.setJobClass(Run.class);
            scheduler.scheduleClusteredJob(settings.sealEvery().toMillis(), definition);
        }
    }

    /** Seals everything that waits, unless another node is at it. */
    public void seal() {
        try {
            while (seals.seal() == Seals.MOST_AT_ONCE) {
                // there may be more
            }
        } catch (DataAccessException e) { // next time
            LOG.info("Entries are not sealed yet: {}", e.getClass().getSimpleName());
        }
    }

    /** One run. */
    public static class Run implements HapiJob {
        @Autowired
        @SuppressWarnings("NullAway.Init") // set by HAPI's job factory
        private SealingJob job;

        @Override
        public void execute(JobExecutionContext context) {
            job.seal();
        }
    }
}
