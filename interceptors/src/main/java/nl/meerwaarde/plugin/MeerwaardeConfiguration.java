package nl.meerwaarde.plugin;

import nl.meerwaarde.access.AccessConfiguration;
import nl.meerwaarde.adaptive.AdaptiveConfiguration;
import nl.meerwaarde.alert.AlertConfiguration;
import nl.meerwaarde.assembly.AssemblyConfiguration;
import nl.meerwaarde.asynchronous.AsynchronousConfiguration;
import nl.meerwaarde.audit.AuditConfiguration;
import nl.meerwaarde.benchmark.BenchmarkConfiguration;
import nl.meerwaarde.caregap.CareGapConfiguration;
import nl.meerwaarde.careplan.CarePlanConfiguration;
import nl.meerwaarde.casemix.CaseMixConfiguration;
import nl.meerwaarde.cell.CellConfiguration;
import nl.meerwaarde.consent.ConsentConfiguration;
import nl.meerwaarde.cql.CqlConfiguration;
import nl.meerwaarde.decision.DecisionConfiguration;
import nl.meerwaarde.derivation.DerivationConfiguration;
import nl.meerwaarde.disclosure.DisclosureConfiguration;
import nl.meerwaarde.erasure.ErasureConfiguration;
import nl.meerwaarde.exchange.ExchangeConfiguration;
import nl.meerwaarde.extraction.ExtractionConfiguration;
import nl.meerwaarde.federation.FederationConfiguration;
import nl.meerwaarde.fitting.FittingConfiguration;
import nl.meerwaarde.goal.GoalConfiguration;
import nl.meerwaarde.language.LanguageConfiguration;
import nl.meerwaarde.loading.LoadingConfiguration;
import nl.meerwaarde.measure.MeasureConfiguration;
import nl.meerwaarde.metromap.MetroMapConfiguration;
import nl.meerwaarde.notification.NotificationConfiguration;
import nl.meerwaarde.outcomeset.OutcomeSetConfiguration;
import nl.meerwaarde.pooling.PoolingConfiguration;
import nl.meerwaarde.population.PopulationConfiguration;
import nl.meerwaarde.rebuild.RebuildConfiguration;
import nl.meerwaarde.report.ReportConfiguration;
import nl.meerwaarde.submission.SubmissionConfiguration;
import nl.meerwaarde.team.TeamConfiguration;
import nl.meerwaarde.validation.ValidationConfiguration;
import nl.meerwaarde.wording.WordingConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole suite. Spring Boot hosts get it by auto-configuration; other hosts import this class. One configuration per feature, in the order of the flow. */
@Configuration(proxyBeanMethods = false)
@Import({
    DefinitionsConfiguration.class,
    AlertConfiguration.class,
    OutcomeSetConfiguration.class,
    TeamConfiguration.class,
    AuditConfiguration.class,
    MetroMapConfiguration.class,
    AssemblyConfiguration.class,
    AdaptiveConfiguration.class,
    SubmissionConfiguration.class,
    WordingConfiguration.class,
    CaseMixConfiguration.class,
    DerivationConfiguration.class,
    CarePlanConfiguration.class,
    GoalConfiguration.class,
    DecisionConfiguration.class,
    AsynchronousConfiguration.class,
    ConsentConfiguration.class,
    DisclosureConfiguration.class,
    MeasureConfiguration.class,
    CellConfiguration.class,
    PoolingConfiguration.class,
    ReportConfiguration.class,
    FederationConfiguration.class,
    CareGapConfiguration.class,
    ExchangeConfiguration.class,
    CqlConfiguration.class,
    BenchmarkConfiguration.class,
    FittingConfiguration.class,
    PopulationConfiguration.class,
    ExtractionConfiguration.class,
    ValidationConfiguration.class,
    LanguageConfiguration.class,
    LoadingConfiguration.class,
    RebuildConfiguration.class,
    NotificationConfiguration.class,
    AccessConfiguration.class,
    ErasureConfiguration.class,
    Registration.class
})
public class MeerwaardeConfiguration {}
