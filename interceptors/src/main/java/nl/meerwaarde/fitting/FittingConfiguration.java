package nl.meerwaarde.fitting;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.util.Objects;
import javax.sql.DataSource;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.score.ScoreDefinitions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
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
            PatientRecords records) {
        // A manager of its own, because HAPI's does not take isolation levels; all statements must see the same facts.
        DataSource dataSource = Objects.requireNonNull(database.jdbc().getDataSource());
        TransactionTemplate snapshot = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new FitCaseMixModelProvider(
                fhirContext,
                source,
                definitions,
                new EpisodeQuery(database.jdbc(), records),
                snapshot,
                Clock.systemUTC());
    }
}
