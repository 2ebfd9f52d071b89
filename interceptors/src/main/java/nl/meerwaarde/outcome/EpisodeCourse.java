package nl.meerwaarde.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/**
 * An episode with its pathway and its index event.
 *
 * @param indexEvent the index procedure, or null while it has not happened
 */
record EpisodeCourse(RecordEntry.Episode episode, Pathway pathway, RecordEntry.@Nullable Event indexEvent) {
    /** With several candidates the earliest is the index event. */
    static EpisodeCourse of(RecordEntry.Episode episode, Pathway pathway, List<RecordEntry.Event> procedures) {
        RecordEntry.Event index = procedures.stream()
                .filter(procedure -> procedure.episodes().contains(episode.id()) && procedure.when() != null)
                .filter(procedure -> isIndexCode(pathway, procedure))
                .min(EARLIEST)
                .orElse(null);
        return new EpisodeCourse(episode, pathway, index);
    }

    private static final Comparator<RecordEntry.Event> EARLIEST = Comparator.comparing(
                    (RecordEntry.Event procedure) -> day(procedure, DateSpan::from))
            .thenComparing(procedure -> day(procedure, DateSpan::to))
            .thenComparing(RecordEntry.Event::id);

    private static LocalDate day(RecordEntry.Event procedure, Function<DateSpan, LocalDate> end) {
        return Optional.ofNullable(procedure.when()).map(end).orElse(LocalDate.MAX);
    }

    private static boolean isIndexCode(Pathway pathway, RecordEntry.Event procedure) {
        return procedure.index()
                || pathway.indexCodes().isEmpty()
                || procedure.codes().stream().map(Code::ofKey).anyMatch(pathway.indexCodes()::contains);
    }

    @Nullable
    DateSpan index() {
        return indexEvent == null ? null : indexEvent.when();
    }

    /** Days from the beginning of the episode to the index event, or null when it is not known exactly. */
    @Nullable
    Integer daysToIndex() {
        DateSpan started = episode.started();
        DateSpan index = index();
        if (started == null || index == null) {
            return null;
        }
        long least = ChronoUnit.DAYS.between(started.to(), index.from());
        long most = ChronoUnit.DAYS.between(started.from(), index.to());
        return least == most && least >= 0 ? Math.toIntExact(least) : null;
    }

    /** Performer of the index event, else author of the CarePlan. */
    @Nullable
    String organization() {
        return Optional.ofNullable(indexEvent)
                .map(RecordEntry.Event::organization)
                .orElse(episode.organization());
    }

    /** Who did the index event. */
    @Nullable
    String practitioner() {
        return indexEvent == null ? null : indexEvent.practitioner();
    }

    @Nullable
    String side() {
        return Optional.ofNullable(episode.side()).orElse(indexEvent == null ? null : indexEvent.side());
    }

    /** Whether something on the given side can belong to this episode; an unknown side can be either. */
    boolean fitsSide(@Nullable String otherSide) {
        return side() == null || otherSide == null || otherSide.equals(side());
    }
}
