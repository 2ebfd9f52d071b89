package nl.meerwaarde.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/**
 * What happened after the index event of an episode: death, and the events the pathway names.
 *
 * @param facts the events
 * @param end the event that ended follow-up, the earliest where there are several
 */
record EventsAfterIndex(List<Outcomes.EventFact> facts, Optional<End> end) {
    static final String DEATH = "death";

    /** An end of follow-up; a death without a date has no day. */
    record End(String event, @Nullable LocalDate from) {}

    /** Whether follow-up ended on or before the given day. A death without a date ends no moment: nobody knows which. */
    boolean endsBefore(LocalDate day) {
        return end.map(End::from).filter(from -> !from.isAfter(day)).isPresent();
    }

    static EventsAfterIndex of(
            EpisodeCourse course,
            List<EpisodeCourse> all,
            List<RecordEntry> record,
            RecordEntry.@Nullable Person person) {
        List<Outcomes.EventFact> facts = new ArrayList<>();
        List<End> ends = new ArrayList<>();
        if (person != null && person.dead()) {
            facts.add(fact(course, DEATH, "Patient", person.death()));
            ends.add(new End(
                    DEATH, person.death() == null ? null : person.death().from()));
        }
        DateSpan index = course.index();
        if (index != null) {
            for (Pathway.Event event : course.pathway().events()) {
                List<Outcomes.EventFact> found = event.pathway() == null
                        ? recorded(course, event, index, record)
                        : episodes(course, event, index, all);
                facts.addAll(found);
                if (event.endsFollowUp()) {
                    found.forEach(fact -> ends.add(new End(event.code(), fact.happenedFrom())));
                }
            }
        }
        return new EventsAfterIndex(facts, ends.stream().min(EARLIEST));
    }

    private static final Comparator<End> EARLIEST = Comparator.comparing(
                    End::from, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(End::event);

    private static List<Outcomes.EventFact> recorded(
            EpisodeCourse course, Pathway.Event event, DateSpan index, List<RecordEntry> record) {
        return OutcomeDerivation.entries(record, RecordEntry.Event.class)
                .filter(entry ->
                        entry.resourceType().equals(event.resourceType()) && !entry.equals(course.indexEvent()))
                .filter(entry -> event.codes().isEmpty()
                        || entry.codes().stream().map(Code::ofKey).anyMatch(event.codes()::contains))
                .filter(entry -> course.fitsSide(entry.side()))
                .filter(entry -> entry.when() != null && within(event.window(), index, entry.when()))
                .map(entry -> fact(course, event.code(), entry.resourceType() + "/" + entry.id(), entry.when()))
                .toList();
    }

    private static List<Outcomes.EventFact> episodes(
            EpisodeCourse course, Pathway.Event event, DateSpan index, List<EpisodeCourse> all) {
        return all.stream()
                .filter(other ->
                        other != course && other.pathway().canonical().url().equals(event.pathway()))
                .filter(other -> course.fitsSide(other.side()))
                .filter(other -> other.index() != null && within(event.window(), index, other.index()))
                .map(other ->
                        fact(course, event.code(), "CarePlan/" + other.episode().id(), other.index()))
                .toList();
    }

    private static boolean within(Pathway.Window window, DateSpan index, DateSpan when) {
        return window.contains(when.leastDaysAfter(index), when.mostDaysAfter(index));
    }

    private static Outcomes.EventFact fact(EpisodeCourse course, String event, String source, @Nullable DateSpan when) {
        return new Outcomes.EventFact(
                course.episode().id(),
                event,
                source,
                when == null ? null : when.from(),
                when == null ? null : when.to());
    }
}
