package nl.meerwaarde.notification;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.notification.SubscriptionRegister.Entry;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.RequesterSource;
import nl.meerwaarde.requester.Role;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;

/** The door of Subscriptions: refuses what cannot be kept, takes secrets out, and enters what is stored into the register. */
@Interceptor
public class SubscriptionInterceptor {
    /** Of everybody, it is for who runs the server alone; a patient reads the own part of it and is not sent it. */
    private static final String ACCESS_LOG = "AuditEvent";

    private static final int LONGEST = 100_000;
    private static final int LONGEST_ADDRESS = 1_000;

    private final FhirContext fhirContext;
    private final Topics topics;
    private final Criteria criteria;
    private final Receivers receivers;
    private final SubscriptionRegister register;
    private final Outbox outbox;
    private final Payloads payloads;
    private final Optional<RequesterSource> requesters;
    private final int mostOfAPerson;
    private final Clock clock;

    /** @param mostOfAPerson how many Subscriptions a person may have here */
    SubscriptionInterceptor(
            FhirContext fhirContext,
            Topics topics,
            Criteria criteria,
            Receivers receivers,
            SubscriptionRegister register,
            Outbox outbox,
            Payloads payloads,
            Optional<RequesterSource> requesters,
            int mostOfAPerson,
            Clock clock) {
        this.fhirContext = fhirContext;
        this.topics = topics;
        this.criteria = criteria;
        this.receivers = receivers;
        this.register = register;
        this.outbox = outbox;
        this.payloads = payloads;
        this.requesters = requesters;
        this.mostOfAPerson = mostOfAPerson;
        this.clock = clock;
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource, @Nullable RequestDetails request) {
        if (resource instanceof Subscription subscription) {
            accept(subscription, null, request);
        }
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        if (after instanceof Subscription subscription && !SubscriptionStatuses.isOurs(request)) {
            accept(subscription, (Subscription) before, request);
        }
    }

    private void accept(Subscription subscription, @Nullable Subscription before, @Nullable RequestDetails request) {
        List<Problem> problems = problems(subscription);
        if (problems.isEmpty() && isWanted(subscription)) {
            checkSubscriber(
                    subscription, before == null ? "" : before.getIdElement().getIdPart(), requester(request));
        }
        boolean sameEndpoint = before != null
                && Objects.equals(
                        before.getChannel().getEndpoint(),
                        subscription.getChannel().getEndpoint());
        ChannelSecrets known = before == null
                ? ChannelSecrets.NONE
                : register.secrets(before.getIdElement().getIdPart());
        problems.addAll(ChannelSecrets.takeOut(subscription, known, sameEndpoint));
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
        if (isWanted(subscription)) {
            subscription.setStatus(begin(subscription, sameEndpoint ? before : null));
            subscription.setError(null);
        }
    }

    /** One that is switched off may ask for what is not allowed any more. */
    private static boolean isWanted(Subscription subscription) {
        return subscription.getStatus() == SubscriptionStatus.REQUESTED
                || subscription.getStatus() == SubscriptionStatus.ACTIVE;
    }

    private List<Problem> problems(Subscription subscription) {
        List<Problem> problems = new ArrayList<>();
        if (isWanted(subscription)) {
            SubscriptionReading reading = new SubscriptionReading(subscription, topics, criteria, receivers);
            reading.terms();
            problems.addAll(reading.problems());
        }
        if (!subscription.hasStatus()) {
            problems.add(problem("Subscription.status", "status.missing"));
        }
        if (body(subscription).length() > LONGEST) {
            problems.add(problem("Subscription", "subscription.too-long"));
        }
        return problems;
    }

    /** Who may read nothing of it would never be told anything; and everything that is stored is held against each subscription. */
    private void checkSubscriber(Subscription subscription, String id, @Nullable Requester requester) {
        if (requester == null) {
            return;
        }
        String type = new SubscriptionReading(subscription, topics, criteria, receivers)
                .terms()
                .trigger()
                .resourceType();
        if (ACCESS_LOG.equals(type) && !requester.is(Role.ADMINISTRATOR)) {
            throw Problems.forbidden(
                    List.of(problem(ProblemCode.NOT_ALLOWED, "Subscription.criteria", "subscriber.not-administrator")));
        }
        if (!payloads.now(requester).reaches(type)) {
            throw Problems.forbidden(List.of(
                    problem(ProblemCode.NOT_ALLOWED, "Subscription.criteria", "subscriber.reads-nothing", type)));
        }
        if (isPerson(requester) && register.servedTo(requester, id) >= mostOfAPerson) {
            throw Problems.unprocessable(
                    List.of(problem(ProblemCode.UNSUPPORTED_SUBSCRIPTION, "", "subscriber.too-many", mostOfAPerson)));
        }
    }

    private static boolean isPerson(Requester requester) {
        return requester.roles().stream().allMatch(Role::isPerson);
    }

    private static Problem problem(String path, String key) {
        return problem(ProblemCode.UNSUPPORTED_SUBSCRIPTION, path, key);
    }

    private static Problem problem(ProblemCode code, String path, String key, Object... arguments) {
        return new Problem(code, path, Sentence.beside(SubscriptionInterceptor.class, key, arguments));
    }

    /** The receiver of a topic has to answer first, unless it has already. */
    private static SubscriptionStatus begin(Subscription subscription, @Nullable Subscription before) {
        boolean answered = before != null
                && before.getStatus() == SubscriptionStatus.ACTIVE
                && subscription.getStatus() == SubscriptionStatus.ACTIVE;
        return SubscriptionReading.isTopicBased(subscription) && !answered
                ? SubscriptionStatus.REQUESTED
                : SubscriptionStatus.ACTIVE;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, @Nullable RequestDetails request) {
        if (resource instanceof Subscription subscription) {
            enter(subscription, request);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        if (after instanceof Subscription subscription) {
            enter(subscription, request);
        }
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        if (resource instanceof Subscription) {
            String id = resource.getIdElement().getIdPart();
            register.remove(id);
            outbox.remove(id);
        }
    }

    private void enter(Subscription subscription, @Nullable RequestDetails request) {
        Entry entry = new Entry(
                subscription.getIdElement().getIdPart(),
                subscription.getStatus() == SubscriptionStatus.ACTIVE,
                subscription.getStatus() == SubscriptionStatus.REQUESTED,
                body(subscription));
        if (SubscriptionStatuses.isOurs(request)) {
            register.progressed(entry, clock.instant());
        } else {
            register.put(
                    entry,
                    ChannelSecrets.takenFrom(subscription),
                    requester(request),
                    serverBase(request),
                    clock.instant());
        }
    }

    private @Nullable Requester requester(@Nullable RequestDetails request) {
        return request == null
                ? null
                : requesters.flatMap(source -> source.of(request)).orElse(null);
    }

    private static String serverBase(@Nullable RequestDetails request) {
        String base = request == null ? null : request.getFhirServerBase();
        return base == null || base.length() > LONGEST_ADDRESS ? "" : base;
    }

    /** What of it says what to do. */
    private String body(Subscription subscription) {
        Subscription essence = new Subscription();
        essence.setStatus(subscription.getStatus());
        essence.setEnd(subscription.getEnd());
        essence.setError(subscription.getError());
        essence.setCriteriaElement(subscription.getCriteriaElement());
        essence.setChannel(subscription.getChannel());
        return fhirContext.newJsonParser().encodeResourceToString(essence);
    }
}
