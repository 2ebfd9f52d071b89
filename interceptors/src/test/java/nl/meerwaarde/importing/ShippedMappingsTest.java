package nl.meerwaarde.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The shipped mappings put every answer where it belongs by its meaning: a sum of items would not notice two that are swapped. */
class ShippedMappingsTest {
    /** Our labels of the questions, by what the NHS calls them. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("Activity", "Usual activities"),
            Map.entry("Anxiety", "Anxiety or depression"),
            Map.entry("Confidence", "Confidence in the knee"),
            Map.entry("Discomfort", "Pain or discomfort"),
            Map.entry("Dressing", "Dressing"),
            Map.entry("EQ VAS", "Overall health, 0 to 100"),
            Map.entry("Kneeling", "Kneeling"),
            Map.entry("Limping", "Limping"),
            Map.entry("Mobility", "Mobility"),
            Map.entry("Night Pain", "Night pain"),
            Map.entry("Pain", "Usual pain"),
            Map.entry("Self-Care", "Self-care"),
            Map.entry("Shopping", "Shopping"),
            Map.entry("Stairs", "Stairs"),
            Map.entry("Standing", "Standing up"),
            Map.entry("Sudden Pain", "Sudden pain"),
            Map.entry("Transport", "Transport"),
            Map.entry("Walking", "Walking"),
            Map.entry("Washing", "Washing"),
            Map.entry("Work", "Work"));

    private static final Map<String, String> MOMENTS = Map.of("baseline", "Pre-Op", "month-6", "Post-Op");

    @TestFactory
    Stream<DynamicTest> everyAnswerBelongsToItsQuestionAndMoment() {
        return Stream.of("Hip", "Knee")
                .flatMap(joint ->
                        Mappings.bound(Mappings.shipped("nhs-proms-" + joint.toLowerCase())).responses().stream()
                                .map(asked -> dynamicTest(
                                        joint + " " + asked.columns().moment() + " " + asked.instrumentId(),
                                        () -> check(joint, asked))));
    }

    private static void check(String joint, BoundMapping.AskedResponse asked) {
        assertThat(asked.items())
                .hasSameSizeAs(asked.instrument().questions().stream()
                        .filter(question -> !question.calculated())
                        .toList());
        asked.items().values().forEach(item -> {
            String column = item.column().column();
            String meaning = column.substring(column.indexOf(" Q ") + 3);
            assertThat(item.question().label().text()).as(column).isEqualTo(LABELS.get(meaning));
            assertThat(column).contains(MOMENTS.get(asked.columns().moment()));
        });
        asked.controls()
                .values()
                .forEach(column -> assertThat(column.column())
                        .contains(MOMENTS.get(asked.columns().moment()))
                        .containsAnyOf(joint + " Replacement", "EQ5D Index"));
    }
}
