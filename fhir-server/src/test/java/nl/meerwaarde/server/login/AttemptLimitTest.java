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
        assertThat(limit.isWaiting(WHO)).isFalse();
    }

    @Test
    void eachFurtherFailureDoublesTheWait() {
        fail(3);
        assertThat(limit.isWaiting(WHO)).isTrue();
        clock.passes(AttemptLimit.FIRST_WAIT);
        assertThat(limit.isWaiting(WHO)).isFalse();

        fail(1);
        clock.passes(AttemptLimit.FIRST_WAIT);
        assertThat(limit.isWaiting(WHO)).isTrue();
        clock.passes(AttemptLimit.FIRST_WAIT);
        assertThat(limit.isWaiting(WHO)).isFalse();
    }

    @Test
    void nobodyWaitsForEver() {
        fail(1000);
        clock.passes(AttemptLimit.LONGEST_WAIT.minus(Duration.ofSeconds(1)));
        assertThat(limit.isWaiting(WHO)).isTrue();
        clock.passes(Duration.ofSeconds(1));
        assertThat(limit.isWaiting(WHO)).isFalse();
    }

    @Test
    void successForgetsAndOthersAreNotConcerned() {
        fail(5);
        assertThat(limit.isWaiting("anna")).isFalse();
        limit.succeeded(WHO);
        assertThat(limit.isWaiting(WHO)).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            limit.failed(WHO);
        }
    }
}
