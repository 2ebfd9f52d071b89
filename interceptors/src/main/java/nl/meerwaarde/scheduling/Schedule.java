package nl.meerwaarde.scheduling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.outcome.Courses;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordEntry.Invitation;
import org.jspecify.annotations.Nullable;

/**
 * What the questionnaire Tasks of a patient should be. Pure: no database, no clock; the same record gives the same whatever happened in which order. Of a Task
 * only what somebody said about it counts (that it was rejected, which response fulfils it), never what the server wrote there before.
 *
 * <p>A Task is answered when a completed response belongs to its moment; else it stops when there is a reason to; else it waits in the window of its
 * moment, counted from the index event. Of Tasks for several episodes that ask the same in windows that overlap one is asked, in the days
 * that are in all windows, so that its answer serves all; the others wait with it. A Task without a moment, as the one that asks how a decision was taken, keeps its
 * own days, and only a response that is based on the same CarePlan answers it.
 */
final class Schedule {
    private final List<RecordEntry> record;
    private final RecordEntry.@Nullable Person person;
    private final Courses courses;

    private Schedule(List<RecordEntry> record, RecordEntry.@Nullable Person person, Courses courses) {
        this.record = record;
        this.person = person;
        this.courses = courses;
    }

    /**
     * What each questionnaire Task in a record should be, by the Task's id; Tasks that somebody ended are left out, and so are other Tasks.
     *
     * @param record every entry of the patient and of the patients merged into them
     * @param person the surviving Patient's own entry, or null when the Patient is not stored here
     */
    static Map<String, Standing> of(List<RecordEntry> record, RecordEntry.@Nullable Person person, Courses courses) {
        return new Schedule(record, person, courses).standings();
    }

    private Map<String, Standing> standings() {
        Map<String, Standing> standings = new LinkedHashMap<>();
        Map<String, List<Standing>> asking = new LinkedHashMap<>();
        tasks().forEach(task -> {
            Standing standing = standing(task);
            standings.put(task.id(), standing);
            if (standing.isAsked() && task.moment() != null) {
                asking.computeIfAbsent(whatIsAsked(task), key -> new ArrayList<>())
                        .add(standing);
            }
        });
        asking.values().forEach(same -> together(same).forEach(standing -> standings.put(standing.task(), standing)));
        return standings;
    }

    private Stream<Invitation> tasks() {
        return record.stream()
                .filter(Invitation.class::isInstance)
                .map(Invitation.class::cast)
                .filter(task -> task.scheduled() != null && !Waiting.isSaid(task))
                .sorted(Comparator.comparing(Invitation::id));
    }

    private static String questionnaire(Invitation task) {
        return CanonicalReference.parse(String.valueOf(task.questionnaire())).url();
    }

    private static String whatIsAsked(Invitation task) {
        String side = task.scheduled() == null ? null : task.scheduled().side();
        return questionnaire(task) + "|" + side;
    }

    private Standing standing(Invitation task) {
        return task.moment() == null ? withoutMoment(task) : atMoment(task, task.moment());
    }

    private Standing withoutMoment(Invitation task) {
        String carePlan = task.episodes().stream().findFirst().orElse("");
        Standing waiting =
                new Standing(task.id(), carePlan, "", Waiting.asked(task), null, Days.of(task.scheduled()), null, null);
        return saidToBeAnswered(task, waiting)
                .or(() -> responses(task)
                        .map(RecordEntry.Response::id)
                        .min(Comparator.naturalOrder())
                        .map(waiting::answered))
                .or(() -> stopped(waiting))
                .orElse(waiting);
    }

    private Standing atMoment(Invitation task, String code) {
        String episode = task.episodes().stream().findFirst().orElse("");
        Optional<Pathway.Moment> moment = courses.moment(episode, code);
        Optional<DateSpan> index = courses.index(episode);
        Days window =
                moment.isPresent() && index.isPresent() ? Days.of(moment.get().window(), index.get()) : Days.ALL;
        Standing waiting = new Standing(task.id(), episode, code, Waiting.asked(task), null, window, null, null);
        return saidToBeAnswered(task, waiting)
                .or(() -> answered(task, waiting))
                .or(() -> stopped(waiting))
                .or(() -> stoppedByPathway(task, waiting, moment))
                .orElseGet(() ->
                        index.isPresent() || moment.orElseThrow().startsBeforeIndex() ? waiting : notYet(waiting));
    }

    private static Standing notYet(Standing waiting) {
        return new Standing(
                waiting.task(),
                waiting.episode(),
                waiting.moment(),
                Standing.DRAFT,
                null,
                waiting.window(),
                null,
                null);
    }

    private Optional<Standing> saidToBeAnswered(Invitation task, Standing waiting) {
        boolean said = task.response() != null
                && responses().anyMatch(response -> response.id().equals(task.response()));
        return said ? Optional.of(waiting.answered(null)) : Optional.empty();
    }

    private Optional<Standing> answered(Invitation task, Standing waiting) {
        return courses.answer(waiting.episode(), waiting.moment(), questionnaire(task))
                .or(() -> beforeAnythingIsPlanned(task, waiting))
                .map(waiting::answered);
    }

