package nl.meerwaarde.outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/**
 * Which answers belong to which moment of which episode, and which of several counts.
 *
 * <p>The moment is the one the answer itself names (for the episode it is based on), else that of the Task it fulfilled, else found by window. At
 * baseline the last answer counts, at a follow-up the one nearest to the target day, a tie going to the earlier; a patient's own answer goes before
 * a proxy's. One response may serve several episodes, unless its instrument is asked per side.
 */
final class Answers {
    private static final String CLINICIAN = "clinician";
    private static final String PROXY = "proxy";
    private static final String RESPONSE = "QuestionnaireResponse/";
    private static final Set<String> NEVER_ASKED = Set.of("draft", "rejected", "cancelled", "failed");

    private final List<RecordEntry.Invitation> invitations;
    private final List<EpisodeCourse> courses;
    private final List<Placed> placed = new ArrayList<>();

    /**
     * An answer at a moment of an episode.
     *
     * @param questionnaire address of the Questionnaire that was answered, or null when a clinician recorded it
     * @param daysFromTarget distance to the target day, or null when a date is unknown
     */
    private record Placed(
            EpisodeCourse course,
            Pathway.Moment moment,
            String source,
            @Nullable String questionnaire,
            String respondent,
            @Nullable DateSpan authored,
            @Nullable Long daysFromTarget,
            List<Outcomes.ScoreFact> facts) {}

    Answers(List<RecordEntry> record, List<EpisodeCourse> courses) {
        this.courses = courses;
        this.invitations = OutcomeDerivation.entries(record, RecordEntry.Invitation.class)
                .sorted(Comparator.comparing(RecordEntry.Invitation::id))
                .toList();
        OutcomeDerivation.entries(record, RecordEntry.Response.class).forEach(this::place);
        OutcomeDerivation.entries(record, RecordEntry.Measurement.class).forEach(this::place);
    }

    /** Whether the patient was asked at this moment; an answer is proof of that. */
    boolean invited(EpisodeCourse course, Pathway.Moment moment) {
        boolean asked = invitations.stream()
                .filter(invitation -> !NEVER_ASKED.contains(invitation.status()))
                .anyMatch(invitation ->
                        invitation.episodes().contains(course.episode().id())
                                && moment.code().equals(invitation.moment()));
        return asked
                || placed.stream()
                        .anyMatch(answer -> answer.course() == course
                                && answer.moment() == moment
                                && !answer.respondent().equals(CLINICIAN));
    }

    /** The response that counts for a Questionnaire at a moment, by its id. */
    Optional<String> response(EpisodeCourse course, String moment, String questionnaire) {
        return placed.stream()
                .filter(answer -> answer.course() == course
                        && answer.moment().code().equals(moment)
                        && questionnaire.equals(answer.questionnaire()))
                .min(BEST)
                .map(answer -> answer.source().substring(RESPONSE.length()));
    }

    /** The facts of all placed answers, those that count marked. Answers compete per score: two instruments may share one (EQ VAS). */
    List<Outcomes.ScoreFact> facts() {
        Map<String, Placed> counting = new HashMap<>();
        for (Placed answer : placed) {
            answer.facts().forEach(fact -> counting.merge(slot(fact), answer, BinaryOperator.minBy(BEST)));
        }
        return placed.stream()
                .flatMap(answer ->
                        answer.facts().stream().map(fact -> counting.get(slot(fact)) == answer ? counts(fact) : fact))
                .toList();
    }

    private static String slot(Outcomes.ScoreFact fact) {
        return String.join("\n", fact.episode(), fact.moment(), fact.score());
    }

    private static final Comparator<Placed> BEST = Comparator.comparing(
                    (Placed answer) -> answer.respondent().equals(PROXY))
            .thenComparing(Answers::distance)
            .thenComparing(Answers::day)
            .thenComparing(Placed::source);

    /** At baseline the later the better, so the distance is counted back from the index day; undated answers come last. */
    private static long distance(Placed answer) {
        if (answer.daysFromTarget() == null) {
            return Long.MAX_VALUE;
        }
        return answer.moment().isBaseline() ? -instantOrDay(answer) : Math.abs(answer.daysFromTarget());
    }

    private static long instantOrDay(Placed answer) {
        DateSpan authored = java.util.Objects.requireNonNull(answer.authored());
        return authored.instant() == null
                ? authored.from().toEpochDay() * 86_400
                : authored.instant().getEpochSecond();
    }

    private static long day(Placed answer) {
        return answer.authored() == null ? Long.MAX_VALUE : instantOrDay(answer);
    }

    private void place(RecordEntry.Response response) {
        String questionnaire =
                CanonicalReference.parse(response.questionnaire()).url();
        for (EpisodeCourse course : courses) {
            if (mayServe(response, course, questionnaire)) {
                momentOf(response, course, questionnaire)
                        .ifPresent(moment -> placed.add(new Placed(
                                course,
                                moment,
                                RESPONSE + response.id(),
                                questionnaire,
                                response.respondent(),
                                response.authored(),
                                daysFromTarget(course, moment, response.authored()),
                                response.scores().stream()
                                        .map(score -> fact(course, moment, response, score))
                                        .toList())));
            }
        }
    }

