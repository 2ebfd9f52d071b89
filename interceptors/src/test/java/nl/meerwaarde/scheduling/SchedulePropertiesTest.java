package nl.meerwaarde.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordEntry.Invitation;
import nl.meerwaarde.record.RecordEntry.Scheduled;

/** What holds for the Tasks of any patient. */
class SchedulePropertiesTest {
    /** However the record came about, the Tasks are the same. */
    @Property(tries = 500)
    void theOrderOfTheRecordDoesNotMatter(@ForAll long seed) {
        List<RecordEntry> record = new ArrayList<>(Episodes.record(seed));
        Map<String, Standing> expected = Episodes.schedule(record, false);
        Collections.shuffle(record, new Random(seed));
        assertThat(Episodes.schedule(record, false)).isEqualTo(expected);
    }

    /** What the server wrote before says nothing: writing it again changes nothing, and it can be taken back. */
    @Property(tries = 500)
    void whatTheServerWroteIsNoReason(@ForAll long seed) {
        List<RecordEntry> record = Episodes.record(seed);
        Map<String, Standing> alive = Episodes.schedule(record, false);
        assertThat(Episodes.schedule(written(record, alive), false)).isEqualTo(alive);

        List<RecordEntry> thoughtDead = written(record, Episodes.schedule(record, true));
        assertThat(progressForgotten(Episodes.schedule(thoughtDead, false))).isEqualTo(progressForgotten(alive));
    }

    /** The patient who was wrongly thought dead is asked again, though nobody knows any more that a form was begun. */
    private static List<String> progressForgotten(Map<String, Standing> standings) {
        return standings.values().stream()
                .map(standing -> standing.task()
                        + standing.moment()
                        + standing.isAsked()
                        + (standing.isAsked() ? "" : standing.status() + standing.reason())
                        + standing.found())
                .filter(text -> !text.contains("ASKED_WITH") && !text.contains("true"))
                .sorted()
                .toList();
    }

    private static List<RecordEntry> written(List<RecordEntry> record, Map<String, Standing> standings) {
        return record.stream()
                .<RecordEntry>map(entry -> entry instanceof Invitation task && standings.containsKey(task.id())
                        ? written(task, standings.get(task.id()))
                        : entry)
                .toList();
    }

    private static Invitation written(Invitation task, Standing standing) {
        return new Invitation(
                task.id(),
                task.episodes(),
                task.questionnaire(),
                task.moment(),
                task.response(),
                standing.status(),
                new Scheduled(
                        Objects.requireNonNull(task.scheduled()).side(),
                        standing.window().firstKnown(),
                        standing.window().lastKnown(),
                        standing.reason() == null ? null : standing.reason().code(),
                        standing.found(),
                        standing.askedWith()));
    }

    /** Two episodes never ask the same on the same day; what waits is asked with a Task that is asked. */
    @Property(tries = 1000)
    void nobodyIsAskedTheSameTwice(@ForAll long seed) {
        List<RecordEntry> record = Episodes.record(seed);
        Map<String, Standing> standings = Episodes.schedule(record, false);
        List<Invitation> asked = record.stream()
                .filter(Invitation.class::isInstance)
                .map(Invitation.class::cast)
                .filter(task -> task.moment() != null
                        && standings.containsKey(task.id())
                        && standings.get(task.id()).isAsked())
                .toList();
        for (Invitation one : asked) {
            for (Invitation other : asked) {
                if (!one.episodes().equals(other.episodes()) && asksTheSame(one, other)) {
                    assertThat(standings
                                    .get(one.id())
                                    .window()
                                    .overlaps(standings.get(other.id()).window()))
                            .as(one + " and " + other)
                            .isFalse();
                }
            }
        }
        standings.values().stream()
                .filter(standing -> standing.askedWith() != null)
                .forEach(standing -> {
                    Standing asker = standings.get(standing.askedWith());
                    assertThat(asker.isAsked()).isTrue();
                    assertThat(standing.window().overlaps(asker.window())).isTrue();
                    assertThat(standing.window().and(asker.window())).isEqualTo(asker.window());
                });
    }

