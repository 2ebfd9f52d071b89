package nl.meerwaarde.plugin;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.meerwaarde.access.AccessHooks;
import nl.meerwaarde.adaptive.NextQuestionProvider;
import nl.meerwaarde.alert.AdmissionInterceptor;
import nl.meerwaarde.alert.AlertInterceptor;
import nl.meerwaarde.alert.HelpLineInterceptor;
import nl.meerwaarde.assembly.AssembleProvider;
import nl.meerwaarde.asynchronous.AsynchronousStatusProvider;
import nl.meerwaarde.audit.AccessInterceptor;
import nl.meerwaarde.audit.AuditEventGuard;
import nl.meerwaarde.audit.AuditEventProvider;
import nl.meerwaarde.audit.AuditSettings;
import nl.meerwaarde.audit.VerifyAuditProvider;
import nl.meerwaarde.audit.WriteInterceptor;
import nl.meerwaarde.benchmark.BenchmarkProvider;
import nl.meerwaarde.caregap.CareGapsProvider;
import nl.meerwaarde.careplan.ApplyProvider;
import nl.meerwaarde.careplan.ChangeVersionProvider;
import nl.meerwaarde.definition.DefinitionInterceptor;
import nl.meerwaarde.derivation.ChangeInterceptor;
import nl.meerwaarde.derivation.ConflictRetryInterceptor;
import nl.meerwaarde.derivation.DerivedScoreGuard;
import nl.meerwaarde.derivation.ExpungeInterceptor;
import nl.meerwaarde.derivation.UnnoticedConflictInterceptor;
import nl.meerwaarde.disclosure.PolicyGuard;
import nl.meerwaarde.erasure.EraseProvider;
import nl.meerwaarde.erasure.RetentionDueProvider;
import nl.meerwaarde.exchange.CollectDataProvider;
import nl.meerwaarde.exchange.DataRequirementsProvider;
import nl.meerwaarde.extraction.ExtractProvider;
import nl.meerwaarde.federation.DeliveredReports;
import nl.meerwaarde.federation.SubmitDataProvider;
import nl.meerwaarde.fitting.FitCaseMixModelProvider;
import nl.meerwaarde.language.LanguageInterceptor;
import nl.meerwaarde.language.TranslatedCopyGuard;
import nl.meerwaarde.loading.DefinitionLoader;
import nl.meerwaarde.metromap.MetroMapProvider;
import nl.meerwaarde.notification.NotificationHooks;
import nl.meerwaarde.outcomeset.RespondentBurdenProvider;
import nl.meerwaarde.population.PopulateProvider;
import nl.meerwaarde.rebuild.RebuildProvider;
import nl.meerwaarde.reply.UnbrokenReplyInterceptor;
import nl.meerwaarde.report.EvaluateMeasureProvider;
import nl.meerwaarde.report.PublishedReports;
import nl.meerwaarde.submission.ScoreDifferenceReport;
import nl.meerwaarde.submission.SubmissionInterceptor;
import nl.meerwaarde.team.MyTeamProvider;
import nl.meerwaarde.team.TeamInterceptor;
import nl.meerwaarde.validation.BatchValidationInterceptor;
import nl.meerwaarde.validation.FaultyPatchInterceptor;
import nl.meerwaarde.validation.ProfileChangeInterceptor;
import nl.meerwaarde.validation.RestValidationInterceptor;
import nl.meerwaarde.validation.SearchRequestInterceptor;
import nl.meerwaarde.validation.SearchValueInterceptor;
import nl.meerwaarde.validation.TextInterceptor;
import nl.meerwaarde.validation.UnreadableRequestInterceptor;
import nl.meerwaarde.validation.ValidatorWarmUp;
import nl.meerwaarde.wording.LoadWordingProvider;
import org.hl7.fhir.r4.model.AuditEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * What is registered where. Storage hooks go to the JPA interceptor service, which also fires for internal writes; server hooks and operations go to
 * the RestfulServer. Each exactly once: HAPI does not remove duplicates.
 */
