package nl.meerwaarde.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"nhs-proms-hip", "nhs-proms-knee"})
    void shippedMappingsCanBeUsed(String name) {
        assertThat(Mappings.bound(Mappings.shipped(name)).responses()).hasSize(4);
    }

    @Test
    void everythingThatBreaksTheSchemaIsListed() {
        assertThat(problems("""
                {
                  "title": "",
                  "namespace": "1st",
                  "attribution": 7,
                  "csv": { "delimiter": "-" },
                  "rowKey": [],
                  "organisation": {},
                  "patient": { "sex": "Gender", "ageBand": { "values": {} } },
                  "episode": { "cases": [{ "pathway": "p" }], "date": "Year", "side": { "column": "S", "values": { "L": "port" } } },
                  "responses": [{ "questionnaire": "q", "moment": "At six months", "mode": "fax", "items": {} }]
                }
                """))
                .containsExactly(
                        "/title: may not be empty.",
                        "/namespace: '1st' does not look like ^[A-Za-z][A-Za-z0-9.-]{0,26}$.",
                        "/attribution: must be string, not number.",
                        "/csv/delimiter: '-' is none of ,, ;, \t, |.",
                        "/rowKey: may not be empty.",
                        "/organisation: is not known here; known are $schema, title, attribution, namespace, csv, missing, rowKey, constants, organization, patient, episode, responses, expectations.",
                        "/patient/sex: must be object, not string.",
                        "/patient/ageBand: needs 'column'.",
                        "/patient/ageBand/values: may not be empty.",
                        "/episode/cases/0: needs 'procedure'.",
                        "/episode/side/values/L: 'port' is none of left, right, bilateral.",
                        "/responses/0/moment: 'At six months' does not look like ^[a-z0-9-]+$.",
                        "/responses/0/mode: 'fax' is none of web, paper, telephone, interview.",
                        "/responses/0/items: may not be empty.");
    }

    @Test
    void patternsMustBeRegularExpressionsAndFormatsMustNameTheirGroups() {
        assertThat(problems(withAuthored("\"pattern\": \"(\\\\d\", \"format\": \"$1\"")))
                .containsExactly("/responses/0/authored/pattern: is not a regular expression: Unclosed group.");
        assertThat(problems(withAuthored("\"pattern\": \"(\\\\d+)/\\\\d+\", \"format\": \"$2-$1\"")))
                .containsExactly("/responses/0/authored/format: $2 is a group that the pattern does not have.");
        assertThat(problems(withAuthored("\"format\": \"$1\"")))
                .containsExactly("/responses/0/authored/format: needs a 'pattern' whose groups it names.");
    }

    private static String withAuthored(String reading) {
        return """
                {
                  "title": "t", "namespace": "n", "patient": {},
                  "episode": { "cases": [{ "pathway": "p", "procedure": { "text": "t" } }], "date": "Year" },
                  "responses": [
                    { "questionnaire": "q", "moment": "baseline", "authored": { "column": "Year", %s }, "items": { "a": "A" } }
                  ]
                }
                """.formatted(reading);
    }

    @Test
    void whatIsNoJsonSaysWhere() {
        assertThat(problems("{\n  \"title\": \"a\",\n  \"title\": \"b\"\n}"))
                .singleElement()
                .asString()
                .startsWith("The mapping is not JSON: ")
                .endsWith("(line 3).");
    }

    @Test
    void aMappingThatIsNotShippedIsRefused() throws IOException {
        assertThat(MappingReader.read("classpath:nhs-proms-elbow"))
                .isEqualTo(new MappingReading.Refused(
                        List.of(new MappingProblem("", "No mapping called 'nhs-proms-elbow' is shipped."))));
    }

    private static List<String> problems(String json) {
        return MappingReader.parse(json) instanceof MappingReading.Refused refused
                ? refused.problems().stream().map(MappingProblem::toString).toList()
                : List.of();
    }
}
