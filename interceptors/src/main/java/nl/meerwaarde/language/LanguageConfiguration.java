package nl.meerwaarde.language;

import ca.uhn.fhir.context.FhirContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the translation of answers. */
@Configuration(proxyBeanMethods = false)
public class LanguageConfiguration {
    @Bean
    LanguageInterceptor meerwaardeLanguages(FhirContext fhirContext) {
        return new LanguageInterceptor(new Translation(fhirContext));
    }

    @Bean
    TranslatedCopyGuard meerwaardeTranslatedCopyGuard() {
        return new TranslatedCopyGuard();
    }
}
