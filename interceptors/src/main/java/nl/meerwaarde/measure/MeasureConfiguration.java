package nl.meerwaarde.measure;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import nl.meerwaarde.asynchronous.AsynchronousRequests;
import nl.meerwaarde.consent.Populations;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.disclosure.Pseudonyms;
import nl.meerwaarde.disclosure.RecipientPolicies;
import nl.meerwaarde.disclosure.Release;
import nl.meerwaarde.outcome.SettledFacts;
import nl.meerwaarde.score.ScoreDefinitions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires {@code $evaluate-measure}. */
@Configuration(proxyBeanMethods = false)
public class MeasureConfiguration {
    /** Setting: how often facts of closed windows are settled. */
    private static final String SETTLE_EVERY = "meerwaarde.report.settle-every";

    /** Setting: fewest facts of a month for which it is worth it. */
    private static final String SETTLE_FROM = "meerwaarde.report.settle-from";

    /** Setting: the kind of recipient when nobody says. */
    public static final String RECIPIENT = "meerwaarde.disclosure.recipient";

    @Bean
    FactMeasureRules meerwaardeFactMeasureRules() {
        return new FactMeasureRules();
    }

    @Bean
    PublishedReports meerwaardePublishedReports(DaoRegistry daos) {
        return new PublishedReports(daos);
    }

    @Bean
    FactMeasures meerwaardeFactMeasures(DefinitionRegister register, DefinitionSource source, DaoRegistry daos) {
        return new FactMeasures(register, source, daos);
    }

    @Bean
    CellSource meerwaardeCellSource(FactQuery facts, FactDatabase database, DeliveredSums delivered) {
        return new CellSource(facts, new SettledSums(database.jdbc()), delivered);
    }

    @Bean
    PoolableReports meerwaardePoolableReports(
            FactMeasures measures,
            ScoreDefinitions definitions,
            DefinitionRegister register,
            CellSource source,
            FactDatabase database) {
        return new PoolableReports(
                measures, definitions, register, source, new ContributionQuery(database.jdbc()), Clock.systemUTC());
    }

    @Bean
    EvaluateMeasureProvider meerwaardeEvaluateMeasure(
            FhirContext fhirContext,
            RecipientReports reports,
            OtherReports otherReports,
            AsynchronousRequests asynchronous) {
        return new EvaluateMeasureProvider(fhirContext, reports, otherReports, asynchronous);
    }

    @Bean
    LaterReport meerwaardeLaterReport(RecipientReports reports, OtherReports otherReports) {
        return new LaterReport(reports, otherReports);
    }

    @Bean
    OtherReports meerwaardeOtherReports(FactMeasures measures, OtherMeasures evaluated, ReportRecipients recipients) {
        return new OtherReports(measures, evaluated, recipients);
    }

    @Bean
    SettlingJob meerwaardeSettlingJob(FactDatabase database, ScoreDefinitions definitions, Environment environment) {
        return new SettlingJob(
                new SettledFacts(database.jdbc()),
                definitions,
                database.oneState(),
                Clock.systemUTC(),
                environment.getProperty(SETTLE_EVERY, Duration.class, Duration.ofHours(1)),
                environment.getProperty(SETTLE_FROM, Integer.class, 100));
    }

    @Bean
    FactQuery meerwaardeFactQuery(FactDatabase database) {
        return new FactQuery(database.jdbc());
    }

    @Bean
    ReportRecipients meerwaardeReportRecipients(RecipientPolicies policies, Environment environment) {
        return new ReportRecipients(
                policies, environment.getProperty(RECIPIENT, RecipientPolicies.RECORD_HOLDER), Release.canBeAudited());
    }

    @Bean
    RecipientReports meerwaardeRecipientReports(
            FactMeasures measures,
            FactDatabase database,
            CellSource source,
            PoolableReports poolable,
            ScoreDefinitions definitions,
            PublishedReports published,
            DaoRegistry daos,
            RecipientPolicies policies,
            Pseudonyms pseudonyms,
            Populations populations,
            ReportRecipients recipients,
            ObjectProvider<ReportMetrics> metrics) {
        // One report may need several statements; all must see the same facts.
        TransactionTemplate snapshot = database.oneState();
        snapshot.setReadOnly(true);
        TransactionTemplate keeping = database.oneState();
        ContributionQuery contributions = new ContributionQuery(database.jdbc());
        ReleasedFacts released = new ReleasedFacts(
                database.jdbc(), source, contributions, policies, populations, keeping, Clock.systemUTC());
        ReportDisclosure disclosure = new ReportDisclosure(
                source,
                contributions,
                released,
                new PublishedPatterns(published, policies, pseudonyms),
                policies,
                pseudonyms);
        return new RecipientReports(
                measures,
                new ReportEvaluation(
                        source,
                        new SubjectQuery(database.jdbc()),
                        disclosure,
                        released,
                        poolable,
                        populations,
                        definitions,
                        snapshot,
                        Clock.systemUTC()),
                published,
                new Reporters(daos),
                recipients,
                definitions,
                metrics.getIfAvailable(() -> Supplier::get));
    }
}
