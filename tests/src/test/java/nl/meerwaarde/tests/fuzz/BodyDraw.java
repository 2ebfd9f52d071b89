package nl.meerwaarde.tests.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bodies that were right once: some places of a resource changed, or its bytes. */
final class BodyDraw {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 3_000;

    private final Draw draw;

    BodyDraw(Draw draw) {
        this.draw = draw;
    }

    byte[] of(String json) {
        if (draw.happens(0.1)) {
            return broken(json.getBytes(StandardCharsets.UTF_8));
        }
        if (draw.happens(0.02)) {
            return nested();
        }
        try {
            JsonNode tree = JSON.readTree(json);
            for (int i = 1 + draw.below(3); i > 0; i--) {
                change(tree);
            }
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A seed is no JSON", e);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** XML with what harms parsers that believe everything. */
    byte[] xml() {
        String document = draw.of(
                List.of(
                        "<Patient xmlns=\"http://hl7.org/fhir\"><id value=\"x\"/></Patient>",
                        "<!DOCTYPE p [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Patient xmlns=\"http://hl7.org/fhir\"><name><family value=\"&e;\"/></name></Patient>",
                        "<!DOCTYPE p [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;\">]>"
                                + "<Patient xmlns=\"http://hl7.org/fhir\"><name><family value=\"&e;\"/></name></Patient>",
                        "<Patient xmlns=\"http://hl7.org/fhir\"><text><div xmlns=\"http://www.w3.org/1999/xhtml\"><script>1</script></div></text></Patient>",
                        "<Patient xmlns=\"urn:other\"/>",
                        "<Patient xmlns=\"http://hl7.org/fhir\"><contained>" + "<Patient><contained>".repeat(200),
                        "<?xml version=\"1.1\" encoding=\"UTF-7\"?><Patient/>",
                        "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"transaction\"/><entry><request><method value=\"GET\"/></request></entry></Bundle>"));
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        return draw.happens(0.3) ? broken(bytes) : bytes;
    }

    private byte[] broken(byte[] bytes) {
        if (bytes.length == 0 || draw.happens(0.1)) {
            return draw.bytes(200);
        }
        if (draw.happens(0.5)) {
            return Arrays.copyOf(bytes, draw.below(bytes.length));
        }
        byte[] changed = bytes.clone();
        for (int i = 1 + draw.below(5); i > 0; i--) {
            changed[draw.below(changed.length)] = (byte) draw.below(256);
        }
        return changed;
    }

    private byte[] nested() {
        int depth = 1 + draw.below(DEEPEST);
        String open = draw.of(List.of("{\"extension\":[", "{\"contained\":[", "{\"item\":[", "[", "{\"part\":["));
        return ("{\"resourceType\":\"Parameters\",\"parameter\":[" + open.repeat(depth))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void change(JsonNode tree) {
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        JsonNode container = draw.of(containers);
        if (container instanceof ObjectNode object) {
            change(object);
        } else if (container instanceof ArrayNode array) {
            change(array);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? "id" : draw.of(names);
        switch (draw.below(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(draw.either(0.5, () -> "_" + name, draw::oddText), value());
            case 2 -> object.set(name, NODES.arrayNode().add(object.path(name).deepCopy()));
            default -> object.set(name, value());
        }
    }

    private void change(ArrayNode array) {
        switch (draw.below(4)) {
            case 0 -> array.removeAll();
            case 1 -> array.add(value());
            case 2 -> {
                if (!array.isEmpty()) {
                    array.add(array.get(draw.below(array.size())).deepCopy());
                }
            }
            default -> {
                if (!array.isEmpty()) {
                    array.set(draw.below(array.size()), value());
                }
            }
        }
    }

    private JsonNode value() {
        return switch (draw.below(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(draw.happens(0.5));
            case 2 -> NODES.numberNode(draw.below(5) - 2);
            case 3 -> NODES.numberNode(new BigDecimal("1e" + draw.below(400)));
            case 4 -> NODES.objectNode();
            case 5 -> NODES.arrayNode().addNull();
            case 6 -> NODES.objectNode().put("resourceType", draw.oddText()).put("url", draw.oddText());
            default -> NODES.textNode(draw.oddText());
        };
    }
}