    /** Without a day to count from there are no windows; a response that names the episode answers what is asked first. */
    private Optional<String> beforeAnythingIsPlanned(Invitation task, Standing waiting) {
        boolean first = courses.index(waiting.episode()).isEmpty()
                && courses.moment(waiting.episode(), task.moment())
                        .filter(Pathway.Moment::startsBeforeIndex)
                        .isPresent();
        return first
                ? responses(task)
                        .filter(response -> response.moment() == null)
                        .map(RecordEntry.Response::id)
                        .min(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** The responses to what a Task asks that are based on the same CarePlan. */
    private Stream<RecordEntry.Response> responses(Invitation task) {
        return responses()
                .filter(response -> task.episodes().stream().limit(1).anyMatch(response.episodes()::contains)
                        && CanonicalReference.parse(response.questionnaire())
                                .url()
                                .equals(questionnaire(task)));
    }

    private Stream<RecordEntry.Response> responses() {
        return record.stream().filter(RecordEntry.Response.class::isInstance).map(RecordEntry.Response.class::cast);
    }

    private Optional<Standing> stopped(Standing waiting) {
        if (person != null && person.dead()) {
            return Optional.of(waiting.stopped(Standing.CANCELLED, StatusReason.DEATH));
        } else if (isRefused(waiting.episode())) {
            return Optional.of(waiting.stopped(Standing.CANCELLED, StatusReason.REFUSAL));
        }
        return decision(waiting.episode())
                .map(decision -> stoppedBy(decision, waiting))
                .orElseGet(() -> stoppedByEpisode(waiting));
    }

    private Optional<RecordEntry.Decision> decision(String id) {
        return record.stream()
                .filter(RecordEntry.Decision.class::isInstance)
                .map(RecordEntry.Decision.class::cast)
                .filter(decision -> decision.id().equals(id))
                .findFirst();
    }

    /** How a decision was taken may be asked for as long as it stands, also when what was decided is done. */
    private static Optional<Standing> stoppedBy(RecordEntry.Decision decision, Standing waiting) {
        return switch (decision.status()) {
            case "revoked" -> Optional.of(waiting.stopped(Standing.CANCELLED, StatusReason.DECISION_WITHDRAWN));
            case "draft" -> Optional.of(notYet(waiting));
            default -> Optional.empty();
        };
    }

    private Optional<Standing> stoppedByEpisode(Standing waiting) {
        String status = courses.episode(waiting.episode())
                .map(RecordEntry.Episode::status)
                .orElse("gone");
        return switch (status) {
            case "gone", "revoked", "completed" ->
                Optional.of(waiting.stopped(Standing.CANCELLED, StatusReason.EPISODE_ENDED));
            case "on-hold" -> Optional.of(waiting.stopped(Standing.ON_HOLD, StatusReason.EPISODE_ON_HOLD));
            case "draft" -> Optional.of(notYet(waiting));
            default -> Optional.empty();
        };
    }

    private Optional<Standing> stoppedByPathway(Invitation task, Standing waiting, Optional<Pathway.Moment> moment) {
        if (courses.isTreatmentCancelled(waiting.episode(), record)) {
            return Optional.of(waiting.stopped(Standing.CANCELLED, StatusReason.TREATMENT_CANCELLED));
        }
        boolean asked = moment.filter(at -> at.questionnaires().contains(questionnaire(task)))
                .isPresent();
        return asked ? Optional.empty() : Optional.of(waiting.stopped(Standing.CANCELLED, StatusReason.NOT_IN_PATHWAY));
    }

    private boolean isRefused(String episode) {
        return record.stream()
                .filter(RecordEntry.Refusal.class::isInstance)
                .map(RecordEntry.Refusal.class::cast)
                .anyMatch(refusal ->
                        refusal.episodes().isEmpty() || refusal.episodes().contains(episode));
    }

    private static final Comparator<Standing> BY_WINDOW = Comparator.comparing(
                    (Standing standing) -> standing.window().first())
            .thenComparing(standing -> standing.window().last())
            .thenComparing(Standing::task);

    /** What somebody has begun with goes on; else the window that opens first is asked. */
    private static final Comparator<Standing> FIRST_ASKED = Comparator.comparing(
                    (Standing standing) -> !Waiting.hasBegun(standing.status()))
            .thenComparing(BY_WINDOW);

    /** One episode asks at each of its moments, however their windows lie. */
    private static List<Standing> together(List<Standing> same) {
        List<Standing> result = new ArrayList<>();
        List<Standing> group = new ArrayList<>();
        Days days = Days.ALL;
        for (Standing next : same.stream().sorted(BY_WINDOW).toList()) {
            boolean joins = days.overlaps(next.window())
                    && group.stream().noneMatch(standing -> standing.episode().equals(next.episode()));
            if (!joins) {
                result.addAll(asOne(group, days));
                group.clear();
                days = Days.ALL;
            }
            group.add(next);
            days = days.and(next.window());
        }
        result.addAll(asOne(group, days));
        return result;
    }

    private static List<Standing> asOne(List<Standing> group, Days days) {
        if (group.size() < 2) {
            return List.copyOf(group);
        }
        Standing asker = group.stream().min(FIRST_ASKED).orElseThrow();
        return group.stream()
                .map(standing -> standing == asker ? standing.within(days) : standing.askedWith(asker))
                .toList();
    }
}
