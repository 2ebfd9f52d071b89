package nl.meerwaarde.server.demo;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Wires the demonstration. It runs when the server already answers requests, and before the server says that it is ready. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {
    @Bean
    DemoRegistry demoRegistry() {
        return new DemoRegistry();
    }

    @Bean
    DemoLoader demoLoader(IFhirSystemDao<Bundle, Meta> system, DaoRegistry daos, FhirContext fhirContext) {
        return new DemoLoader(system, daos, fhirContext, System.out);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ApplicationRunner demo(
            DemoLoader loader,
            FhirContext fhirContext,
            Environment environment,
            @Value("${meerwaarde.demo.seed}") long seed,
            @Value("${meerwaarde.demo.patients}") int patients) {
        return arguments -> {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            loader.load(new SyntheticCohort(seed, patients, today));
            String server = "http://localhost:" + environment.getRequiredProperty("local.server.port");
            DemoAddresses addresses = new DemoAddresses(server, today);
            System.out.println(new DemoReport(new PublicApi(fhirContext), addresses).text());
            System.out.println(addresses.text());
        };
    }
}
