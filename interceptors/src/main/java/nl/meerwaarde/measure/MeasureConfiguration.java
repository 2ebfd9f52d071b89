package nl.meerwaarde.measure;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.score.ScoreDefinitions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires {@code $evaluate-measure}. */
@Configuration(proxyBeanMethods = false)
public class MeasureConfiguration {
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
    EvaluateMeasureProvider meerwaardeEvaluateMeasure(
            FhirContext fhirContext,
            FactDatabase database,
            FactMeasures measures,
            ScoreDefinitions definitions,
            PublishedReports published,
            ObjectProvider<ReportMetrics> metrics) {
        // A manager of its own, because HAPI's does not take isolation levels. One report may need several statements;
        // all must see the same facts.
        DataSource dataSource = Objects.requireNonNull(database.jdbc().getDataSource());
        TransactionTemplate snapshot = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return new EvaluateMeasureProvider(
                fhirContext,
                measures,
                new ReportEvaluation(
                        new FactQuery(database.jdbc()),
                        new SubjectQuery(database.jdbc()),
                        definitions,
                        snapshot,
                        Clock.systemUTC()),
                published,
                metrics.getIfAvailable(() -> Supplier::get));
    }
}
