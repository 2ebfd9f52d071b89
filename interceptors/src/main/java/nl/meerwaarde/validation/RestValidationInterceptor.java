package nl.meerwaarde.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.submission.ResponseSubmission;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * Checks resources that arrive over REST, alone or in a transaction, before anything is stored. The entries of a batch stand alone, so one may not refuse
 * the others: they are checked against their instrument when each is stored. Works on the text as it was sent, because parsing drops what
 * it does not know.
 */
@Interceptor
public class RestValidationInterceptor {
    private static final Set<RestOperationTypeEnum> SINGLE =
            Set.of(RestOperationTypeEnum.CREATE, RestOperationTypeEnum.UPDATE);
    private static final Set<RestOperationTypeEnum> BUNDLE = Set.of(RestOperationTypeEnum.TRANSACTION);

    private final FhirContext fhirContext;
    private final FhirRules fhirRules;
    private final ResponseSubmission responses;
    private final Set<String> types;
    private final ObjectMapper json = new ObjectMapper();

    /** @param types the resource types that are checked */
    public RestValidationInterceptor(
            FhirContext fhirContext, FhirRules fhirRules, ResponseSubmission responses, Set<String> types) {
        this.fhirContext = fhirContext;
        this.fhirRules = fhirRules;
        this.responses = responses;
        this.types = Set.copyOf(types);
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void check(RequestDetails request) {
        RestOperationTypeEnum operation = request.getRestOperationType();
        boolean single = SINGLE.contains(operation) && types.contains(request.getResourceName());
        if (!single && !BUNDLE.contains(operation)) {
            return;
        }
        byte[] body = request.loadRequestContents();
        EncodingEnum encoding = RestfulServerUtils.determineRequestEncodingNoDefault(request);
        if (encoding == null || body == null || body.length == 0) {
            return;
        }
        List<Problem> problems = new ArrayList<>();
        try {
            JsonNode sent = tree(new String(body, StandardCharsets.UTF_8), encoding);
            if (single) {
                problems.addAll(check(sent, "", operation == RestOperationTypeEnum.UPDATE));
            } else {
                checkEntries(sent, problems);
            }
        } catch (JsonProcessingException e) {
            // HAPI's own parser answers malformed text with a 400 that says where.
            return;
        } catch (DataFormatException e) {
            problems.add(new Problem(ProblemCode.INVALID_RESOURCE, "", String.valueOf(e.getMessage())));
        }
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
    }

    /** XML is rare; it is read strictly, so that what the model does not know is an error, and then checked like JSON. */
    private JsonNode tree(String text, EncodingEnum encoding) throws JsonProcessingException {
        if (encoding == EncodingEnum.JSON) {
            return json.readTree(text);
        }
        IParser strict = encoding.newParser(fhirContext).setParserErrorHandler(new StrictErrorHandler());
        return json.readTree(fhirContext.newJsonParser().encodeResourceToString(strict.parseResource(text)));
    }

    private void checkEntries(JsonNode bundle, List<Problem> problems) {
        if ("batch".equals(bundle.path("type").asText())) {
            return;
        }
        JsonNode entries = bundle.path("entry");
        for (int i = 0; i < entries.size(); i++) {
            JsonNode resource = entries.get(i).path("resource");
            if (types.contains(resource.path("resourceType").asText())) {
                boolean update = "PUT"
                        .equals(entries.get(i).path("request").path("method").asText());
                problems.addAll(check(resource, "Bundle.entry[" + i + "].resource: ", update));
            }
        }
    }

    private List<Problem> check(JsonNode resource, String where, boolean update) {
        List<Problem> problems = new ArrayList<>(fhirRules.check(resource));
        if ("QuestionnaireResponse".equals(resource.path("resourceType").asText())) {
            problems.addAll(checkResponse(resource, update, problems.isEmpty()));
        }
        return where.isEmpty()
                ? problems
                : problems.stream()
                        .map(p -> new Problem(p.code(), p.path(), where + p.sentence()))
                        .toList();
    }

    /** An update without a version is judged where the stored response, and so its version, is known. */
    private List<Problem> checkResponse(JsonNode resource, boolean update, boolean validSoFar) {
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
