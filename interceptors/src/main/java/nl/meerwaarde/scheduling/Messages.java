package nl.meerwaarde.scheduling;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.outcome.Courses;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordEntry.Reminder;
import org.jspecify.annotations.Nullable;

/**
 * What the messages should be that announce the questionnaires of a moment of an episode: sent while something waits, stopped with the last Task. Pure, as
 * {@link Schedule} is.
 */
final class Messages {
    /** Sent, as the gateway says; or ended by somebody. */
    private static final Set<String> SAID = Set.of("completed", "unknown");

    private static final Set<String> SAID_WITHOUT_REASON = Set.of(MessageStanding.ON_HOLD, MessageStanding.REVOKED);

    private final Collection<Standing> tasks;
    private final Courses courses;

    private Messages(Collection<Standing> tasks, Courses courses) {
        this.tasks = tasks;
        this.courses = courses;
    }

    /** What each message in a record should be; those that were sent or ended by somebody are left out. */
    static List<MessageStanding> of(List<RecordEntry> record, Collection<Standing> tasks, Courses courses) {
        Messages messages = new Messages(tasks, courses);
        return record.stream()
                .filter(Reminder.class::isInstance)
                .map(Reminder.class::cast)
                .filter(message -> !isSaid(message))
                .map(messages::standing)
                .toList();
    }

    private static boolean isSaid(Reminder message) {
        return SAID.contains(message.status())
                || message.reason() == null && SAID_WITHOUT_REASON.contains(message.status());
    }

    private MessageStanding standing(Reminder message) {
        List<Standing> announced = tasks.stream()
                .filter(task -> message.episodes().contains(task.episode())
                        && task.moment().equals(message.moment()))
                .toList();
        Optional<Standing> asked = announced.stream()
                .filter(Standing::isAsked)
                .min(Comparator.comparing((Standing task) -> task.window().first())
                        .thenComparing(Standing::task));
        return asked.map(first -> waiting(message, first)).orElseGet(() -> stopped(message, announced));
    }

    private MessageStanding waiting(Reminder message, Standing first) {
        Optional<Announcement> kind = Arrays.stream(Announcement.values())
                .filter(known -> known.code().equals(message.kind()))
                .findFirst();
        @Nullable LocalDate day = kind.flatMap(known -> day(known, first)).orElse(null);
        boolean atOnce = kind.filter(Announcement.INVITATION::equals).isPresent();
        String status = day == null && !atOnce ? MessageStanding.DRAFT : MessageStanding.ACTIVE;
        return new MessageStanding(message.id(), status, null, day);
    }

    private Optional<LocalDate> day(Announcement kind, Standing task) {
        return courses.index(task.episode())
                .map(DateSpan::from)
                .flatMap(index -> courses.moment(task.episode(), task.moment())
                        .map(moment -> index.plusDays((long) moment.targetDay() + kind.daysFromTarget())))
                .map(task.window()::nearest);
    }

    private static MessageStanding stopped(Reminder message, List<Standing> announced) {
        if (with(announced, Standing.DRAFT).findAny().isPresent()) {
            return new MessageStanding(message.id(), MessageStanding.DRAFT, null, null);
        }
        Optional<StatusReason> held = reason(with(announced, Standing.ON_HOLD));
        return held.map(reason -> new MessageStanding(message.id(), MessageStanding.ON_HOLD, reason, null))
                .orElseGet(() -> new MessageStanding(
                        message.id(),
                        MessageStanding.REVOKED,
                        reason(with(announced, Standing.CANCELLED))
                                .or(() -> reason(with(announced, Standing.COMPLETED)))
                                .orElse(StatusReason.NOTHING_WAITS),
                        null));
    }

    private static Stream<Standing> with(List<Standing> announced, String status) {
        return announced.stream().filter(task -> task.status().equals(status));
    }

    private static Optional<StatusReason> reason(Stream<Standing> tasks) {
        return tasks.flatMap(task -> Stream.ofNullable(task.reason())).min(Comparator.naturalOrder());
    }
}
