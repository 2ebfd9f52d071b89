package nl.meerwaarde.submission;

import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.jpa.config.JpaConfig;
import java.util.Optional;
import nl.meerwaarde.adaptive.AdaptiveForms;
import nl.meerwaarde.alert.SafetyAlerts;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.pathway.PathwayCatalogue;
import nl.meerwaarde.response.AnswerTerminology;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.score.ScoreCalculator;
import nl.meerwaarde.wording.WordingPolicy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the door through which answers and episodes come in. */
@Configuration(proxyBeanMethods = false)
public class SubmissionConfiguration {
    @Bean
    AnswerTerminology meerwaardeAnswerTerminology(
            @Qualifier(JpaConfig.JPA_VALIDATION_SUPPORT_CHAIN) IValidationSupport support) {
        ConceptValidationOptions options = new ConceptValidationOptions();
        return (valueSet, coding) -> Optional.ofNullable(support.validateCode(
                        new ValidationSupportContext(support),
                        options,
                        coding.getSystem(),
                        coding.getCode(),
                        null,
                        valueSet))
                .map(IValidationSupport.CodeValidationResult::isOk);
    }

    @Bean
    ResponseRules meerwaardeResponseRules(FhirPath fhirPath, AnswerTerminology terminology) {
        return new ResponseRules(fhirPath, terminology);
    }

    @Bean
    ResponseSubmission meerwaardeResponseSubmission(
            InstrumentCatalogue instruments,
            ResponseRules rules,
            ScoreCalculator calculator,
            AdaptiveForms forms,
            WordingPolicy wording) {
        return new ResponseSubmission(instruments, rules, calculator, forms, wording);
    }

    @Bean
    EpisodeSubmission meerwaardeEpisodeSubmission(PathwayCatalogue pathways) {
        return new EpisodeSubmission(pathways);
    }

    @Bean
    SubmissionInterceptor meerwaardeSubmissionInterceptor(
            ResponseSubmission responses, EpisodeSubmission episodes, SafetyAlerts alerts) {
        return new SubmissionInterceptor(responses, episodes, alerts);
    }

    @Bean
    ScoreDifferenceReport meerwaardeScoreDifferenceReport() {
        return new ScoreDifferenceReport();
    }
}
