package nl.meerwaarde.notification;

import ca.uhn.fhir.rest.api.EncodingEnum;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelComponent;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.jspecify.annotations.Nullable;

/** Reads what a Subscription asks for. Everything that this server cannot do is a problem: what is not refused would be silence later. */
final class SubscriptionReading {
    private static final String CRITERIA = "Subscription.criteria";
    private static final String CHANNEL = "Subscription.channel";
    /** Its entries are not stored as resources, so nobody would be told of them. */
    private static final String ACCESS_LOG = "AuditEvent";

    private static final int LONGEST_ADDRESS = 1_000;
    private static final int LONGEST_CRITERIA = 2_000;
    private static final int SHORTEST_HEARTBEAT_SECONDS = 10;
    private static final Trigger NOTHING = Trigger.ofChanges("", false, false, List.of(), null);

    private final Subscription subscription;
    private final SubscriptionChannelComponent channel;
    private final Topics topics;
    private final Criteria criteria;
    private final Receivers receivers;
    private final List<Problem> problems = new ArrayList<>();

    SubscriptionReading(Subscription subscription, Topics topics, Criteria criteria, Receivers receivers) {
        this.subscription = subscription;
        this.channel = subscription.getChannel();
        this.topics = topics;
        this.criteria = criteria;
        this.receivers = receivers;
    }

    /** Everything that is wrong so far. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** What it asks for; has no meaning when there are problems. */
    SubscriptionTerms terms() {
        boolean topicBased = isTopicBased(subscription);
        if (channel.getType() != SubscriptionChannelType.RESTHOOK) {
            problem(ProblemCode.UNSUPPORTED_SUBSCRIPTION, CHANNEL + ".type", "channel.type");
        }
        Trigger trigger = topicBased ? ofTopic() : ofCriteria();
        EncodingEnum encoding = encoding(topicBased);
        return new SubscriptionTerms(
                topicBased ? subscription.getCriteria() : null,
                trigger,
                endpoint(),
                encoding,
                topicBased ? content() : encoding == null ? Content.EMPTY : Content.FULL_RESOURCE,
                seconds(Backport.TIMEOUT, 1),
                topicBased ? seconds(Backport.HEARTBEAT_PERIOD, SHORTEST_HEARTBEAT_SECONDS) : null,
                topicBased ? maxCount() : 1,
                subscription.getEnd() == null ? null : subscription.getEnd().toInstant());
    }

    /** Criteria of R4 begin with a resource type, a topic is an address. */
    static boolean isTopicBased(Subscription subscription) {
        return String.valueOf(subscription.getCriteria()).matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
    }

    private Trigger ofCriteria() {
        String text = String.valueOf(subscription.getCriteria());
        filters().forEach(filter -> problem(ProblemCode.UNSUPPORTED_SUBSCRIPTION, CRITERIA, "criteria.no-topic"));
        if (ACCESS_LOG.equals(Criteria.type(text))) {
            problem(ProblemCode.UNSUPPORTED_SUBSCRIPTION, CRITERIA, "criteria.access-log");
            return NOTHING;
        }
        return canBeMet(text, CRITERIA)
                ? Trigger.ofChanges(Criteria.type(text), true, true, List.of(text), null)
                : NOTHING;
    }

    private boolean canBeMet(String text, String path) {
        Optional<Sentence> refusal = text.length() > LONGEST_CRITERIA
                ? Optional.of(Sentence.beside(SubscriptionReading.class, "criteria.too-long", LONGEST_CRITERIA))
                : criteria.refusal(text);
        refusal.ifPresent(sentence -> problems.add(new Problem(ProblemCode.UNSUPPORTED_SUBSCRIPTION, path, sentence)));
        return refusal.isEmpty();
    }

    private Trigger ofTopic() {
        String canonical = subscription.getCriteria();
        Optional<Topic> topic = topics.find(canonical);
        if (topic.isEmpty()) {
            problem(
                    ProblemCode.UNSUPPORTED_SUBSCRIPTION,
                    CRITERIA,
                    "topic.unknown",
                    canonical,
                    String.join(", ", topics.addresses()));
            return NOTHING;
        }
        List<String> filters = filters();
        for (int i = 0; i < filters.size(); i++) {
            checkFilter(topic.get(), filters.get(i), CRITERIA + ".extension[" + i + "]");
        }
        return topic.get().trigger().narrowedBy(filters);
    }

