package nl.meerwaarde.fitting;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import nl.meerwaarde.consent.Populations;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.disclosure.RecipientPolicies;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.score.ScoreDefinitions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires {@code $fit-case-mix-model}. */
@Configuration(proxyBeanMethods = false)
public class FittingConfiguration {
    @Bean
    FitCaseMixModelProvider meerwaardeFitCaseMixModel(
            FhirContext fhirContext,
            FactDatabase database,
            DefinitionSource source,
            ScoreDefinitions definitions,
            PatientRecords records,
            RecipientPolicies policies,
            Populations populations) {
        // All statements must see the same facts.
        TransactionTemplate snapshot = database.oneState();
        snapshot.setReadOnly(true);
        return new FitCaseMixModelProvider(
                fhirContext,
                source,
                definitions,
                new EpisodeQuery(database.jdbc(), records),
                policies,
                populations,
                snapshot,
                Clock.systemUTC());
    }
}
