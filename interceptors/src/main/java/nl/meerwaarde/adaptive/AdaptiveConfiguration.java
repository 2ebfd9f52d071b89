package nl.meerwaarde.adaptive;

import ca.uhn.fhir.context.FhirContext;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.score.ScoreCalculator;
import nl.meerwaarde.wording.WordingPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires adaptive forms and their operation. */
@Configuration(proxyBeanMethods = false)
public class AdaptiveConfiguration {
    @Bean
    AdaptiveForms meerwaardeAdaptiveForms(InstrumentCatalogue instruments) {
        return new AdaptiveForms(instruments);
    }

    @Bean
    NextQuestionProvider meerwaardeNextQuestionProvider(
            FhirContext fhirContext,
            AdaptiveForms forms,
            ResponseRules rules,
            WordingPolicy wording,
            ScoreCalculator calculator) {
        return new NextQuestionProvider(fhirContext, forms, rules, wording, new NextQuestion(calculator));
    }
}
