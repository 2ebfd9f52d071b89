package nl.meerwaarde.tests.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers what tests tell servers about patients: names, identifiers, dates of birth, addresses, answers in words, in what was stored and in what was refused. After all tests
 * {@code DiscreetLogCheck} looks for it in the logs.
 */
public final class ToldByPatients implements Filter {
    /** Where the logs of servers in this process are, and what they must not hold. */
    public static final Path FOLDER = Path.of("target", "logs");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHORTEST = 6;
    private static final Set<String> OF_PERSONS =
            Set.of("family", "given", "text", "birthDate", "line", "postalCode", "value");

    /** Elements that hold such texts, by the type of resource that they are in. */
    private static final Map<String, Set<String>> TELLING = Map.of(
            "Patient",
            OF_PERSONS,
            "RelatedPerson",
            OF_PERSONS,
            "QuestionnaireResponse",
            Set.of("valueString", "valueDate", "display"),
            "Communication",
            Set.of("contentString"));

    private static final Set<String> SEARCHED = Set.of("name", "family", "given", "identifier", "birthdate", "phone");
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ToldByPatients::write));
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        if (request.getBody() instanceof String body) {
            read(body);
        }
        request.getQueryParams().forEach((name, value) -> {
            if (SEARCHED.contains(name)) {
                remember(String.valueOf(value));
            }
        });
        return context.next(request, response);
    }

    /** Remembers what stands in a body; in one that is no JSON nothing is recognised. */
    static void read(String body) {
        try {
            look(JSON.readTree(body), Set.of());
        } catch (JsonProcessingException e) {
            return;
        }
    }

    private static void look(JsonNode node, Set<String> names) {
        Set<String> within = node.has("resourceType")
                ? TELLING.getOrDefault(node.path("resourceType").asText(), Set.of())
                : names;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (within.contains(field.getKey())) {
                texts(field.getValue());
            }
            look(field.getValue(), within);
        }
        if (node.isArray()) {
            node.forEach(element -> look(element, within));
        }
    }

    private static void texts(JsonNode value) {
        if (value.isTextual()) {
            remember(value.asText());
        }
        if (value.isArray()) {
            value.forEach(ToldByPatients::texts);
        }
    }

    /** Short words and FHIR's own stand in any log. */
    private static void remember(String text) {
        String line = text.strip();
        boolean anyLog =
                line.length() < SHORTEST || Fhir.CONTEXT.getResourceTypes().contains(line);
        if (!anyLog && !line.contains("\n")) {
            TOLD.add(line);
        }
    }

    private static void write() {
        try {
            Files.createDirectories(FOLDER);
            Files.write(
                    FOLDER.resolve("told-" + ProcessHandle.current().pid() + ".txt"),
                    TOLD.stream().sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
