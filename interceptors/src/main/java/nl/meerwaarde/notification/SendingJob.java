package nl.meerwaarde.notification;

import ca.uhn.fhir.jpa.model.sched.HapiJob;
import ca.uhn.fhir.jpa.model.sched.IHasScheduledJobs;
import ca.uhn.fhir.jpa.model.sched.ISchedulerService;
import ca.uhn.fhir.jpa.model.sched.ScheduledJobDefinition;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Looks from time to time for subscribers who are to be told something. HAPI's scheduler runs it on every server; each subscriber is served by whichever server
 * takes it first. Several are served side by side, because a receiver may take seconds to answer.
 */
public class SendingJob implements IHasScheduledJobs, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SendingJob.class);
    private static final int AT_ONCE = 4;

    private final SubscriptionRegister register;
    private final Outbox outbox;
    private final Sender sender;
    private final NotificationSettings settings;
    private final boolean on;
    private final Clock clock;
    private final Duration interval;
    private final Set<String> served = ConcurrentHashMap.newKeySet();
    private final ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE, SendingJob::thread);

    /** @param on false where the host has a sender of its own */
    SendingJob(
            SubscriptionRegister register,
            Outbox outbox,
            Sender sender,
            NotificationSettings settings,
            boolean on,
            Clock clock,
            Duration interval) {
        this.register = register;
        this.outbox = outbox;
        this.sender = sender;
        this.settings = settings;
        this.on = on;
        this.clock = clock;
        this.interval = interval;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "meerwaarde-notifications");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void scheduleJobs(ISchedulerService scheduler) {
        if (!on) {
            return;
        }
        ScheduledJobDefinition definition = new ScheduledJobDefinition();
        definition.setId(SendingJob.class.getName());
        definition.setJobClass(Run.class);
        scheduler.scheduleClusteredJob(interval.toMillis(), definition);
    }

    /** Serves everybody who is due and not being served here yet. */
    public void run() {
        outbox.forget(clock.instant().minus(settings.keptFor()));
        register.due(clock.instant()).stream().filter(served::add).forEach(id -> pool.execute(() -> serve(id)));
    }

    private void serve(String id) {
        try {
            sender.serve(id);
        } catch (RuntimeException e) { // tried again next time; the others are served all the same
            LOG.warn("Subscription/{} could not be served: {}", id, e.getClass().getName());
        } finally {
            served.remove(id);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** One run. */
    public static class Run implements HapiJob {
        @Autowired
        @SuppressWarnings("NullAway.Init") // set by HAPI's job factory
        private SendingJob job;

        @Override
        public void execute(JobExecutionContext context) {
            job.run();
        }
    }
}
