package nl.meerwaarde.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visitor of the demonstration is to see, on whatever day. */
class DemoStoryTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2027-03-01", "2028-02-29", "2030-12-31"})
    void showsTheHospitalsOutsideTheControlLimits(LocalDate today) {
        Report knees = Report.of(Cohorts.ofDemo(today), Joint.KNEE);

        assertThat(knees.status("demo-west")).isEqualTo("below-99-8");
        assertThat(knees.status("demo-heuvel")).isEqualTo("above-99-8");
        assertThat(knees.status("demo-noord")).isEqualTo("within");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2028-02-29"})
    void showsWhyCaseMixMatters(LocalDate today) {
        Report knees = Report.of(Cohorts.ofDemo(today), Joint.KNEE);

        assertThat(knees.gain("demo-kust")).isLessThan(knees.gain("demo-noord") - 1);
        assertThat(knees.status("demo-kust")).isEqualTo("within");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2028-02-29"})
    void showsWhatTooFewAnswersCost(LocalDate today) {
        Report knees = Report.of(Cohorts.ofDemo(today), Joint.KNEE);

        assertThat(knees.status("demo-polder")).isEqualTo("too-few");
        assertThat(2 * knees.analysed("demo-polder")).isLessThan(knees.eligible("demo-polder"));
    }
}
