package nl.meerwaarde.ig;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** HAPI's validator with everything Meerwaarde ships, and nothing from outside. */
final class Validation {

    private static final String PROFILES = "https://w3id.org/meerwaarde/fhir/StructureDefinition/";

    /** Elements of newer versions are extensions here by a rule; HAPI has no definitions of them. */
    private static final String ELEMENT_OF_R5 =
            "Extension url 'http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.";

    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/";

    private static final IValidationSupport SUPPORT = support();

    private static final FhirValidator FOR_RESOURCES = validator(new WorkerContextValidationSupportAdapter(SUPPORT));

    private static final FhirValidator FOR_STRUCTURES = validator(new MajorMinorVersion(SUPPORT));

    private Validation() {}

    /** Errors against the profiles the resource claims and those named here by id. */
    static List<String> errors(Resource resource, String... profiles) {
        ValidationOptions options = new ValidationOptions();
        for (String profile : profiles) {
            options.addProfile(PROFILES + profile);
        }
        return validatorFor(resource)
                .validateWithResult(withoutAbsentProfiles(resource), options)
                .getMessages()
                .stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .filter(message -> !message.getMessage().startsWith(ELEMENT_OF_R5))
                .map(Validation::sentence)
                .toList();
    }

    /** IHE's profiles are in no registry that a build reads: what they ask is tested where the server makes AuditEvents. Here it is FHIR's own rules that count. */
    private static Resource withoutAbsentProfiles(Resource resource) {
        Resource copy = resource.copy();
        copy.getMeta().getProfile().removeIf(profile -> profile.getValue().startsWith(BALP));
        return copy;
    }

    private static FhirValidator validatorFor(Resource resource) {
        return resource instanceof StructureDefinition ? FOR_STRUCTURES : FOR_RESOURCES;
    }

    private static String sentence(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    private static FhirValidator validator(WorkerContextValidationSupportAdapter context) {
        FhirInstanceValidator rules = new FhirInstanceValidator(Library.FHIR);
        rules.setWrappedWorkerContext(SUPPORT, context);
        rules.setErrorForUnknownProfiles(true);
        // SDC and the backport of subscriptions are used by address and not loaded; an extension of any other origin
        // must be known.
        rules.setAnyExtensionsAllowed(false);
        rules.setCustomExtensionDomains(
                "http://hl7.org/fhir/uv/sdc/", "http://hl7.org/fhir/uv/subscriptions-backport/");
        return Library.FHIR.newValidator().registerValidatorModule(rules);
    }

    private static IValidationSupport support() {
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(Library.FHIR);
        Library.all().forEach(ours::addResource);
        ours.addResource(Library.expressionLanguages());
        return new ValidationSupportChain(
                ours,
                new DefaultProfileValidationSupport(Library.FHIR),
                new CanonicalResources(Library.FHIR, Library.all()),
                new CommonCodeSystemsTerminologyService(Library.FHIR),
                new InMemoryTerminologyServerValidationSupport(Library.FHIR),
                new SnapshotGeneratingValidationSupport(Library.FHIR));
    }

    /**
     * Says 4.0 where HAPI says 4.0.1. The validator looks for the contexts of an extension in FHIR "4.0", does not
     * recognise 4.0.1 as that version, tries to download a core package and gives up on the definition.
     */
    private static final class MajorMinorVersion extends WorkerContextValidationSupportAdapter {

        MajorMinorVersion(IValidationSupport support) {
            super(support);
        }

        @Override
        public String getVersion() {
            return "4.0";
        }
    }
}
