package nl.meerwaarde.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.LenientErrorHandler;
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
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.meerwaarde.alert.AlarmingResponse;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.submission.ResponseSubmission;
import nl.meerwaarde.submission.ResponseSubmission.Verdict;
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

    /**
     * Everything wrong with a resource.
     *
     * @param update whether the resource may exist already
     * @param alarmed hears of alarming answers, also when nothing else is wrong
     */
    List<Problem> problems(JsonNode resource, boolean update, Consumer<AlarmingResponse> alarmed) {
        if (!"QuestionnaireResponse".equals(resource.path("resourceType").asText())) {
            return fhirProblems(resource);
        }
        Optional<QuestionnaireResponse> response = response(resource, update, new LenientErrorHandler(false));
        Optional<Verdict> verdict =
                response.filter(sent -> !update || isVersionKnown(sent)).map(sent -> responses.judge(sent, null));
        Optional<Instrument> instrument = verdict.flatMap(judged -> Optional.ofNullable(judged.instrument()));
        instrument
                .flatMap(known -> AlarmingResponse.of(response.orElseThrow(), known))
                .ifPresent(alarmed);
        List<Problem> problems = new ArrayList<>(fhirProblems(resource));
        if (response.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(
                    ProblemCode.INVALID_RESOURCE,
                    "QuestionnaireResponse",
                    Sentence.beside(ResourceCheck.class, "invalid-resource.unreadable")));
        }
        if (verdict.isPresent() && verdict.get() instanceof Verdict.Refused refused) {
            problems.addAll(refused.problems());
        }
        if (instrument.isEmpty() && !problems.isEmpty()) {
            likelyAlarms(resource, update).ifPresent(alarmed);
        }
        return problems;
    }

    private List<Problem> fhirProblems(JsonNode resource) {
        List<Problem> empty = EmptyElements.problems(resource);
        List<Problem> rules = empty.isEmpty() ? definitions.problems(resource) : empty;
        return Stream.concat(rules.stream(), SaidOnce.problems(resource).stream())
                .toList();
    }

    /** What is refused without an instrument to judge it by, or without being readable as a whole, may be alarming all the same. */
    private Optional<AlarmingResponse> likelyAlarms(JsonNode resource, boolean update) {
        return response(resource, update, new LenientErrorHandler(false).setErrorOnInvalidValue(false))
                .flatMap(response ->
                        responses.closest(response).flatMap(instrument -> AlarmingResponse.of(response, instrument)));
    }

    /** Empty when it cannot be read; why not, FHIR's own rules say better. A new response has no id yet, whatever it says. */
    private Optional<QuestionnaireResponse> response(JsonNode resource, boolean update, IParserErrorHandler handler) {
        try {
            QuestionnaireResponse response = fhirContext
                    .newJsonParser()
                    .setParserErrorHandler(handler)
                    .parseResource(QuestionnaireResponse.class, resource.toString());
            if (!update) {
                response.setId((String) null);
            }
            return Optional.of(response);
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether HAPI can read it; what it cannot, it answers with the first fault it meets. */
    boolean isReadable(JsonNode resource) {
        try {
            fhirContext
                    .newJsonParser()
                    .setParserErrorHandler(new LenientErrorHandler(false))
                    .parseResource(resource.toString());
            return true;
        } catch (DataFormatException e) {
            return false;
        }
    }

    /** An update without a version is judged where the stored response, and so its version, is known. */
    private static boolean isVersionKnown(QuestionnaireResponse response) {
        return response.hasQuestionnaire()
                && !response.getQuestionnaire().startsWith("#")
                && CanonicalReference.parse(response.getQuestionnaire()).version() != null;
    }
}
