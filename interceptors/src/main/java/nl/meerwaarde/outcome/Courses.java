package nl.meerwaarde.outcome;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/**
 * The episodes of a patient as far as they have come, for who plans ahead: the day that everything is counted from, planned or past, and which response
 * answers what. Responses find their moments by the same rules as facts do. Pure: no database, no clock.
 */
public final class Courses {
    private final Map<String, EpisodeCourse> courses;
    private final Answers answers;

    private Courses(List<EpisodeCourse> courses, List<RecordEntry> record) {
        this.courses = courses.stream()
                .collect(Collectors.toMap(course -> course.episode().id(), Function.identity()));
        this.answers = new Answers(record, courses);
    }

    /**
     * The episodes in a record.
     *
     * @param pathways the pathways that episodes name, by canonical
     */
    public static Courses of(List<RecordEntry> record, Function<CanonicalReference, Optional<Pathway>> pathways) {
        List<RecordEntry.Event> procedures = OutcomeDerivation.entries(record, RecordEntry.Event.class)
                .filter(event -> event.resourceType().equals("Procedure"))
                .toList();
        List<RecordEntry.PlannedEvent> planned = OutcomeDerivation.entries(record, RecordEntry.PlannedEvent.class)
                .toList();
        return new Courses(
                OutcomeDerivation.entries(record, RecordEntry.Episode.class)
                        .flatMap(episode -> pathways.apply(CanonicalReference.parse(episode.pathway())).stream()
                                .map(pathway -> course(episode, pathway, procedures, planned)))
                        .sorted(Comparator.comparing(course -> course.episode().id()))
                        .toList(),
                record);
    }

    /** What happened goes before what was planned, and that before what was cancelled: its day still tells which answers came before it. */
    private static EpisodeCourse course(
            RecordEntry.Episode episode,
            Pathway pathway,
            List<RecordEntry.Event> procedures,
            List<RecordEntry.PlannedEvent> planned) {
        EpisodeCourse happened = EpisodeCourse.of(episode, pathway, procedures);
        if (happened.indexEvent() != null) {
            return happened;
        }
        EpisodeCourse expected = EpisodeCourse.of(episode, pathway, asIfHappened(planned, false));
        return expected.indexEvent() != null
                ? expected
                : EpisodeCourse.of(episode, pathway, asIfHappened(planned, true));
    }

    private static List<RecordEntry.Event> asIfHappened(List<RecordEntry.PlannedEvent> planned, boolean cancelled) {
        return planned.stream()
                .filter(event -> event.cancelled() == cancelled)
                .map(Courses::asIfHappened)
                .toList();
    }

    private static RecordEntry.Event asIfHappened(RecordEntry.PlannedEvent planned) {
        return new RecordEntry.Event(
                "Procedure",
                planned.id(),
                planned.episodes(),
                planned.codes(),
                planned.when(),
                null,
                planned.side(),
                planned.index());
    }

    /** The episode; empty when it is not in the record, or follows no pathway of this server. */
    public Optional<RecordEntry.Episode> episode(String id) {
        return Optional.ofNullable(courses.get(id)).map(EpisodeCourse::episode);
    }

    /** The day an episode is counted from; empty while nobody knows it. */
    public Optional<DateSpan> index(String episode) {
        return Optional.ofNullable(courses.get(episode)).map(EpisodeCourse::index);
    }

    /** A moment of an episode, by its code. */
    public Optional<Pathway.Moment> moment(String episode, @Nullable String code) {
        return Optional.ofNullable(courses.get(episode))
                .flatMap(course -> course.pathway().moments().stream()
                        .filter(moment -> moment.code().equals(code))
                        .findFirst());
    }

    /** Whether a treatment that an episode would have been counted from was cancelled, and nothing came in its place. */
    public boolean isTreatmentCancelled(String episode, List<RecordEntry> record) {
        EpisodeCourse course = courses.get(episode);
        return course != null
                && !happened(course, record)
                && planned(course, record, true)
                && !planned(course, record, false);
    }

    private static boolean happened(EpisodeCourse course, List<RecordEntry> record) {
        return OutcomeDerivation.entries(record, RecordEntry.Event.class)
                .anyMatch(event -> event.equals(course.indexEvent()));
    }

    private static boolean planned(EpisodeCourse course, List<RecordEntry> record, boolean cancelled) {
        return OutcomeDerivation.entries(record, RecordEntry.PlannedEvent.class)
                .filter(event -> event.cancelled() == cancelled)
                .filter(event -> event.episodes().contains(course.episode().id()))
                .anyMatch(event -> event.index()
                        || course.pathway().indexCodes().isEmpty()
                        || event.codes().stream()
                                .map(Code::ofKey)
                                .anyMatch(course.pathway().indexCodes()::contains));
    }

    /** The response that counts for a Questionnaire (address without version) at a moment of an episode, by its id. */
    public Optional<String> answer(String episode, String moment, String questionnaire) {
        return Optional.ofNullable(courses.get(episode))
                .flatMap(course -> answers.response(course, moment, questionnaire));
    }
}
