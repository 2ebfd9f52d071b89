package nl.meerwaarde.assembly;

import ca.uhn.fhir.context.FhirContext;
import java.util.Optional;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.instrument.InstrumentReader;
import org.hl7.fhir.r4.model.Questionnaire;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the assembling of modular Questionnaires. */
@Configuration(proxyBeanMethods = false)
public class AssemblyConfiguration {
    @Bean
    Modules meerwaardeModules(InstrumentCatalogue instruments) {
        return new Modules() {
            @Override
            public Optional<Questionnaire> find(CanonicalReference canonical) {
                return instruments.find(canonical).map(Instrument::questionnaire);
            }

            @Override
            public Problem missing(CanonicalReference canonical, String path) {
                return instruments.missing(canonical, path);
            }
        };
    }

    @Bean
    AssembleProvider meerwaardeAssembleProvider(
            FhirContext fhirContext, Modules modules, DefinitionSource source, InstrumentReader reader) {
        return new AssembleProvider(fhirContext, modules, source, new Assembler(modules, reader));
    }
}
