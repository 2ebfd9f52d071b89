package nl.meerwaarde.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {
    private static final String WHO = "vera";

    private final SettableClock clock = new SettableClock();
    private final AttemptLimit limit = new AttemptLimit(3, clock);

    @Test
    void fewFailuresCostNothing() {
        fail(2);
        assertThat(limit.wait(WHO)).isZero();
    }

    @Test
    void eachFurtherFailureDoublesTheWait() {
        fail(3);
        assertThat(limit.wait(WHO)).isPositive();
        clock.passes(AttemptLimit.FIRST_WAIT);
        assertThat(limit.wait(WHO)).isZero();

        fail(1);
        clock.passes(AttemptLimit.FIRST_WAIT);
        assertThat(limit.wait(WHO)).isPositive();
        clock.passes(AttemptLimit.FIRST_WAIT);
        assertThat(limit.wait(WHO)).isZero();
    }

    @Test
    void nobodyWaitsForEver() {
        fail(1000);
        clock.passes(AttemptLimit.LONGEST_WAIT.minus(Duration.ofSeconds(1)));
        assertThat(limit.wait(WHO)).isPositive();
        clock.passes(Duration.ofSeconds(1));
        assertThat(limit.wait(WHO)).isZero();
    }

    @Test
    void successForgetsAndOthersAreNotConcerned() {
        fail(5);
        assertThat(limit.wait("anna")).isZero();
        limit.succeeded(WHO);
        assertThat(limit.wait(WHO)).isZero();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            limit.failed(WHO);
        }
    }
}