    /** A question about a decision keeps its days; it waits while the decision stands, unless a response on that decision answers it. */
    @Property(tries = 500)
    void aDecisionIsAskedAboutOnItsOwnDays(@ForAll long seed) {
        List<RecordEntry> record = Episodes.record(seed);
        Map<String, Standing> standings = Episodes.schedule(record, false);
        for (RecordEntry entry : record) {
            if (entry instanceof Invitation task && task.moment() == null && standings.containsKey(task.id())) {
                Standing standing = standings.get(task.id());
                assertThat(standing.window().firstKnown())
                        .isEqualTo(Objects.requireNonNull(task.scheduled()).opens());
                assertThat(standing.askedWith()).isNull();
                boolean answered = responsesTo(task, record);
                assertThat(standing.status().equals(Standing.COMPLETED)).isEqualTo(answered);
                assertThat(standing.isAsked() && !stands(task, record)).isFalse();
            }
        }
    }

    private static boolean responsesTo(Invitation task, List<RecordEntry> record) {
        return record.stream()
                .anyMatch(entry -> entry instanceof RecordEntry.Response response
                        && response.episodes().containsAll(task.episodes())
                        && response.questionnaire().startsWith(String.valueOf(task.questionnaire())));
    }

    private static boolean stands(Invitation task, List<RecordEntry> record) {
        return record.stream()
                .anyMatch(entry -> entry instanceof RecordEntry.Decision decision
                        && task.episodes().contains(decision.id())
                        && List.of("active", "completed").contains(decision.status()));
    }

    private static boolean asksTheSame(Invitation one, Invitation other) {
        return Objects.equals(one.questionnaire(), other.questionnaire())
                && Objects.equals(
                        Objects.requireNonNull(one.scheduled()).side(),
                        Objects.requireNonNull(other.scheduled()).side());
    }

    /** Nobody writes to the dead, or to who refuses. */
    @Property(tries = 500)
    void nobodyWritesToTheDead(@ForAll long seed) {
        List<RecordEntry> record = new ArrayList<>(Episodes.record(seed));
        Map<String, Standing> dead = Episodes.schedule(record, true);
        assertThat(dead.values()).noneMatch(Standing::isAsked);
        assertThat(Messages.of(record, dead.values(), Episodes.courses(record)))
                .noneMatch(message -> message.status().equals(MessageStanding.ACTIVE));
        record.add(new RecordEntry.Refusal("all", List.of()));
        assertThat(Episodes.schedule(record, false).values()).noneMatch(Standing::isAsked);
    }

    /** A message is sent only while something is asked, on a day on which it is asked. */
    @Property(tries = 500)
    void aMessageIsSentWhileSomethingIsAsked(@ForAll long seed) {
        List<RecordEntry> record = Episodes.record(seed);
        Map<String, Standing> standings = Episodes.schedule(record, false);
        for (MessageStanding message : Messages.of(record, standings.values(), Episodes.courses(record))) {
            RecordEntry.Reminder reminder = (RecordEntry.Reminder) record.stream()
                    .filter(entry -> entry instanceof RecordEntry.Reminder known
                            && known.id().equals(message.message()))
                    .findFirst()
                    .orElseThrow();
            boolean asks = standings.values().stream()
                    .anyMatch(standing -> standing.isAsked()
                            && standing.moment().equals(reminder.moment())
                            && reminder.episodes().contains(standing.episode())
                            && within(message.day(), standing.window()));
            assertThat(message.status().equals(MessageStanding.ACTIVE) && !asks).isFalse();
        }
    }

    private static boolean within(LocalDate day, Days window) {
        return day == null || window.overlaps(new Days(day, day));
    }
}