    /** A response that says which episode it is based on serves no other one when the instrument is about one joint. */
    private static boolean mayServe(RecordEntry.Response response, EpisodeCourse course, String questionnaire) {
        boolean named = response.episodes().contains(course.episode().id());
        if (response.sideSpecific() && !response.episodes().isEmpty() && !named) {
            return false;
        }
        return (named || course.pathway().asks(questionnaire))
                && (!response.sideSpecific() || course.fitsSide(response.side()));
    }

    private Optional<Pathway.Moment> momentOf(
            RecordEntry.Response response, EpisodeCourse course, String questionnaire) {
        if (response.moment() != null
                && response.episodes().contains(course.episode().id())) {
            return course.pathway().moment(response.moment());
        }
        Optional<Pathway.Moment> ofTask = invitations.stream()
                .filter(task -> response.id().equals(task.response())
                        && task.episodes().contains(course.episode().id()))
                .map(task -> task.moment() == null
                        ? Optional.<Pathway.Moment>empty()
                        : course.pathway().moment(task.moment()))
                .flatMap(Optional::stream)
                .findFirst();
        return ofTask.or(() -> course.pathway().moments().stream()
                .filter(moment -> moment.questionnaires().contains(questionnaire))
                .filter(moment -> isWithin(course, moment, response.authored()))
                .findFirst());
    }

    private void place(RecordEntry.Measurement measurement) {
        for (EpisodeCourse course : courses) {
            if (!course.fitsSide(measurement.side())) {
                continue;
            }
            for (Pathway.Moment moment : course.pathway().moments()) {
                Set<String> wanted = moment.measurements().stream()
                        .map(code -> code.key())
                        .collect(Collectors.toCollection(HashSet::new));
                wanted.retainAll(measurement.codes());
                boolean here = measurement.moment() != null
                                && measurement
                                        .episodes()
                                        .contains(course.episode().id())
                        ? measurement.moment().equals(moment.code())
                        : isWithin(course, moment, measurement.when());
                if (here) {
                    wanted.forEach(code -> placed.add(new Placed(
                            course,
                            moment,
                            "Observation/" + measurement.id(),
                            null,
                            CLINICIAN,
                            measurement.when(),
                            daysFromTarget(course, moment, measurement.when()),
                            List.of(fact(course, moment, measurement, code)))));
                }
            }
        }
    }

    private static boolean isWithin(EpisodeCourse course, Pathway.Moment moment, @Nullable DateSpan when) {
        DateSpan index = course.index();
        if (index == null || when == null) {
            return false;
        }
        boolean rightSideOfIndex = !moment.isBaseline() || !when.isSurelyAfter(index);
        return rightSideOfIndex && moment.window().contains(when.leastDaysAfter(index), when.mostDaysAfter(index));
    }

    private static @Nullable Long daysFromTarget(EpisodeCourse course, Pathway.Moment moment, @Nullable DateSpan when) {
        DateSpan index = course.index();
        return index == null || when == null ? null : when.leastDaysAfter(index) - moment.targetDay();
    }

    private static Outcomes.ScoreFact fact(
            EpisodeCourse course, Pathway.Moment moment, RecordEntry.Response response, RecordEntry.Score score) {
        return new Outcomes.ScoreFact(
                course.episode().id(),
                moment.code(),
                score.score(),
                RESPONSE + response.id(),
                plain(score.value()),
                String.valueOf(OutcomeDerivation.code(response.respondent())),
                OutcomeDerivation.code(response.language()),
                OutcomeDerivation.code(response.mode()),
                response.questionnaire(),
                response.authored() == null ? null : response.authored().from(),
                false);
    }

    private static Outcomes.ScoreFact fact(
            EpisodeCourse course, Pathway.Moment moment, RecordEntry.Measurement measurement, String code) {
        return new Outcomes.ScoreFact(
                course.episode().id(),
                moment.code(),
                code,
                "Observation/" + measurement.id(),
                plain(measurement.value()),
                CLINICIAN,
                null,
                null,
                null,
                measurement.when() == null ? null : measurement.when().from(),
                false);
    }

    /** Facts are compared with what the table holds, so one number has one form. */
    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        return value == null || !OutcomeDerivation.isStorable(value) ? null : OutcomeFacts.stored(value);
    }

    private static Outcomes.ScoreFact counts(Outcomes.ScoreFact fact) {
        return new Outcomes.ScoreFact(
                fact.episode(),
                fact.moment(),
                fact.score(),
                fact.source(),
                fact.value(),
                fact.respondent(),
                fact.language(),
                fact.mode(),
                fact.instrument(),
                fact.authored(),
                true);
    }
}
