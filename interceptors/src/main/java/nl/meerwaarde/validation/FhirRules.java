package nl.meerwaarde.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import org.hl7.fhir.utilities.i18n.I18nConstants;

/** FHIR's own rules and those of the profiles a resource names. */
public class FhirRules {
    private static final String UNKNOWN_SYSTEM = I18nConstants.TERMINOLOGY_TX_SYSTEM_UNKNOWN;
    /** Where HL7's international implementation guides, such as SDC, keep their code systems. */
    private static final String GUIDES = "'http://hl7.org/fhir/uv/";

    private final FhirValidator validator;
    private final PooledInstanceValidator pool;

    FhirRules(FhirContext fhirContext, PooledInstanceValidator pool) {
        this.pool = pool;
        this.validator = fhirContext.newValidator();
        validator.registerValidatorModule(pool);
    }

    /** Every error, in the order of the elements. Warnings and hints are not problems. */
    public List<Problem> check(JsonNode resource) {
        ValidationOptions options = new ValidationOptions();
        resource.path("meta").path("profile").forEach(profile -> options.addProfileIfNotBlank(profile.asText()));
        return validator.validateWithResult(resource.toString(), options).getMessages().stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .filter(message -> !isOfAGuideNotInstalled(message))
                .map(FhirRules::problem)
                .toList();
    }

    /**
     * The validator takes every address of HL7 for FHIR's own, of which no unknown code system can exist. One of a guide that this server does not have is
     * like anybody else's: its codes cannot be checked.
     */
    private static boolean isOfAGuideNotInstalled(SingleValidationMessage message) {
        return UNKNOWN_SYSTEM.equals(message.getMessageId())
                && message.getMessage().contains(GUIDES);
    }

    /** The same without this profile, when somebody else says what it demands. */
    List<Problem> checkWithout(String profile, JsonNode resource) {
        JsonNode rest = resource.deepCopy();
        if (rest.path("meta").path("profile") instanceof ArrayNode profiles) {
            for (int i = profiles.size() - 1; i >= 0; i--) {
                if (CanonicalReference.parse(profiles.get(i).asText()).url().equals(profile)) {
                    profiles.remove(i);
                }
            }
        }
        return check(rest);
    }

    private static Problem problem(SingleValidationMessage message) {
        String path = message.getLocationString() == null ? "" : message.getLocationString();
        return new Problem(ProblemCode.INVALID_RESOURCE, path, message.getMessage());
    }

    /** Forgets what was learnt of profiles. */
    void profilesChanged() {
        pool.clear();
    }
}
