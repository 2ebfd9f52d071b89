package nl.meerwaarde.metromap;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.time.Clock;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires {@code $metro-map}. */
@Configuration(proxyBeanMethods = false)
public class MetroMapConfiguration {
    /** The day is that of the server's own time zone. */
    @Bean
    MetroMapProvider meerwaardeMetroMap(
            FhirContext fhirContext, DaoRegistry daos, DefinitionRegister register, DefinitionSource definitions) {
        return new MetroMapProvider(fhirContext, daos, register, definitions, Clock.systemDefaultZone());
    }
}
