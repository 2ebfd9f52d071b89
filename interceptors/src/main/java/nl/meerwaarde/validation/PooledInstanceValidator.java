package nl.meerwaarde.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.validation.ValidatorPolicyAdvisor;
import ca.uhn.fhir.jpa.validation.ValidatorResourceFetcher;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.validation.IValidationContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.elementmodel.Manager;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;
import org.hl7.fhir.validation.service.utils.QuestionnaireMode;

/**
 * HAPI's instance validator, kept instead of built anew for every resource: building one parses a 1.5 MB table. A validator serves one thread at a
 * time and returns to the pool only when it ended normally, and not for ever: it remembers something of everything it validated. Responses are not compared with their Questionnaire here: our own rules do that.
 */
final class PooledInstanceValidator extends FhirInstanceValidator {
    /** About 100 kB stay behind of each response; building costs as much time as a few validations. */
    private static final int MOST_USES = 50;

    private final ConcurrentLinkedDeque<Pooled> pool = new ConcurrentLinkedDeque<>();

    /** @param uses how many times it may be used, this one included */
    private record Pooled(InstanceValidator validator, int uses) {}

    PooledInstanceValidator(
            FhirContext fhirContext,
            IValidationSupport support,
            WorkerContextValidationSupportAdapter workerContext,
            ValidatorResourceFetcher fetcher,
            ValidatorPolicyAdvisor policy) {
        super(fhirContext);
        setWrappedWorkerContext(support, workerContext);
        setValidatorResourceFetcher(fetcher);
        setValidatorPolicyAdvisor(policy);
        setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
    }

    /** Forgets the validators: needed when a StructureDefinition changed. */
    void clear() {
        pool.clear();
    }

    @Override
    protected List<ValidationMessage> validate(IValidationContext<?> context) {
        if (context.getResourceAsStringEncoding() != EncodingEnum.JSON) {
            return super.validate(context);
        }
        List<ValidationMessage> messages = new ArrayList<>();
        Pooled pooled = pool.pollFirst();
        if (pooled == null) {
            pooled = new Pooled(build(), MOST_USES);
        }
        byte[] json = context.getResourceAsString().getBytes(StandardCharsets.UTF_8);
        pooled.validator()
                .validate(null, messages, new ByteArrayInputStream(json), Manager.FhirFormat.JSON, profiles(context));
        if (pooled.uses() > 1) {
            pool.addFirst(new Pooled(pooled.validator(), pooled.uses() - 1));
        }
        return messages;
    }

    private List<StructureDefinition> profiles(IValidationContext<?> context) {
        return context.getOptions().getProfiles().stream()
                .map(url -> provideWorkerContext().fetchResource(StructureDefinition.class, url))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private InstanceValidator build() {
        WorkerContextValidationSupportAdapter worker = provideWorkerContext();
        InstanceValidator validator = new InstanceValidator(
                worker,
                new NullEvaluationContext(),
                new XVerExtensionManagerOld(worker),
                new ValidatorSession(),
                new ValidatorSettings());
        validator.setAssumeValidRestReferences(isAssumeValidRestReferences());
        validator.setBestPracticeWarningLevel(getBestPracticeWarningLevel());
        validator.setAnyExtensionsAllowed(isAnyExtensionsAllowed());
        validator.setResourceIdRule(IdStatus.OPTIONAL);
        validator.setErrorForUnknownProfiles(isErrorForUnknownProfiles());
        validator.setUnknownCodeSystemsCauseErrors(true);
        validator.getExtensionDomains().addAll(getExtensionDomains());
        validator.setFetcher(getValidatorResourceFetcher());
        validator.setPolicyAdvisor(getValidatorPolicyAdvisor());
        validator.setQuestionnaireMode(QuestionnaireMode.NONE);
        validator.setAllowXsiLocation(true);
        return validator;
    }
}
