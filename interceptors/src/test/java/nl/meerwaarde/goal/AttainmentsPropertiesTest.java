package nl.meerwaarde.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordEntry.Achievement;
import nl.meerwaarde.record.RecordEntry.Attainment;
import nl.meerwaarde.record.RecordEntry.Episode;
import nl.meerwaarde.record.RecordEntry.Level;
import nl.meerwaarde.record.RecordEntry.PersonalGoal;
import nl.meerwaarde.record.RecordEntry.Response;
import nl.meerwaarde.record.RecordEntry.Score;
import nl.meerwaarde.record.RecordEntry.Span;
import org.jspecify.annotations.Nullable;

/** What holds for attainments whatever the record: random goals, scores and ratings. */
class AttainmentsPropertiesTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final String KNEE = "http://example.org|knee";
    private static final List<String> STATUSES = List.of("preliminary", "final", "cancelled", "amended");

    /** Whatever the order in which the record is read, the same follows from it. */
    @Property(tries = 300)
    void theOrderOfTheRecordDoesNotMatter(@ForAll Random random) {
        List<RecordEntry> record = record(random);
        Attainments before = new Attainments(List.copyOf(record));
        Collections.shuffle(record, random);
        Attainments after = new Attainments(record);
        assertThat(after.proposals()).isEqualTo(before.proposals());
        assertThat(after.scores()).isEqualTo(before.scores());
        goals(record).forEach(goal -> assertThat(after.achievement(goal)).isEqualTo(before.achievement(goal)));
    }

    /** Storing what was proposed proposes the same again: nothing is written twice, and a rebuild finds it so. */
    @Property(tries = 300)
    void proposalsAreStable(@ForAll Random random) {
        List<RecordEntry> record = record(random);
        List<Attainment> proposals = new Attainments(record).proposals();
        record.addAll(proposals);
        assertThat(new Attainments(record).proposals()).isEqualTo(proposals);
    }

    /** A proposal moves nothing until it is confirmed. */
    @Property(tries = 300)
    void aProposalCountsForNothing(@ForAll Random random) {
        List<RecordEntry> record = record(random);
        Attainments before = new Attainments(List.copyOf(record));
        record.addAll(before.proposals());
        Attainments after = new Attainments(record);
        assertThat(after.scores()).isEqualTo(before.scores());
        goals(record).forEach(goal -> assertThat(after.achievement(goal)).isEqualTo(before.achievement(goal)));
    }

    /** What the patient answered, with yes or with no, is not asked again. */
    @Property(tries = 300)
    void anAnsweredProposalDoesNotComeBack(@ForAll Random random) {
        List<RecordEntry> record = record(random);
        List<Attainment> proposals = new Attainments(record).proposals();
        proposals.forEach(proposal -> record.add(answered(proposal, random.nextBoolean() ? "final" : "cancelled")));
        assertThat(new Attainments(record).proposals()).isEmpty();
    }

    @Property(tries = 300)
    void anOpenGoalHasOneProposalAtMost(@ForAll Random random) {
        List<RecordEntry> record = record(random);
        List<String> proposed = new Attainments(record)
                .proposals().stream().map(Attainment::goal).toList();
        assertThat(proposed).doesNotHaveDuplicates();
        assertThat(proposed)
                .isSubsetOf(goals(record).stream()
                        .filter(PersonalGoal::open)
                        .map(PersonalGoal::id)
                        .toList());
    }

    /** A better score is never a worse attainment. */
    @Property(tries = 300)
    void aBetterScoreIsNeverLess(@ForAll @IntRange(max = 48) int one, @ForAll @IntRange(max = 48) int other) {
        PersonalGoal levels = scaled("levels", 1, true);
        assertThat(level(levels, Math.max(one, other))).isGreaterThanOrEqualTo(level(levels, Math.min(one, other)));
    }

    /** A goal is achieved exactly when the last thing the patient confirmed reaches it. */
    @Property(tries = 300)
    void theLastConfirmedDecides(@ForAll Random random) {
        List<RecordEntry> record = record(random);
        for (PersonalGoal goal : goals(record)) {
            Optional<Achievement> achievement = new Attainments(record).achievement(goal);
            Optional<Attainment> last = record.stream()
                    .filter(Attainment.class::isInstance)
                    .map(Attainment.class::cast)
                    .filter(one -> one.goal().equals(goal.id()) && Attainments.CONFIRMED.contains(one.status()))
                    .filter(one -> goal.wanted() == null ? one.reached() != null : one.level() != null)
                    .max((left, right) -> left.when().to().equals(right.when().to())
                            ? left.id().compareTo(right.id())
                            : left.when().to().compareTo(right.when().to()));
            assertThat(achievement.isPresent()).isEqualTo(last.isPresent());
            last.ifPresent(confirmed -> {
                boolean reached =
                        confirmed.level() == null ? Boolean.TRUE.equals(confirmed.reached()) : confirmed.level() >= 0;
                assertThat(List.of("achieved", "sustaining")
                                .contains(achievement.orElseThrow().status()))
                        .isEqualTo(reached);
                assertThat(achievement.orElseThrow().date())
                        .isEqualTo(confirmed.when().from());
            });
        }
    }

    private static int level(PersonalGoal goal, int score) {
        List<RecordEntry> record = List.of(goal, response("r", 10, score));
        return new Attainments(record).proposals().get(0).level();
    }

    private static List<PersonalGoal> goals(List<RecordEntry> record) {
        return record.stream()
                .filter(PersonalGoal.class::isInstance)
                .map(PersonalGoal.class::cast)
                .toList();
    }

    private static List<RecordEntry> record(Random random) {
        List<RecordEntry> record = new ArrayList<>();
        List<String> ids =
                IntStream.range(0, 1 + random.nextInt(4)).mapToObj(i -> "g" + i).toList();
        for (String id : ids) {
            boolean open = random.nextInt(5) > 0;
            record.add(random.nextInt(3) == 0 ? threshold(id, open) : scaled(id, random.nextInt(10), open));
        }
        record.add(new Episode("e", "http://example.org/pathway|1", null, null, "active", ids));
        for (int i = 0; i < random.nextInt(6); i++) {
            record.add(response("r" + i, random.nextInt(400) - 50, random.nextInt(49)));
        }
        for (int i = 0; i < random.nextInt(8); i++) {
            record.add(rating("a" + i, ids.get(random.nextInt(ids.size())), random));
        }
        return record;
    }

    private static PersonalGoal scaled(String id, int weight, boolean open) {
        List<Level> levels = List.of(
                new Level(-2, span(0, 10)),
                new Level(-1, span(11, 20)),
                new Level(0, span(21, 34)),
                new Level(1, span(35, 41)),
                new Level(2, span(42, 48)));
        return goal(id, open, null, 0, levels, weight);
    }

    private static PersonalGoal threshold(String id, boolean open) {
        return goal(id, open, new Span(BigDecimal.valueOf(38), null), null, List.of(), 1);
    }

    private static PersonalGoal goal(
            String id,
            boolean open,
            @Nullable Span threshold,
            @Nullable Integer wanted,
            List<Level> levels,
            int weight) {
        return new PersonalGoal(
                id,
                "p",
                open,
                START,
                START.plusDays(180),
                List.of(KNEE),
                threshold,
                wanted,
                levels,
                weight,
                new Achievement(null, null, List.of()));
    }

    private static Span span(int low, int high) {
        return new Span(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    private static Response response(String id, int day, int score) {
        return new Response(
                id,
                "http://example.org/knee|1",
                false,
                DateSpan.day(START.plusDays(day)),
                List.of(),
                null,
                null,
                "patient",
                null,
                null,
                List.of(),
                List.of(new Score(KNEE, BigDecimal.valueOf(score))));
    }

    private static Attainment rating(String id, String goal, Random random) {
        boolean scaled = random.nextBoolean();
        return new Attainment(
                id,
                goal,
                null,
                STATUSES.get(random.nextInt(STATUSES.size())),
                scaled ? random.nextInt(5) - 2 : null,
                scaled ? null : random.nextBoolean(),
                DateSpan.day(START.plusDays(random.nextInt(400))));
    }

    private static Attainment answered(Attainment proposal, String status) {
        return new Attainment(
                proposal.id(),
                proposal.goal(),
                proposal.source(),
                status,
                proposal.level(),
                proposal.reached(),
                proposal.when());
    }
}
