package nl.meerwaarde.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingBindingTest {
    private static final String WRONG = """
            {
              "title": "t",
              "namespace": "n",
              "rowKey": ["Key"],
              "patient": {},
              "episode": {
                "cases": [
                  { "when": { "Kind": "1" }, "pathway": "https://w3id.org/meerwaarde/fhir/PlanDefinition/knee-replacement-primary|1.0.0", "procedure": { "text": "t" } },
                  { "pathway": "https://w3id.org/meerwaarde/fhir/PlanDefinition/elbow", "procedure": { "text": "t" }, "caseMixModel": "demo|1" }
                ],
                "date": "Date"
              },
              "responses": [
                {
                  "questionnaire": "https://w3id.org/meerwaarde/fhir/Questionnaire/oxford-knee-score|1.0.0",
                  "moment": "month-7",
                  "items": {
                    "oks-01": { "column": "Pain", "values": { "a": "4", "b": "5" } },
                    "oks-13": "Luck",
                    "oxford-knee-score": "Score"
                  },
                  "controls": { "oxford-hip-score": "Score" }
                },
                { "questionnaire": "https://w3id.org/meerwaarde/fhir/Questionnaire/eq-5d-3l|9", "moment": "baseline", "items": { "vas": "VAS" } },
                { "questionnaire": "https://w3id.org/meerwaarde/fhir/Questionnaire/eq-5d-3l", "moment": "baseline", "items": { "vas": "VAS" } }
              ],
              "expectations": [{ "value": "Expected", "score": "oxford-knee", "moment": "month-6" }]
            }
            """;

    @Test
    void everythingThatDoesNotFitTheDefinitionsIsListed() {
        assertThat(MappingBinding.bind(Mappings.read(WRONG), Mappings.DEFINITIONS))
                .isEqualTo(new MappingBinding.Outcome.Refused(List.of(
                        new MappingProblem(
                                "/episode/cases/0", "needs 'caseMixModel', because the mapping has expectations."),
                        new MappingProblem(
                                "/episode/cases/1/pathway",
                                "There is no pathway https://w3id.org/meerwaarde/fhir/PlanDefinition/elbow."),
                        new MappingProblem(
                                "/responses/0/moment",
                                "The pathway https://w3id.org/meerwaarde/fhir/PlanDefinition/knee-replacement-primary|1.0.0 has no moment 'month-7'."),
                        new MappingProblem(
                                "/responses/0/items/oks-01/values",
                                "'5' is not an option of item 'oks-01' (Usual pain)."),
                        new MappingProblem(
                                "/responses/0/items/oks-13",
                                "The questionnaire https://w3id.org/meerwaarde/fhir/Questionnaire/oxford-knee-score|1.0.0 has no item 'oks-13'."),
                        new MappingProblem(
                                "/responses/0/items/oxford-knee-score",
                                "Item 'oxford-knee-score' (Oxford Knee Score) is computed here; name its column under 'controls'."),
                        new MappingProblem(
                                "/responses/0/controls/oxford-hip-score",
                                "The questionnaire https://w3id.org/meerwaarde/fhir/Questionnaire/oxford-knee-score|1.0.0 has no such score."),
                        new MappingProblem(
                                "/responses/1/questionnaire",
                                "There is no questionnaire https://w3id.org/meerwaarde/fhir/Questionnaire/eq-5d-3l|9."),
                        new MappingProblem("/responses/2", "is the second of its questionnaire and moment."),
                        new MappingProblem(
                                "/expectations/0/score", "None of the questionnaires has a score 'oxford-knee'."))));
    }

    @Test
    void everyColumnThatTheFileLacksIsListed(@TempDir Path folder) throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), "Date,Pain,VAS,Score,Score\n");
        ImportMapping mapping = Mappings.read(WRONG);
        try (CsvFile file = CsvFile.open(data, mapping.csv())) {
            assertThat(MappingColumns.check(mapping, file))
                    .containsExactly(
                            new MappingProblem("/rowKey", "The file has no column 'Key'."),
                            new MappingProblem("/episode/cases", "The file has no column 'Kind'."),
                            new MappingProblem("/responses/0/items/oks-13", "The file has no column 'Luck'."),
                            new MappingProblem(
                                    "/responses/0/items/oxford-knee-score", "The file has several columns 'Score'."),
                            new MappingProblem("/expectations/0", "The file has no column 'Expected'."));
        }
    }
}
