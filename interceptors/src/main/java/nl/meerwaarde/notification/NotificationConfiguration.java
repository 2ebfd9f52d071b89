package nl.meerwaarde.notification;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryResourceMatcher;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import nl.meerwaarde.access.Sights;
import nl.meerwaarde.access.Subscribers;
import nl.meerwaarde.audit.AuditSettings;
import nl.meerwaarde.audit.EmergencyListener;
import nl.meerwaarde.audit.RecordedAccesses;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.requester.RequesterSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;

/** Wires notifications. */
@Configuration(proxyBeanMethods = false)
public class NotificationConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationConfiguration.class);

    private final Clock clock = Clock.systemUTC();

    @Bean
    NotificationSettings meerwaardeNotificationSettings(
            @Value("${meerwaarde.notification.allowed-hosts:}") String allowedHosts,
            @Value("${meerwaarde.notification.allow-http:false}") boolean allowHttp,
            @Value("${meerwaarde.notification.full-resources:false}") boolean fullResources,
            @Value("${meerwaarde.notification.timeout-seconds:10}") long timeout,
            @Value("${meerwaarde.notification.first-retry-seconds:10}") long firstRetry,
            @Value("${meerwaarde.notification.longest-retry-seconds:3600}") long longestRetry,
            @Value("${meerwaarde.notification.give-up-hours:72}") long giveUp,
            @Value("${meerwaarde.notification.keep-days:30}") long keep) {
        return new NotificationSettings(
                StringUtils.commaDelimitedListToSet(allowedHosts).stream()
                        .map(host -> host.strip().toLowerCase(Locale.ROOT))
                        .filter(host -> !host.isEmpty())
                        .collect(Collectors.toSet()),
                allowHttp,
                fullResources,
                Duration.ofSeconds(timeout),
                Duration.ofSeconds(firstRetry),
                Duration.ofSeconds(longestRetry),
                Duration.ofHours(giveUp),
                Duration.ofDays(keep));
    }

    @Bean
    Topics meerwaardeTopics(FhirContext fhirContext, AuditSettings audit) {
        return Topics.shipped(fhirContext, audit.enabled());
    }

    @Bean
    Criteria meerwaardeSubscriptionCriteria(FhirContext fhirContext, InMemoryResourceMatcher matcher) {
        return new Criteria(fhirContext, matcher);
    }

    @Bean
    Receivers meerwaardeReceivers(NotificationSettings settings) {
        return new Receivers(settings);
    }

    @Bean
    SubscriptionRegister meerwaardeSubscriptionRegister(FactDatabase database) {
        return new SubscriptionRegister(database);
    }

    @Bean
    Outbox meerwaardeOutbox(FactDatabase database) {
        return new Outbox(database);
    }

    @Bean
    CollectingSubscriptions meerwaardeCollectingSubscriptions(
            FhirContext fhirContext,
            SubscriptionRegister register,
            Topics topics,
            Criteria criteria,
            Receivers receivers) {
        return new CollectingSubscriptions(fhirContext, register, topics, criteria, receivers);
    }

    @Bean
    Payloads meerwaardePayloads(
            FhirContext fhirContext,
            DaoRegistry daos,
            RecordedAccesses accesses,
            ObjectProvider<PayloadRule> rule,
            ObjectProvider<Sights> sights,
            NotificationSettings settings) {
        return new Payloads(
                new LoggedVersions(accesses, new DaoVersions(fhirContext, daos)),
                Optional.ofNullable(rule.getIfAvailable())
                        .or(() -> sights.stream()
                                .filter(Sights::areLimited)
                                .<PayloadRule>map(ReadablePayloads::new)
                                .findFirst()),
                settings.fullResources());
    }

    @Bean
    Subscribers meerwaardeSubscribers(
            SubscriptionRegister register,
            SubscriptionSettings host,
            @Value("${meerwaarde.notification.enabled:false}") boolean enabled) {
        return new RegisteredSubscribers(register, isOn(enabled, host));
    }

    @Bean
    SubscriptionStatuses meerwaardeSubscriptionStatuses(DaoRegistry daos, IHapiTransactionService transactions) {
        return new SubscriptionStatuses(daos, transactions);
    }

    @Bean
    SubscriptionInterceptor meerwaardeSubscriptionInterceptor(
            FhirContext fhirContext,
            Topics topics,
            Criteria criteria,
            Receivers receivers,
            SubscriptionRegister register,
            Outbox outbox,
            Payloads payloads,
            ObjectProvider<RequesterSource> requesters,
            @Value("${meerwaarde.notification.most-of-a-person:10}") int mostOfAPerson) {
        return new SubscriptionInterceptor(
                fhirContext,
                topics,
                criteria,
                receivers,
                register,
                outbox,
                payloads,
                Optional.ofNullable(requesters.getIfAvailable()),
                mostOfAPerson,
                clock);
    }

    @Bean
    NotificationInterceptor meerwaardeNotificationInterceptor(
            CollectingSubscriptions subscriptions, Criteria criteria, Outbox outbox) {
        return new NotificationInterceptor(subscriptions, criteria, outbox, clock);
    }

    @Bean
    EmergencyListener meerwaardeEmergencyNotifications(
            CollectingSubscriptions subscriptions,
            Criteria criteria,
            Outbox outbox,
            SubscriptionSettings host,
            @Value("${meerwaarde.notification.enabled:false}") boolean enabled) {
        return isOn(enabled, host)
                ? new EmergencyNotifications(subscriptions, criteria, outbox, clock)
                : emergencies -> {};
    }

    @Bean
    Sender meerwaardeSender(
            FhirContext fhirContext,
            SubscriptionRegister register,
            CollectingSubscriptions subscriptions,
            Outbox outbox,
            Payloads payloads,
            Receivers receivers,
            SubscriptionStatuses statuses,
            NotificationSettings settings,
            PlatformTransactionManager transactions) {
        return new Sender(
                fhirContext,
                register,
                subscriptions,
                outbox,
                payloads,
                new Delivery(receivers, settings.timeout(), clock),
                statuses,
                new Retries(settings.firstRetry(), settings.longestRetry(), new Random()),
                settings,
                new TransactionTemplate(transactions),
                clock);
    }

    /** @param seconds how often it is looked for something to send */
    @Bean(destroyMethod = "close")
    SendingJob meerwaardeSendingJob(
            SubscriptionRegister register,
            Outbox outbox,
            Sender sender,
            NotificationSettings settings,
            SubscriptionSettings host,
            @Value("${meerwaarde.notification.enabled:false}") boolean enabled,
            @Value("${meerwaarde.notification.interval-seconds:2}") long seconds) {
        return new SendingJob(
                register, outbox, sender, settings, isOn(enabled, host), clock, Duration.ofSeconds(seconds));
    }

    @Bean
    SubscriptionProvider meerwaardeSubscriptions(
            FhirContext fhirContext,
            SubscriptionRegister register,
            CollectingSubscriptions subscriptions,
            SubscriptionStatuses statuses,
            Outbox outbox,
            Payloads payloads,
            ObjectProvider<RequesterSource> requesters) {
        return new SubscriptionProvider(
                fhirContext,
                new KnownSubscriptions(fhirContext, register, Optional.ofNullable(requesters.getIfAvailable())),
                subscriptions,
                statuses,
                outbox,
                payloads,
                clock);
    }

    @Bean
    NotificationHooks meerwaardeNotificationHooks(
            SubscriptionSettings host,
            Topics topics,
            SubscriptionInterceptor subscriptions,
            NotificationInterceptor notifications,
            SubscriptionProvider operations,
            @Value("${meerwaarde.notification.enabled:false}") boolean enabled) {
        if (!isOn(enabled, host)) {
            LOG.info("Notifications are off: not switched on, or the host sends those of Subscriptions itself");
            return new NotificationHooks(List.of(), List.of(), List.of());
        }
        return new NotificationHooks(
                List.of(subscriptions, notifications), List.of(new TopicsInCapabilities(topics)), List.of(operations));
    }

    private static boolean isOn(boolean enabled, SubscriptionSettings host) {
        return enabled && host.getSupportedSubscriptionTypes().isEmpty();
    }
}