    private void checkFilter(Topic topic, String filter, String path) {
        if (!topic.trigger().resourceType().equals(Criteria.type(filter))) {
            problem(
                    ProblemCode.UNSUPPORTED_SUBSCRIPTION,
                    path,
                    "filter.type",
                    topic.trigger().resourceType());
        } else if (canBeMet(filter, path) && !topic.filters().containsAll(Criteria.parameters(filter))) {
            problem(ProblemCode.UNSUPPORTED_SUBSCRIPTION, path, "filter.parameter", String.join(", ", topic.filters()));
        }
    }

    private List<String> filters() {
        return subscription.getCriteriaElement().getExtension().stream()
                .filter(extension -> Backport.FILTER_CRITERIA.equals(extension.getUrl()))
                .map(extension -> extension.hasValue() ? extension.getValue().primitiveValue() : "")
                .map(String::valueOf)
                .toList();
    }

    private URI endpoint() {
        String text = String.valueOf(channel.getEndpoint());
        try {
            URI endpoint = new URI(text);
            Optional<Sentence> refusal = text.length() > LONGEST_ADDRESS
                    ? Optional.of(Sentence.beside(SubscriptionReading.class, "endpoint.invalid"))
                    : receivers.refusal(endpoint);
            refusal.ifPresent(sentence ->
                    problems.add(new Problem(ProblemCode.RECEIVER_REFUSED, CHANNEL + ".endpoint", sentence)));
            return endpoint;
        } catch (URISyntaxException e) {
            problem(ProblemCode.RECEIVER_REFUSED, CHANNEL + ".endpoint", "endpoint.invalid");
            return URI.create("https://invalid.invalid");
        }
    }

    private @Nullable EncodingEnum encoding(boolean topicBased) {
        String payload = channel.getPayload();
        if (payload == null || payload.isBlank()) {
            return topicBased ? EncodingEnum.JSON : null;
        }
        EncodingEnum encoding = Set.of(EncodingEnum.JSON, EncodingEnum.XML).stream()
                .filter(known -> known.equals(EncodingEnum.forContentType(payload)))
                .findFirst()
                .orElse(null);
        if (encoding == null) {
            problem(ProblemCode.UNSUPPORTED_SUBSCRIPTION, CHANNEL + ".payload", "payload.type");
        }
        return encoding;
    }

    private Content content() {
        Optional<String> code =
                ExtensionLookup.text(channel.getPayloadElement().getExtension(), Backport.PAYLOAD_CONTENT);
        Optional<Content> content = code.flatMap(Content::of);
        if (content.isEmpty()) {
            problem(ProblemCode.UNSUPPORTED_SUBSCRIPTION, CHANNEL + ".payload", "payload.content");
        }
        return content.orElse(Content.EMPTY);
    }

    private int maxCount() {
        return number(channel.getExtension(), Backport.MAX_COUNT)
                .map(count -> Math.max(1, Math.min(count, Outbox.MOST_TOGETHER)))
                .orElse(1);
    }

    private @Nullable Duration seconds(String url, int least) {
        Optional<Integer> seconds = number(channel.getExtension(), url);
        if (seconds.isPresent() && seconds.get() < least) {
            problem(ProblemCode.UNSUPPORTED_SUBSCRIPTION, CHANNEL, "channel.seconds", url, least);
        }
        return seconds.map(Duration::ofSeconds).orElse(null);
    }

    private static Optional<Integer> number(List<Extension> extensions, String url) {
        return ExtensionLookup.value(extensions, url)
                .filter(PrimitiveType.class::isInstance)
                .map(value -> ((PrimitiveType<?>) value).getValue())
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast);
    }

    private void problem(ProblemCode code, String path, String key, Object... arguments) {
        problems.add(new Problem(code, path, Sentence.beside(SubscriptionReading.class, key, arguments)));
    }
}
