package nl.meerwaarde.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When an answer that comes in is the one that raised the alert already. */
class RaisedAlertTest {
    private static final String TIME = "2026-02-20T10:05:00+01:00";
    private static final String DAY = "2026-02-20";
    private static final Instant RAISED = Instant.parse("2026-02-20T09:05:01Z");
    private static final Instant SOON = RAISED.plus(Duration.ofMinutes(5));
    private static final Instant NEXT_WEEK = RAISED.plus(Duration.ofDays(7));

    @Test
    void theSameResponseIsTheSameForGood() {
        assertThat(alert("r", DAY, true).covers("r", TIME, NEXT_WEEK)).isTrue();
    }

    @Test
    void theSameMomentIsTheSameForGood() {
        assertThat(alert("r", TIME, true).covers("other", TIME, NEXT_WEEK)).isTrue();
        assertThat(alert(null, TIME, true).covers(null, TIME, NEXT_WEEK)).isTrue();
    }

    @Test
    void theSameDayIsTheSameWhileSomebodyDealsWithIt() {
        assertThat(alert("r", DAY, false).covers("other", DAY, SOON)).isTrue();
        assertThat(alert("r", DAY, true).covers("other", DAY, SOON)).isFalse();
        assertThat(alert("r", DAY, false).covers("other", DAY, NEXT_WEEK)).isFalse();
    }

    @Test
    void aCorrectionIsTheSameWhileSomebodyDealsWithIt() {
        assertThat(alert(null, TIME, false).covers("r", "2026-02-20T10:09:00+01:00", SOON))
                .isTrue();
        assertThat(alert(null, null, false).covers("r", TIME, SOON)).isTrue();
        assertThat(alert(null, null, true).covers("r", TIME, SOON)).isFalse();
        assertThat(alert(null, null, false).covers("r", TIME, NEXT_WEEK)).isFalse();
    }

    @Test
    void anotherResponseAtAnotherMomentIsAnother() {
        assertThat(alert("r", TIME, false).covers("other", "2026-02-20T18:00:00+01:00", SOON))
                .isFalse();
    }

    private static RaisedAlert alert(@Nullable String response, @Nullable String authored, boolean ended) {
        return new RaisedAlert("a", "suicidality", response, authored, RAISED, ended, 0);
    }
}
