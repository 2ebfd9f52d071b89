package nl.meerwaarde.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordQueryTest {
    private static final Map<String, List<String>> VALUES = Map.of(
            "%patient.id", List.of("p 1&x=y,z"),
            "%codes", List.of("a|1", "a|2"),
            "%nothing", List.of());

    @Test
    void valuesArePutInPlaceAsValuesAndNothingElse() {
        assertThat(read("Condition?patient={{%patient.id}}&code={{ %codes }}"))
                .isEqualTo(new RecordQuery.Reading.Ready(
                        new RecordQuery("Condition", "patient=p+1%26x%3Dy%5C%2Cz&code=a%7C1,a%7C2")));
    }

    /** Without it the query would find what it is not meant to find. */
    @Test
    void aValueThatIsMissingStopsTheQuery() {
        assertThat(read("Condition?patient={{%patient.id}}&code={{%nothing}}"))
                .isEqualTo(new RecordQuery.Reading.Incomplete("%nothing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Condition",
                "https://elsewhere.example/Condition?code=1",
                "../Patient?name=x",
                "",
                "condition?code=1",
            })
    void onlySearchesOfThisServerAreQueries(String text) {
        assertThat(read(text)).isInstanceOf(RecordQuery.Reading.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?subject.name=x",
                "Observation?subject:Patient.name=x",
                "Patient?_has:Observation:subject:code=1",
                "Observation?_include=*",
                "Patient?_revinclude=Observation:subject",
                "Observation?_filter=x",
                "Observation?code=1&_list=2",
                "Observation?_summary=count",
            })
    void whatLeadsToOtherResourcesIsRefused(String text) {
        assertThat(read(text)).isInstanceOf(RecordQuery.Reading.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?code=1&_sort=-date&_count=1",
                "Observation?code:in=urn:v",
                "/Observation?_lastUpdated=gt2026-01-01",
            })
    void plainSearchesAreQueries(String text) {
        assertThat(read(text)).isInstanceOf(RecordQuery.Reading.Ready.class);
    }

    private static RecordQuery.Reading read(String text) {
        return RecordQuery.read(text, expression -> VALUES.getOrDefault(expression, List.of()));
    }
}
