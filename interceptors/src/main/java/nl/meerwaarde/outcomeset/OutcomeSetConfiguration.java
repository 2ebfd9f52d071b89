package nl.meerwaarde.outcomeset;

import ca.uhn.fhir.context.FhirContext;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires outcome sets. */
@Configuration(proxyBeanMethods = false)
public class OutcomeSetConfiguration {
    @Bean
    OutcomeSetCatalogue meerwaardeOutcomeSetCatalogue(DefinitionRegister register, DefinitionSource source) {
        return new OutcomeSetCatalogue(register, source);
    }

    @Bean
    OutcomeSetRules meerwaardeOutcomeSetRules(
            InstrumentCatalogue instruments, OutcomeSetCatalogue sets, DefinitionSource source) {
        return new OutcomeSetRules(new NamedDefinitions(instruments, sets), new Vocabulary(source));
    }

    @Bean
    RespondentBurdenProvider meerwaardeRespondentBurden(
            FhirContext fhirContext,
            InstrumentCatalogue instruments,
            OutcomeSetCatalogue sets,
            DefinitionSource source) {
        return new RespondentBurdenProvider(
                fhirContext, sets, new NamedDefinitions(instruments, sets), new Vocabulary(source));
    }
}