@Configuration(proxyBeanMethods = false)
public class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    private final DefinitionLoader loader;
    private final ValidatorWarmUp validator;

    Registration(DefinitionLoader loader, ValidatorWarmUp validator) {
        this.loader = loader;
        this.validator = validator;
    }

    @Bean
    SmartInitializingSingleton meerwaardeStorageHooks(
            IInterceptorService storage,
            DefinitionInterceptor definitions,
            SubmissionInterceptor submissions,
            DerivedScoreGuard derivedScores,
            ChangeInterceptor changes,
            ExpungeInterceptor expunges,
            ConflictRetryInterceptor retries,
            ProfileChangeInterceptor profiles,
            PublishedReports reports,
            DeliveredReports deliveredReports,
            AlertInterceptor alerts,
            TranslatedCopyGuard copies,
            TeamInterceptor teams,
            PolicyGuard policies,
            NotificationHooks notifications) {
        return () -> Stream.concat(
                        List.of(
                                definitions,
                                submissions,
                                derivedScores,
                                changes,
                                expunges,
                                retries,
                                profiles,
                                reports,
                                deliveredReports,
                                alerts,
                                copies,
                                teams,
                                policies)
                                .stream(),
                        notifications.storage().stream())
                .forEach(storage::registerInterceptor);
    }

    @Bean
    SmartInitializingSingleton meerwaardeServerHooks(
            ObjectProvider<RestfulServer> servers,
            RestValidationInterceptor validation,
            BatchValidationInterceptor batchValidation,
            SearchValueInterceptor searchValues,
            ScoreDifferenceReport differences,
            UnnoticedConflictInterceptor conflicts,
            AdmissionInterceptor admission,
            HelpLineInterceptor helpLines,
            LanguageInterceptor languages,
            EvaluateMeasureProvider evaluateMeasure,
            AsynchronousStatusProvider asynchronousStatus,
            CareGapsProvider careGaps,
            DataRequirementsProvider dataRequirements,
            CollectDataProvider collectData,
            BenchmarkProvider benchmark,
            SubmitDataProvider submitData,
            FitCaseMixModelProvider fitCaseMixModel,
            PopulateProvider populate,
            ExtractProvider extract,
            RebuildProvider rebuild,
            EraseProvider erase,
            RetentionDueProvider retentionDue,
            LoadWordingProvider wordings,
            RespondentBurdenProvider respondentBurden,
            AssembleProvider assemble,
            NextQuestionProvider nextQuestion,
            MyTeamProvider myTeam,
            MetroMapProvider metroMap,
            ApplyProvider apply,
            ChangeVersionProvider changeVersion,
            NotificationHooks notifications) {
        return () -> servers.orderedStream().forEach(server -> {
            List.of(
                            validation,
                            batchValidation,
                            differences,
                            conflicts,
                            new FaultyPatchInterceptor(),
                            new UnreadableRequestInterceptor(),
                            new SearchRequestInterceptor(),
                            searchValues,
                            new TextInterceptor(),
                            admission,
                            helpLines,
                            languages,
                            new UnbrokenReplyInterceptor())
                    .forEach(server::registerInterceptor);
            server.registerProviders(
                    evaluateMeasure,
                    asynchronousStatus,
                    careGaps,
                    dataRequirements,
                    collectData,
                    benchmark,
                    submitData,
                    fitCaseMixModel,
                    populate,
                    extract,
                    rebuild,
                    erase,
                    retentionDue,
                    wordings,
                    respondentBurden,
                    assemble,
                    nextQuestion,
                    myTeam,
                    metroMap,
                    apply,
                    changeVersion);
            notifications.server().forEach(server::registerInterceptor);
            server.registerProviders(notifications.operations());
        });
    }

    /** Off only to measure what it costs. */
    @Bean
    SmartInitializingSingleton meerwaardeAuditHooks(
            AuditSettings settings,
            IInterceptorService storage,
            ObjectProvider<RestfulServer> servers,
            WriteInterceptor writes,
            AccessInterceptor accesses,
            AuditEventGuard guard,
            AuditEventProvider events,
            VerifyAuditProvider verify) {
        return () -> {
            if (!settings.enabled()) {
                LOG.warn("Accesses are not recorded: meerwaarde.audit.enabled is false");
                return;
            }
            storage.registerInterceptor(writes);
            servers.orderedStream().forEach(server -> {
                server.registerInterceptor(accesses);
                server.registerInterceptor(guard);
                server.unregisterProviders(server.getResourceProviders().stream()
                        .filter(provider -> provider.getResourceType() == AuditEvent.class)
                        .toList());
                server.registerProviders(events, verify);
            });
        };
    }

    /** Access rules are on where the host tells who asks. */
    @Bean
    SmartInitializingSingleton meerwaardeAccessHooks(
            ObjectProvider<RestfulServer> servers, IInterceptorService storage, AccessHooks access) {
        return () -> {
            List<RestfulServer> all = servers.orderedStream().toList();
            if (!access.areOn() && !all.isEmpty()) {
                LOG.info("Access rules are off: the host does not tell who asks");
            }
            access.storage().forEach(storage::registerInterceptor);
            all.forEach(server -> access.server().forEach(server::registerInterceptor));
        };
    }

    /** Metrics are there when the host has Micrometer with a registry. */
    @Bean
    SmartInitializingSingleton meerwaardeMetricsHooks(
            ObjectProvider<RestfulServer> servers, ApplicationContext context) {
        return () -> {
            if (!context.containsBean("meerwaardeSubmissionTimer")) {
                LOG.info("Metrics are off: the host has no Micrometer registry");
                return;
            }
            Object timer = context.getBean("meerwaardeSubmissionTimer");
            servers.orderedStream().forEach(server -> server.registerInterceptor(timer));
        };
    }

    /** Definitions are loaded and the validator is warmed when the host is complete, before it says that it is ready. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    public void loadDefinitions(ContextRefreshedEvent event) {
        if (event.getApplicationContext().getParent() == null) {
            // Side by side, because each keeps one core busy for seconds.
            CompletableFuture<Void> warm = CompletableFuture.runAsync(validator::run);
            loader.load();
            warm.join();
        }
    }
}
