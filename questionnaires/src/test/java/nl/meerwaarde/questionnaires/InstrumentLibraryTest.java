package nl.meerwaarde.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InstrumentLibraryTest {

    @Test
    void opensEveryInstrument() {
        assertThat(InstrumentLibrary.instruments()).isNotEmpty().allSatisfy(id -> {
            assertThat(InstrumentLibrary.questionnaire(id)).isNotNull();
            assertThat(InstrumentLibrary.observationDefinitions(id)).isNotNull();
            assertThat(InstrumentLibrary.cases(id)).isNotNull();
            assertThat(InstrumentLibrary.licence(id)).isNotNull();
        });
        assertThat(InstrumentLibrary.casesSchema()).isNotNull();
    }

    @Test
    void hasStatesOnlyWhereTheyCanBeCounted() {
        assertThat(InstrumentLibrary.states("eq-5d-5l")).isPresent();
        assertThat(InstrumentLibrary.states("oxford-knee-score")).isEmpty();
    }

    @Test
    void namesTheInstrumentItDoesNotHave() {
        assertThatThrownBy(() -> InstrumentLibrary.questionnaire("no-such-instrument"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-instrument");
    }
}
