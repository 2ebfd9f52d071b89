package nl.meerwaarde.report;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Clock;
import java.util.function.Supplier;
import nl.meerwaarde.asynchronous.AsynchronousRequests;
import nl.meerwaarde.cell.CellSource;
import nl.meerwaarde.cell.ContributionQuery;
import nl.meerwaarde.cell.ReleasedFacts;
import nl.meerwaarde.cell.SubjectQuery;
import nl.meerwaarde.consent.Populations;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.disclosure.Pseudonyms;
import nl.meerwaarde.disclosure.RecipientPolicies;
import nl.meerwaarde.disclosure.Release;
import nl.meerwaarde.measure.FactMeasures;
import nl.meerwaarde.pooling.PoolableReports;
import nl.meerwaarde.score.ScoreDefinitions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires {@code $evaluate-measure}. */
@Configuration(proxyBeanMethods = false)
public class ReportConfiguration {
    /** Setting: the kind of recipient when nobody says. */
    public static final String RECIPIENT = "meerwaarde.disclosure.recipient";

    @Bean
    PublishedReports meerwaardePublishedReports(DaoRegistry daos) {
        return new PublishedReports(daos);
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
    ReportRecipients meerwaardeReportRecipients(RecipientPolicies policies, Environment environment) {
        return new ReportRecipients(
                policies, environment.getProperty(RECIPIENT, RecipientPolicies.RECORD_HOLDER), Release.canBeAudited());
    }

    @Bean
    ReportDisclosure meerwaardeReportDisclosure(
            CellSource source,
            ContributionQuery contributions,
            ReleasedFacts released,
            PublishedReports published,
            RecipientPolicies policies,
            Pseudonyms pseudonyms) {
        return new ReportDisclosure(
                source,
                contributions,
                released,
                new PublishedPatterns(published, policies, pseudonyms),
                policies,
                pseudonyms);
    }

    @Bean
    ReportEvaluation meerwaardeReportEvaluation(
            CellSource source,
            SubjectQuery subjects,
            ReportDisclosure disclosure,
            ReleasedFacts released,
            PoolableReports poolable,
            Populations populations,
            ScoreDefinitions definitions,
            FactDatabase database) {
        // One report may need several statements; all must see the same facts.
        TransactionTemplate snapshot = database.oneState();
        snapshot.setReadOnly(true);
        return new ReportEvaluation(
                source,
                subjects,
                disclosure,
                released,
                poolable,
                populations,
                definitions,
                snapshot,
                Clock.systemUTC());
    }

    @Bean
    RecipientReports meerwaardeRecipientReports(
            FactMeasures measures,
            ReportEvaluation evaluation,
            PublishedReports published,
            DaoRegistry daos,
            ReportRecipients recipients,
            ScoreDefinitions definitions,
            ObjectProvider<ReportMetrics> metrics) {
        return new RecipientReports(
                measures,
                evaluation,
                published,
                new Reporters(daos),
                recipients,
                definitions,
                metrics.getIfAvailable(() -> Supplier::get));
    }
}
