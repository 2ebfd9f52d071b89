package nl.meerwaarde.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hl7.fhir.r4.model.Resource;

/** Resources from which something is missing, or which say something twice, as clients send them that do not validate. */
public final class Mutilation {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private Mutilation() {}

    /** The resource with a few elements taken away, blanked or said twice, by chance; empty when it cannot be read any more. */
    public static <T extends Resource> Optional<T> of(Class<T> type, T resource, long seed) {
        Random random = new Random(seed);
        try {
            JsonNode tree = JSON.readTree(FHIR.newJsonParser().encodeResourceToString(resource));
            for (int i = random.nextInt(3) + 1; i > 0; i--) {
                damage(tree, random);
            }
            return Optional.of(FHIR.newJsonParser().parseResource(type, tree.toString()));
        } catch (DataFormatException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void damage(JsonNode tree, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(tree, objects);
        ObjectNode victim = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        victim.fieldNames().forEachRemaining(names::add);
        names.remove("resourceType");
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        if (victim.get(name) instanceof ArrayNode list && random.nextBoolean()) {
            list.add(list.get(random.nextInt(list.size())).deepCopy());
        } else if (random.nextBoolean() && victim.get(name).isTextual()) {
            victim.put(name, " ");
        } else {
            victim.remove(name);
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> collect(child, objects));
        }
    }
}
