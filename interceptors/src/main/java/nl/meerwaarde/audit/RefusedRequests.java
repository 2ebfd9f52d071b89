package nl.meerwaarde.audit;

import ca.uhn.fhir.jpa.model.sched.HapiJob;
import ca.uhn.fhir.jpa.model.sched.IHasScheduledJobs;
import ca.uhn.fhir.jpa.model.sched.ISchedulerService;
import ca.uhn.fhir.jpa.model.sched.ScheduledJobDefinition;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.meerwaarde.audit.AuditEntry.Denial;
import nl.meerwaarde.requester.Requester;
import org.quartz.JobExecutionContext;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Records what a host refuses before FHIR sees it: tokens that do not count, too many requests. The first of a minute from one address is recorded at once; those after it,
 * refused for the same cause, are counted, and recorded as one when the minute is over. So nobody fills the table by knocking: each node writes at most two entries a minute
 * for each of {@value #MOST_SOURCES} sources, and for all others together. A server that dies forgets the counts of its last minute, not that somebody knocked.
 */
public class RefusedRequests implements IHasScheduledJobs, AutoCloseable {
    private static final int MOST_SOURCES = 500;
    private static final long LOOK_EVERY_MILLIS = 15_000;

    private final AuditTrail trail;
    private final Requests requests;
    private final boolean enabled;
    private final Clock clock;
    private final Map<Source, Folded> folded = new ConcurrentHashMap<>();

    RefusedRequests(AuditTrail trail, Requests requests, boolean enabled, Clock clock) {
        this.trail = trail;
        this.requests = requests;
        this.enabled = enabled;
        this.clock = clock;
    }

    /** What is counted together. */
    private record Source(Instant minute, String address, Agent agent, int status, String cause) {}

    /** The first of them, and how many came after it. */
    private record Folded(Target target, String path, String server, int more) {
        Folded andOneMore() {
            return new Folded(target, path, server, more + 1);
        }
    }

    /**
     * Notes a request that is refused. Its parameters are not recorded, because a token may stand among them. Returns in any case: nothing was told to whoever asked.
     *
     * @param requester empty when nobody knows who asks
     * @param status of HTTP
     * @param cause a word, the same for all that are refused alike; nothing of the request
     */
    public void note(HttpServletRequest request, Optional<Requester> requester, int status, String cause) {
        if (!enabled) {
            return;
        }
        Source known = new Source(
                clock.instant().truncatedTo(ChronoUnit.MINUTES),
                AddressBlock.of(requests.address(request)),
                Agent.of(requester),
                status,
                cause);
        boolean full = folded.size() >= MOST_SOURCES && !folded.containsKey(known);
        Source source = full ? new Source(known.minute(), "", Agent.UNKNOWN, status, cause) : known;
        String path = path(request);
        Folded first = new Folded(Target.of(request.getMethod(), path, false), path, server(request), 0);
        if (folded.merge(source, first, (before, one) -> before.andOneMore()).more() == 0) {
            record(source, first, 1);
        }
    }

    /** Records what was counted in the minutes that are over. */
    public void run() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        record(now);
    }

    /** The counts of the last minute. */
    @Override
    public void close() {
        record(Instant.MAX);
    }

    private void record(Instant before) {
        folded.keySet().stream()
                .filter(source -> source.minute().isBefore(before))
                .forEach(source -> {
                    Folded counted = folded.remove(source);
                    if (counted != null && counted.more() > 0) {
                        record(source, counted, counted.more());
                    }
                });
    }

    private void record(Source source, Folded first, int times) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AuditEntry entry = new AuditEntry(
                EntryIds.at(now),
                now,
                source.agent(),
                new Origin("", source.address(), first.server()),
                first.target(),
                "",
                first.path(),
                "",
                source.status(),
                new Denial(source.cause(), times));
        try {
            trail.add(() -> List.of(entry));
        } catch (BaseServerResponseException unrecorded) {
            // Said in the log already. Whoever was refused is refused all the same.
            return;
        }
    }

    /** Below the base, as far as that can be told. */
    private static String path(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo()).orElse(request.getRequestURI());
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static String server(HttpServletRequest request) {
        String address = request.getRequestURL().toString();
        return address.substring(0, address.length() - request.getRequestURI().length());
    }

    @Override
    public void scheduleJobs(ISchedulerService scheduler) {
        if (enabled) {
            ScheduledJobDefinition definition = new ScheduledJobDefinition();
            definition.setId(RefusedRequests.class.getName());
            definition.setJobClass(Run.class);
            scheduler.scheduleLocalJob(LOOK_EVERY_MILLIS, definition);
        }
    }

    /** One run. */
    public static class Run implements HapiJob {
        @Autowired
        @SuppressWarnings("NullAway.Init") // set by HAPI's job factory
        private RefusedRequests refused;

        @Override
        public void execute(JobExecutionContext context) {
            refused.run();
        }
    }
}
