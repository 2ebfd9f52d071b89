package nl.meerwaarde.population;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import java.time.Clock;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.instrument.InstrumentReader;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.wording.WordingPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires {@code $populate}. */
@Configuration(proxyBeanMethods = false)
public class PopulationConfiguration {
    @Bean
    PopulateProvider meerwaardePopulate(
            FhirContext fhirContext,
            InstrumentCatalogue instruments,
            InstrumentReader reader,
            DefinitionSource source,
            FhirPath fhirPath,
            ResponseRules rules,
            WordingPolicy wording,
            DaoRegistry daos,
            MatchUrlService queries) {
        return new PopulateProvider(
                fhirContext,
                new Populating(
                        fhirContext,
                        new Questionnaires(instruments, reader, source, daos),
                        fhirPath,
                        rules,
                        wording,
                        daos,
                        queries,
                        Clock.systemUTC()));
    }
}
