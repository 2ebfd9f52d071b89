package nl.meerwaarde.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import nl.meerwaarde.definition.DefinitionRules;
import nl.meerwaarde.fhir.Problem;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/**
 * FHIR's own rules, and with them those of a feature whose rules say what its profile demands. Both at once, so that everything is heard in one answer; each
 * fault once, in the words of the feature.
 */
class DefinitionCheck {
    private final FhirContext fhirContext;
    private final FhirRules fhirRules;
    private final List<DefinitionRules<?>> rules;

    /** @param rules of every feature; those that leave their profile's demands to FHIR's rules have no part in this */
    DefinitionCheck(FhirContext fhirContext, FhirRules fhirRules, List<DefinitionRules<?>> rules) {
        this.fhirContext = fhirContext;
        this.fhirRules = fhirRules;
        this.rules = List.copyOf(rules);
    }

    List<Problem> problems(JsonNode resource) {
        String type = resource.path("resourceType").asText();
        for (DefinitionRules<?> candidate : rules) {
            String profile = candidate.coveredProfile();
            if (profile != null && candidate.type().getSimpleName().equals(type)) {
                List<Problem> own = own(candidate, resource);
                if (!own.isEmpty()) {
                    return together(own, fhirRules.checkWithout(profile, resource));
                }
            }
        }
        return fhirRules.check(resource);
    }

    private <T extends Resource> List<Problem> own(DefinitionRules<T> candidate, JsonNode resource) {
        try {
            return candidate.check(fhirContext.newJsonParser().parseResource(candidate.type(), resource.toString()));
        } catch (DataFormatException e) {
            // What cannot be read is said better by FHIR's own rules.
            return List.of();
        }
    }

    private static List<Problem> together(List<Problem> own, List<Problem> fhir) {
        return Stream.concat(
                        own.stream(),
                        fhir.stream().filter(problem -> own.stream().noneMatch(said -> says(said, problem))))
                .toList();
    }

    /** A code that a feature does not know is often in no value set either. */
    private static boolean says(Problem own, Problem fhir) {
        return own.code().issueType() == IssueType.CODEINVALID
                && (fhir.path().equals(own.path())
                        || fhir.path().startsWith(own.path() + ".")
                        || fhir.path().startsWith(own.path() + "["));
    }
}
