package nl.meerwaarde.exchange;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Clock;
import java.util.Optional;
import nl.meerwaarde.caregap.Subjects;
import nl.meerwaarde.consent.Populations;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.disclosure.Pseudonyms;
import nl.meerwaarde.disclosure.RecipientPolicies;
import nl.meerwaarde.measure.FactMeasures;
import nl.meerwaarde.pathway.PathwayCatalogue;
import nl.meerwaarde.report.ReportConfiguration;
import nl.meerwaarde.requester.RequesterSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires {@code $data-requirements} and {@code $collect-data}. */
@Configuration(proxyBeanMethods = false)
public class ExchangeConfiguration {
    @Bean
    DataRequirementsProvider meerwaardeDataRequirements(
            FhirContext fhirContext, FactMeasures measures, PathwayCatalogue pathways) {
        return new DataRequirementsProvider(fhirContext, measures, pathways);
    }

    @Bean
    CollectDataProvider meerwaardeCollectData(
            FhirContext fhirContext,
            FactMeasures measures,
            DaoRegistry daos,
            FactDatabase database,
            RecipientPolicies policies,
            Populations populations,
            Pseudonyms pseudonyms,
            ObjectProvider<RequesterSource> requesters,
            Environment environment) {
        return new CollectDataProvider(
                fhirContext,
                measures,
                new Subjects(daos),
                new SourceQuery(database.jdbc()),
                new CollectedData(daos),
                new ExchangeRecipients(
                        policies,
                        environment.getProperty(ReportConfiguration.RECIPIENT, RecipientPolicies.RECORD_HOLDER)),
                populations,
                pseudonyms,
                Optional.ofNullable(requesters.getIfAvailable()),
                Clock.systemUTC());
    }
}
