package nl.meerwaarde.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.submission.ResponseSubmission;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** Everything wrong with one resource as it was sent: FHIR's own rules, those of its kind of definition, and for a response those of its instrument. */
class ResourceCheck {
    private final FhirContext fhirContext;
    private final DefinitionCheck definitions;
    private final ResponseSubmission responses;
    private final Set<String> types;
    private final ObjectMapper json = new ObjectMapper();

    /** @param types the resource types that are checked */
    ResourceCheck(
            FhirContext fhirContext, DefinitionCheck definitions, ResponseSubmission responses, Set<String> types) {
        this.fhirContext = fhirContext;
        this.definitions = definitions;
        this.responses = responses;
        this.types = Set.copyOf(types);
    }

    boolean applies(String resourceType) {
        return types.contains(resourceType);
    }

    /**
     * The body of a request as it was sent, because parsing drops what it does not know. Empty when there is none or it is malformed, which HAPI's own
     * parser answers with a 400 that says where. XML is rare; it is read strictly, so that what the model does not know is an error.
     */
    Optional<JsonNode> sent(RequestDetails request) {
        byte[] body = request.loadRequestContents();
        EncodingEnum encoding = RestfulServerUtils.determineRequestEncodingNoDefault(request);
        if (encoding == null || body == null || body.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(tree(new String(body, StandardCharsets.UTF_8), encoding));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (DataFormatException e) {
            throw Problems.unprocessable(new Problem(ProblemCode.INVALID_RESOURCE, "", String.valueOf(e.getMessage())));
        }
    }

    private JsonNode tree(String text, EncodingEnum encoding) throws JsonProcessingException {
        if (encoding == EncodingEnum.JSON) {
            return json.readTree(text);
        }
        IParser strict = encoding.newParser(fhirContext).setParserErrorHandler(new StrictErrorHandler());
        return json.readTree(fhirContext.newJsonParser().encodeResourceToString(strict.parseResource(text)));
    }

    /** @param update whether the resource may exist already */
    List<Problem> problems(JsonNode resource, boolean update) {
        List<Problem> problems = new ArrayList<>(definitions.problems(resource));
        if ("QuestionnaireResponse".equals(resource.path("resourceType").asText())) {
            problems.addAll(responseProblems(resource, update, problems.isEmpty()));
        }
        return problems;
    }

    /** An update without a version is judged where the stored response, and so its version, is known. */
    private List<Problem> responseProblems(JsonNode resource, boolean update, boolean validSoFar) {
        QuestionnaireResponse response;
        try {
            response = fhirContext.newJsonParser().parseResource(QuestionnaireResponse.class, resource.toString());
        } catch (DataFormatException e) {
            // What cannot be read was already said better by FHIR's own rules.
            return validSoFar
                    ? List.of(new Problem(
                            ProblemCode.INVALID_RESOURCE, "QuestionnaireResponse", "The response cannot be read."))
                    : List.of();
        }
        boolean versionKnown = response.hasQuestionnaire()
                && !response.getQuestionnaire().startsWith("#")
                && CanonicalReference.parse(response.getQuestionnaire()).version() != null;
        if (update && !versionKnown) {
            return List.of();
        }
        return responses.judge(response, null) instanceof ResponseSubmission.Verdict.Refused refused
                ? refused.problems()
                : List.of();
    }
}
