package nl.meerwaarde.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code mapping.schema.json} as judge of mappings: the same file that editors use, so that the two cannot disagree. Understands the keywords which that
 * file uses and refuses to work with any other.
 */
final class MappingSchema {
    private static final Set<String> SAYS_NOTHING = Set.of("$schema", "$id", "$defs", "title", "description");
    private static final Set<String> UNDERSTOOD = Set.of(
            "$ref",
            "type",
            "enum",
            "pattern",
            "minLength",
            "items",
            "minItems",
            "required",
            "properties",
            "minProperties",
            "additionalProperties");

    private final JsonNode schema;

    private MappingSchema(JsonNode schema) {
        this.schema = schema;
    }

    /** The shipped schema. */
    static MappingSchema shipped() {
        try (InputStream json = MappingSchema.class.getResourceAsStream("mapping.schema.json")) {
            return new MappingSchema(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything in the mapping that does not keep to the schema. */
    List<MappingProblem> check(JsonNode mapping) {
        List<MappingProblem> problems = new ArrayList<>();
        check(mapping, schema, "", problems);
        return problems;
    }

    private void check(JsonNode node, JsonNode rule, String where, List<MappingProblem> problems) {
        requireUnderstood(rule);
        if (rule.has("$ref")) {
            check(node, schema.at(rule.path("$ref").asText().substring(1)), where, problems);
        }
        if (!typeFits(node, rule.path("type"))) {
            problems.add(new MappingProblem(
                    where, "must be " + expected(rule.path("type")) + ", not " + typeOf(node) + "."));
        } else if (node.isTextual()) {
            checkText(node.asText(), rule, where, problems);
        } else if (node.isArray()) {
            checkArray(node, rule, where, problems);
        } else if (node.isObject()) {
            checkObject(node, rule, where, problems);
        }
    }

    private static void requireUnderstood(JsonNode rule) {
        rule.fieldNames().forEachRemaining(keyword -> {
            if (!UNDERSTOOD.contains(keyword) && !SAYS_NOTHING.contains(keyword)) {
                throw new IllegalStateException("mapping.schema.json uses '" + keyword + "', which is not understood");
            }
        });
    }

    private static void checkText(String text, JsonNode rule, String where, List<MappingProblem> problems) {
        if (text.length() < rule.path("minLength").asInt(0)) {
            problems.add(new MappingProblem(where, "may not be empty."));
        }
        if (rule.has("enum") && !texts(rule.path("enum")).contains(text)) {
            problems.add(new MappingProblem(
                    where, "'" + text + "' is none of " + String.join(", ", texts(rule.path("enum"))) + "."));
        }
        if (rule.has("pattern")
                && !Pattern.compile(rule.path("pattern").asText()).matcher(text).find()) {
            problems.add(new MappingProblem(
                    where,
                    "'" + text + "' does not look like " + rule.path("pattern").asText() + "."));
        }
    }

    private void checkArray(JsonNode array, JsonNode rule, String where, List<MappingProblem> problems) {
        if (array.size() < rule.path("minItems").asInt(0)) {
            problems.add(new MappingProblem(where, "may not be empty."));
        }
        for (int i = 0; i < array.size() && rule.has("items"); i++) {
            check(array.get(i), rule.path("items"), where + "/" + i, problems);
        }
    }

    private void checkObject(JsonNode object, JsonNode rule, String where, List<MappingProblem> problems) {
        texts(rule.path("required")).stream()
                .filter(name -> !object.has(name))
                .forEach(name -> problems.add(new MappingProblem(where, "needs '" + name + "'.")));
        if (object.size() < rule.path("minProperties").asInt(0)) {
            problems.add(new MappingProblem(where, "may not be empty."));
        }
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            checkProperty(property, rule, where, problems);
        }
    }

    private void checkProperty(
            Map.Entry<String, JsonNode> property, JsonNode rule, String where, List<MappingProblem> problems) {
        String name = property.getKey();
        String at = where + "/" + name;
        JsonNode others = rule.path("additionalProperties");
        if (rule.path("properties").has(name)) {
            check(property.getValue(), rule.path("properties").path(name), at, problems);
        } else if (others.isObject()) {
            check(property.getValue(), others, at, problems);
        } else if (others.isBoolean() && !others.booleanValue()) {
            List<String> known = new ArrayList<>();
            rule.path("properties").fieldNames().forEachRemaining(known::add);
            problems.add(new MappingProblem(at, "is not known here; known are " + String.join(", ", known) + "."));
        }
    }

    private static boolean typeFits(JsonNode node, JsonNode type) {
        if (type.isMissingNode()) {
            return true;
        }
        return type.isArray()
                ? texts(type).contains(typeOf(node))
                : type.asText().equals(typeOf(node));
    }

    private static String expected(JsonNode type) {
        return type.isArray() ? String.join(" or ", texts(type)) : type.asText();
    }

    private static String typeOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "string";
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NUMBER -> "number";
            case NULL, MISSING, BINARY, POJO -> "null";
        };
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
