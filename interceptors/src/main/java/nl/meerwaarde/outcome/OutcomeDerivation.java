package nl.meerwaarde.outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.casemix.CaseMixModel;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/**
 * From a patient's record to outcome facts. Pure: no database, no clock. What depends on today (an open window) is decided when a report is asked.
 *
 * @see Outcomes
 */
public final class OutcomeDerivation {
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_MODEL = 400;
    private static final int LONGEST_SCORE = 300;
    private static final BigDecimal LARGEST = new BigDecimal("1e11");

    private final Function<CanonicalReference, Optional<Pathway>> pathways;
    private final Function<CanonicalReference, List<CaseMixModel>> models;

    /**
     * @param pathways the pathways that episodes name, by canonical
     * @param models the active case-mix models about episodes of a pathway
     */
    public OutcomeDerivation(
            Function<CanonicalReference, Optional<Pathway>> pathways,
            Function<CanonicalReference, List<CaseMixModel>> models) {
        this.pathways = pathways;
        this.models = models;
    }

    /**
     * The facts of a patient.
     *
     * @param record every entry of the patient and of the patients merged into them
     * @param person the surviving Patient's own entry, or null when the Patient is not stored here
     */
    public Outcomes derive(List<RecordEntry> record, RecordEntry.@Nullable Person person) {
        List<EpisodeCourse> courses = courses(record);
        if (courses.isEmpty()) {
            return Outcomes.none();
        }
        Answers answers = new Answers(record, courses);
        List<Outcomes.EpisodeFact> episodes = new ArrayList<>();
        List<Outcomes.MomentFact> moments = new ArrayList<>();
        List<Outcomes.EventFact> events = new ArrayList<>();
        AttainedGoals goals = AttainedGoals.of(record);
        for (EpisodeCourse course : courses) {
            EventsAfterIndex after = EventsAfterIndex.of(course, courses, record, person);
            episodes.add(episode(course, person, after, goals, team(course.episode(), record)));
            events.addAll(after.facts());
            course.pathway().moments().forEach(moment -> moments.add(moment(course, moment, after, answers)));
        }
        List<Outcomes.ScoreFact> scores = answers.facts();
        List<Outcomes.ExpectationFact> expectations = expectations(record, courses);
        expectations.addAll(new ModelExpectations(models).of(courses, episodes, scores, record));
        return new Outcomes(
                sorted(episodes, Outcomes.EpisodeFact::episode),
                sorted(moments, fact -> fact.episode() + fact.moment()),
                sorted(scores, fact -> fact.episode() + fact.moment() + fact.score() + fact.source()),
                sorted(events, fact -> fact.episode() + fact.event() + fact.source()),
                sorted(expectations, fact -> fact.episode() + fact.moment() + fact.score() + fact.model()));
    }

    private List<EpisodeCourse> courses(List<RecordEntry> record) {
        List<RecordEntry.Event> procedures = entries(record, RecordEntry.Event.class)
                .filter(event -> event.resourceType().equals("Procedure"))
                .toList();
        return entries(record, RecordEntry.Episode.class)
                .map(episode -> pathways.apply(CanonicalReference.parse(episode.pathway()))
                        .map(pathway -> EpisodeCourse.of(episode, pathway, procedures)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(course -> course.episode().id()))
                .toList();
    }

    /** Codes longer than their column are not from our vocabularies, and say nothing. */
    static @Nullable String code(@Nullable String code) {
        return code == null || code.length() > LONGEST_CODE ? null : code;
    }

    /** Numbers beyond what a column holds are no scores. */
    static boolean isStorable(BigDecimal value) {
        return value.abs().compareTo(LARGEST) < 0;
    }

    static boolean isStorable(RecordEntry.Expected expected) {
        return isStorable(expected.value())
                && expected.moment().length() <= LONGEST_CODE
                && expected.score().length() <= LONGEST_SCORE;
    }

    static <T extends RecordEntry> java.util.stream.Stream<T> entries(List<RecordEntry> record, Class<T> type) {
        return record.stream().filter(type::isInstance).map(type::cast);
    }

    private static Outcomes.EpisodeFact episode(
            EpisodeCourse course,
            RecordEntry.@Nullable Person person,
            EventsAfterIndex after,
            AttainedGoals goals,
            @Nullable String team) {
        DateSpan index = course.index();
        AgeAtIndex age = AgeAtIndex.of(person, index);
        CanonicalReference pathway = course.pathway().canonical();
        return new Outcomes.EpisodeFact(
                course.episode().id(),
                pathway.url(),
                String.valueOf(pathway.version()),
                course.organization(),
                code(course.side()),
                index == null ? null : index.from(),
                index == null ? null : index.to(),
                person == null ? null : person.sex(),
                age.years(),
                age.band(),
                person == null ? RecordEntry.Background.UNKNOWN : person.background(),
                after.end().map(EventsAfterIndex.End::event).orElse(null),
                after.end().map(EventsAfterIndex.End::from).orElse(null),
                course.practitioner(),
                course.daysToIndex(),
                goals.of(course.episode()),
                team);
    }

    /** Of several nobody can say which one answers. */
    private static @Nullable String team(RecordEntry.Episode episode, List<RecordEntry> record) {
        List<String> owners = entries(record, RecordEntry.OwningTeam.class)
                .map(RecordEntry.OwningTeam::id)
                .filter(episode.teams()::contains)
                .toList();
        return owners.size() == 1 ? owners.get(0) : null;
    }

    private static Outcomes.MomentFact moment(
            EpisodeCourse course, Pathway.Moment moment, EventsAfterIndex after, Answers answers) {
        DateSpan index = course.index();
        boolean counted = moment.isBaseline()
                || index == null
                || !after.endsBefore(index.to().plusDays(moment.window().closes()));
        return new Outcomes.MomentFact(
                course.episode().id(),
                moment.code(),
                index == null ? null : index.from().plusDays(moment.window().opens()),
                index == null ? null : index.to().plusDays(moment.window().closes()),
                answers.invited(course, moment),
                counted);
    }

    /** Several RiskAssessments of one model about one episode: the one with the greatest id counts, so that the result does not depend on arrival. */
    private static List<Outcomes.ExpectationFact> expectations(List<RecordEntry> record, List<EpisodeCourse> courses) {
        Map<String, EpisodeCourse> byId =
                courses.stream().collect(Collectors.toMap(c -> c.episode().id(), c -> c));
        Map<String, Outcomes.ExpectationFact> facts = new HashMap<>();
        entries(record, RecordEntry.Expectation.class)
                .filter(expectation -> expectation.model().length() <= LONGEST_MODEL)
                .sorted(Comparator.comparing(RecordEntry.Expectation::id))
                .forEach(expectation -> expectation.episodes().stream()
                        .filter(byId::containsKey)
                        .forEach(episode -> expectation.values().stream()
                                .filter(OutcomeDerivation::isStorable)
                                .forEach(value -> facts.put(
                                        String.join("\n", episode, value.moment(), value.score(), expectation.model()),
                                        new Outcomes.ExpectationFact(
                                                episode,
                                                value.moment(),
                                                value.score(),
                                                expectation.model(),
                                                "RiskAssessment/" + expectation.id(),
                                                value.value())))));
        return new ArrayList<>(facts.values());
    }

    private static <T> List<T> sorted(List<T> facts, Function<T, String> key) {
        return facts.stream().sorted(Comparator.comparing(key)).toList();
    }
}
