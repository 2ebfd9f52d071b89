package nl.meerwaarde.cell;

import ca.uhn.fhir.jpa.model.sched.HapiJob;
import ca.uhn.fhir.jpa.model.sched.IHasScheduledJobs;
import ca.uhn.fhir.jpa.model.sched.ISchedulerService;
import ca.uhn.fhir.jpa.model.sched.ScheduledJobDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.outcome.SettledFacts;
import nl.meerwaarde.outcome.SettledFacts.Counting;
import nl.meerwaarde.outcome.SettledFacts.Due;
import nl.meerwaarde.score.ScoreDefinition;
import nl.meerwaarde.score.ScoreDefinitions;
import org.jspecify.annotations.Nullable;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Settles facts from time to time, so that reports over many patients add up few rows. Reports say the same before and after. One server does it at a time.
 */
public class SettlingJob implements IHasScheduledJobs {
    private static final Logger LOG = LoggerFactory.getLogger(SettlingJob.class);

    private final SettledFacts facts;
    private final ScoreDefinitions definitions;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration interval;
    private final int least;

    /**
     * @param transaction that sees one state of the database
     * @param interval how often
     * @param least fewest facts of a month that are worth it
     */
    SettlingJob(
            SettledFacts facts,
            ScoreDefinitions definitions,
            TransactionTemplate transaction,
            Clock clock,
            Duration interval,
            int least) {
        this.facts = facts;
        this.definitions = definitions;
        this.transaction = transaction;
        this.clock = clock;
        this.interval = interval;
        this.least = least;
    }

    @Override
    public void scheduleJobs(ISchedulerService scheduler) {
        ScheduledJobDefinition definition = new ScheduledJobDefinition();
        definition.setId(SettlingJob.class.getName());
        definition.setJobClass(Run.class);
        scheduler.scheduleClusteredJob(interval.toMillis(), definition);
    }

    /** Settles what is worth it. */
    void run() {
        settle(least);
    }

    /** Settles every month of a series that has so many facts to settle. */
    public void settle(int fewest) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Due> due = facts.due(today, fewest);
        for (Due month : due) {
            // Read before, because definitions are read in a transaction of HAPI's own.
            Counting counting = counting(month.score());
            try {
                transaction.executeWithoutResult(status -> facts.settle(month, today, counting));
            } catch (DataAccessException e) { // somebody changed one of them; next time
                LOG.info(
                        "Facts of {} are not settled yet: {}",
                        month.month(),
                        e.getClass().getSimpleName());
            }
        }
    }

    private Counting counting(String score) {
        @Nullable
        ScoreDefinition definition =
                score.isEmpty() ? null : definitions.find(Code.ofKey(score)).orElse(null);
        Thresholds thresholds = Thresholds.of(definition);
        return new Counting(thresholds.direction(), thresholds.beyondError(), thresholds.important());
    }

    /** One run. */
    public static class Run implements HapiJob {
        @Autowired
        @SuppressWarnings("NullAway.Init") // set by HAPI's job factory
        private SettlingJob job;

        @Override
        public void execute(JobExecutionContext context) {
            job.run();
        }
    }
}
