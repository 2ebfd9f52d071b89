package nl.meerwaarde.federation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.measure.FactMeasures;
import nl.meerwaarde.pooling.PoolableReports;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires {@code $submit-data}. */
@Configuration(proxyBeanMethods = false)
public class FederationConfiguration {
    @Bean
    Deliveries meerwaardeDeliveries(FactDatabase database) {
        return new Deliveries(database);
    }

    @Bean
    DeliveredReports meerwaardeDeliveredReports(DaoRegistry daos, Deliveries deliveries) {
        return new DeliveredReports(daos, deliveries);
    }

    @Bean
    SubmitDataProvider meerwaardeSubmitData(
            FhirContext fhirContext,
            FactMeasures measures,
            PoolableReports poolable,
            DaoRegistry daos,
            Deliveries deliveries,
            DeliveredReports reports,
            IHapiTransactionService transactions,
            @Value("${meerwaarde.federation.take-records:true}") boolean takeRecords) {
        Reporters reporters = new Reporters(daos);
        return new SubmitDataProvider(
                fhirContext,
                measures,
                new Reception(poolable, reporters, deliveries, reports, transactions),
                new RecordReception(fhirContext, poolable, reporters, daos, takeRecords));
    }
}
