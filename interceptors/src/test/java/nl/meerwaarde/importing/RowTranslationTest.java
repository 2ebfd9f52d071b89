package nl.meerwaarde.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rows and the resources they become, or the reasons why they become none, from {@code row-cases.json}. */
class RowTranslationTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        JsonNode file = JSON.readTree(RowTranslationTest.class.getResource("row-cases.json"));
        BoundMapping mapping = Mappings.bound(file.path("mapping").toString());
        return StreamSupport.stream(file.path("cases").spliterator(), false)
                .map(testCase -> dynamicTest(testCase.path("title").asText(), () -> check(mapping, testCase)));
    }

    private static void check(BoundMapping mapping, JsonNode testCase) throws JsonProcessingException {
        CsvLine.Row row = row(mapping, testCase.path("row"));
        RowReading reading =
                new RowTranslation(mapping, Mappings.DEFINITIONS.rules()).read(row, RowIds.of(row, mapping.mapping()));
        if (reading instanceof RowReading.Usable usable) {
            assertThat(resources(usable.row().resources())).isEqualTo(testCase.path("resources"));
            assertThat(resources(usable.row().organization().stream().toList()))
                    .isEqualTo(testCase.path("organizations"));
        } else if (reading instanceof RowReading.Rejected rejected) {
            assertThat(JSON.readTree(JSON.writeValueAsString(rejected.problems())))
                    .isEqualTo(testCase.path("rejected"));
        }
    }

    private static CsvLine.Row row(BoundMapping mapping, JsonNode cells) {
        TreeSet<String> columns = new TreeSet<>(Mappings.columns(mapping.mapping()));
        Map<String, Integer> positions = new HashMap<>();
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            positions.put(column, values.size());
            values.add(cells.path(column).asText(""));
        }
        assertThat(columns).containsAll(cells::fieldNames);
        return new CsvLine.Row(17, positions, values);
    }

    private static ArrayNode resources(List<? extends Resource> resources) throws JsonProcessingException {
        ArrayNode array = JSON.createArrayNode();
        for (Resource resource : resources) {
            array.add(JSON.readTree(FHIR.newJsonParser().encodeResourceToString(resource)));
        }
        return array;
    }
}
