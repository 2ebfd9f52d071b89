package nl.meerwaarde.loading;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.definition.DefinitionInterceptor;
import nl.meerwaarde.definition.DefinitionRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the loading of definitions. */
@Configuration(proxyBeanMethods = false)
public class LoadingConfiguration {
    @Bean
    DefinitionLoader meerwaardeDefinitionLoader(
            DaoRegistry daos,
            FhirContext fhirContext,
            FactDatabase database,
            DefinitionRegister register,
            DefinitionInterceptor definitions,
            ISearchParamRegistry searchParameters) {
        return new DefinitionLoader(daos, fhirContext, database, register, definitions, searchParameters);
    }
}
