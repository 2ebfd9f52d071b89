package nl.meerwaarde.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.meerwaarde.cql.Evaluation.Stop;
import nl.meerwaarde.cql.Evaluation.Stopped;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Duration MOST = Duration.ofSeconds(60);

    private Instant now = Instant.parse("2026-11-23T00:00:00Z");
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicInteger looks = new AtomicInteger();
    private final Evaluation evaluation = new Evaluation(() -> now, MOST, () -> {
        looks.incrementAndGet();
        return cancelled.get();
    });

    @Test
    void itGoesOnUntilItsTimeIsOver() {
        after(Duration.ofSeconds(59));
        evaluation.goOn();
        assertThat(evaluation.stop()).isEmpty();

        after(Duration.ofSeconds(1));
        assertThatThrownBy(evaluation::goOn).isInstanceOf(Stopped.class);
        assertThat(evaluation.stop()).contains(Stop.OUT_OF_TIME);
    }

    @Test
    void itEndsSoonAfterItIsCancelled() {
        evaluation.goOn();
        cancelled.set(true);
        after(Duration.ofSeconds(1));

        assertThatThrownBy(evaluation::goOn).isInstanceOf(Stopped.class);
        assertThat(evaluation.stop()).contains(Stop.CANCELLED);
    }

    @Test
    void itLooksIntoTheDatabaseOnceASecondAtMost() {
        for (int i = 0; i < 30; i++) {
            evaluation.goOn();
            after(Duration.ofMillis(100));
        }
        assertThat(looks).hasValue(3);
    }

    @Test
    void onceItEndedItNeverGoesOn() {
        assertThatThrownBy(evaluation::tooMuch).isInstanceOf(Stopped.class);
        assertThatThrownBy(evaluation::goOn).isInstanceOf(Stopped.class);
        after(MOST);
        assertThatThrownBy(evaluation::goOn).isInstanceOf(Stopped.class);
        assertThat(evaluation.stop()).contains(Stop.TOO_MUCH);
    }

    private void after(Duration time) {
        now = now.plus(time);
    }
}
