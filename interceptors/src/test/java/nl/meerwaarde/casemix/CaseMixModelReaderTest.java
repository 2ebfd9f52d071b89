package nl.meerwaarde.casemix;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.meerwaarde.casemix.CaseMixModelReader.Reading;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Library;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A model reads as it was meant; with something broken it is refused, and every sentence says what. */
class CaseMixModelReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CaseMixModelRules RULES = new CaseMixModelRules();

    private static JsonNode file(String name) {
        try (InputStream in = CaseMixModelReaderTest.class.getResourceAsStream(name)) {
            return JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Library library(JsonNode json) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(Library.class, json.toString());
    }

    @Test
    void aModelReadsAsItWasMeant() {
        CaseMixModel model = ((Reading.Usable) CaseMixModelReader.read(library(file("model.json")))).model();
        AtIndex woman =
                new AtIndex(80, null, "female", Map.of("urn:s|knee", new BigDecimal(20)), Set.of("urn:c|diabetes"));
        assertThat(model.key()).isEqualTo("https://tests.meerwaarde.example/Library/model|1");
        assertThat(model.outcome()).isEqualTo("urn:s|knee");
        assertThat(model.library()).isEqualTo("model");
        // 30 − 0.5 − 1 + 0.01 × 20² − 2
        assertThat(model.expected(woman))
                .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("30.5"));
    }

    @TestFactory
    Stream<DynamicTest> whatIsBrokenIsRefused() {
        return StreamSupport.stream(file("refused-models.json").spliterator(), false)
                .map(refusal -> DynamicTest.dynamicTest(refusal.get("title").asText(), () -> refuses(refusal)));
    }

    private static void refuses(JsonNode refusal) {
        JsonNode broken = file("model.json");
        refusal.get("set").fields().forEachRemaining(change -> set(broken, change.getKey(), change.getValue()));
        List<String> problems = RULES.check(library(broken)).stream()
                .map(problem -> problem.sentence().toString())
                .toList();
        List<String> expected = new ArrayList<>();
        refusal.get("says").forEach(part -> expected.add(part.asText()));
        assertThat(problems).isNotEmpty().allMatch(problem -> expected.stream().anyMatch(problem::contains));
        assertThat(expected).allMatch(part -> problems.stream().anyMatch(problem -> problem.contains(part)));
    }

    /** Puts a value at a place; null takes away what is there. */
    private static void set(JsonNode json, String path, JsonNode value) {
        int slash = path.lastIndexOf('/');
        JsonNode parent = json.at(path.substring(0, slash));
        String last = path.substring(slash + 1);
        if (parent instanceof ArrayNode array) {
            int i = Integer.parseInt(last);
            if (value.isNull()) {
                array.remove(i);
            } else {
                array.set(i, value);
            }
        } else if (value.isNull()) {
            ((ObjectNode) parent).remove(last);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }

    @Test
    void aDraftMayLackNumbers() {
        Library draft = library(file("model.json")).setStatus(PublicationStatus.DRAFT);
        draft.getExtension().get(3).getExtension().remove(1);
        draft.getExtension().get(8).getExtension().remove(3);
        draft.getExtension().remove(13);
        assertThat(CaseMixModelReader.read(draft)).isInstanceOf(Reading.Usable.class);
    }

    @Test
    void onlyWhatItComputesIsItsContent() {
        Library model = library(file("model.json"));
        String content = RULES.computingContent(model);
        assertThat(RULES.computingContent(model.copy().setTitle("Other").setStatus(PublicationStatus.RETIRED)))
                .isEqualTo(content);
        Library other = model.copy();
        other.getExtension().get(8).getExtension().get(3).setValue(new DecimalType("-0.51"));
        assertThat(RULES.computingContent(other)).isNotEqualTo(content);
    }

    @Test
    void anotherLibraryIsNobodysModel() {
        assertThat(RULES.canonical(new Library().setUrl("urn:aid"))).isEmpty();
        assertThat(RULES.check(new Library())).isEmpty();
    }
}
