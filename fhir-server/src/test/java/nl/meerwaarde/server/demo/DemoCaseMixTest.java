package nl.meerwaarde.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoCaseMixTest {
    @Test
    void theAveragePatientEndsWhereTheAveragePatientDoes() {
        assertThat(new DemoCaseMix(Joint.KNEE, false, 69, 1).expected(19.5)).isEqualByComparingTo("37.0");
    }

    @Test
    void everyPredictorCounts() {
        assertThat(new DemoCaseMix(Joint.KNEE, true, 79, 3).expected(29.5)).isEqualByComparingTo("30.2");
    }

    @Test
    void staysWithinTheScore() {
        assertThat(new DemoCaseMix(Joint.HIP, false, 40, 0).expected(48)).isEqualByComparingTo("48");
        assertThat(new DemoCaseMix(Joint.KNEE, true, 400, 5).expected(0)).isEqualByComparingTo("0");
    }
}
