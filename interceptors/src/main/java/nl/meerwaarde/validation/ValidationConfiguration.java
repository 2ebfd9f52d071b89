package nl.meerwaarde.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.config.JpaConfig;
import ca.uhn.fhir.jpa.validation.ValidatorPolicyAdvisor;
import ca.uhn.fhir.jpa.validation.ValidatorResourceFetcher;
import java.util.List;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import nl.meerwaarde.alert.SafetyAlerts;
import nl.meerwaarde.definition.DefinitionRules;
import nl.meerwaarde.submission.ResponseSubmission;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** Wires the checking of what arrives over REST. */
@Configuration(proxyBeanMethods = false)
public class ValidationConfiguration {
    @Bean
    FhirRules meerwaardeFhirRules(
            FhirContext fhirContext,
            @Qualifier(JpaConfig.JPA_VALIDATION_SUPPORT_CHAIN) IValidationSupport support,
            WorkerContextValidationSupportAdapter workerContext,
            ValidatorResourceFetcher fetcher,
            ValidatorPolicyAdvisor policy) {
        return new FhirRules(
                fhirContext, new PooledInstanceValidator(fhirContext, support, workerContext, fetcher, policy));
    }

    @Bean
    ResourceCheck meerwaardeResourceCheck(
            FhirContext fhirContext,
            FhirRules fhirRules,
            ObjectProvider<DefinitionRules<?>> definitionRules,
            ResponseSubmission responses,
            @Value(
                            "${meerwaarde.validation.types:QuestionnaireResponse,Questionnaire,ObservationDefinition,PlanDefinition}")
                    String types) {
        List<DefinitionRules<?>> rules = definitionRules.orderedStream().toList();
        return new ResourceCheck(
                fhirContext,
                new DefinitionCheck(fhirContext, fhirRules, rules),
                responses,
                StringUtils.commaDelimitedListToSet(types.replace(" ", "")));
    }

    @Bean
    RestValidationInterceptor meerwaardeRestValidation(ResourceCheck check, SafetyAlerts alerts) {
        return new RestValidationInterceptor(check, alerts);
    }

    @Bean
    BatchValidationInterceptor meerwaardeBatchValidation(ResourceCheck check, SafetyAlerts alerts) {
        return new BatchValidationInterceptor(check, alerts);
    }

    @Bean
    SearchValueInterceptor meerwaardeSearchValues(FhirContext fhirContext, ISearchParamRegistry searchParameters) {
        return new SearchValueInterceptor(fhirContext, searchParameters);
    }

    @Bean
    ProfileChangeInterceptor meerwaardeProfileChanges(FhirRules fhirRules) {
        return new ProfileChangeInterceptor(fhirRules);
    }

    @Bean
    ValidatorWarmUp meerwaardeValidatorWarmUp(FhirRules fhirRules) {
        return new ValidatorWarmUp(fhirRules);
    }
}
