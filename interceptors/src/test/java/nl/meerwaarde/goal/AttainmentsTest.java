package nl.meerwaarde.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.record.GoalReading;
import nl.meerwaarde.record.RecordEntry.Achievement;
import nl.meerwaarde.record.RecordEntry.Attainment;
import nl.meerwaarde.record.RecordEntry.Level;
import nl.meerwaarde.record.RecordEntry.PersonalGoal;
import nl.meerwaarde.record.RecordEntry.Response;
import nl.meerwaarde.record.RecordEntry.Score;
import nl.meerwaarde.record.RecordEntry.Span;
import org.junit.jupiter.api.Test;

class AttainmentsTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    /** An answer to how far a goal was reached is about that goal, also where another goal names the level as its measure. */
    @Test
    void theLevelOfOneGoalIsNoMeasureOfAnother() {
        PersonalGoal walking = goal("walking", List.of());
        PersonalGoal misread = goal("misread", List.of(GoalReading.LEVEL.key()));
        Response aboutWalking = new Response(
                "r",
                "http://example.org/levels|1",
                false,
                DateSpan.day(START.plusDays(30)),
                List.of(),
                null,
                null,
                "patient",
                null,
                null,
                List.of("walking"),
                List.of(new Score(GoalReading.LEVEL.key(), BigDecimal.ONE)));

        assertThat(new Attainments(List.of(walking, misread, aboutWalking)).proposals())
                .extracting(Attainment::goal)
                .containsExactly("walking");
    }

    private static PersonalGoal goal(String id, List<String> measures) {
        Span one = new Span(BigDecimal.ONE, BigDecimal.ONE);
        return new PersonalGoal(
                id,
                "p",
                true,
                START,
                null,
                measures,
                null,
                0,
                List.of(new Level(0, null), new Level(1, one)),
                1,
                new Achievement(null, null, List.of()));
    }
}
