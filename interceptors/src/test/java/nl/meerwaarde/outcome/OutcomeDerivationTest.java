package nl.meerwaarde.outcome;

import static nl.meerwaarde.outcome.Records.bmi;
import static nl.meerwaarde.outcome.Records.episode;
import static nl.meerwaarde.outcome.Records.health;
import static nl.meerwaarde.outcome.Records.knee;
import static nl.meerwaarde.outcome.Records.kneeAtMoment;
import static nl.meerwaarde.outcome.Records.kneeByProxy;
import static nl.meerwaarde.outcome.Records.kneeOf;
import static nl.meerwaarde.outcome.Records.operation;
import static nl.meerwaarde.outcome.Records.revision;
import static nl.meerwaarde.outcome.Records.stay;
import static nl.meerwaarde.outcome.Records.treatedBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeDerivationTest {
    private final OutcomeDerivation derivation = new OutcomeDerivation(Records::pathways, pathway -> List.of());

    @Test
    void theLastAnswerBeforeTheOperationIsTheBaseline() {
        assertThat(counting(
                        episode("e", null),
                        operation("o", "e", 0),
                        knee("early", -100, 20),
                        knee("last", -3, 22),
                        knee("too-old", -183, 30)))
                .containsExactly("e baseline QuestionnaireResponse/last");
    }

    @Test
    void anAnswerAfterTheOperationIsNeverTheBaseline() {
        assertThat(counting(episode("e", null), operation("o", "e", 0), knee("late", 1, 20)))
                .isEmpty();
    }

    @Test
    void theAnswerNearestToTheTargetDayCountsAndATieGoesToTheEarlier() {
        assertThat(counting(
                        episode("e", null),
                        operation("o", "e", 0),
                        knee("far", 130, 30),
                        knee("before", 180, 31),
                        knee("after", 186, 32)))
                .containsExactly("e month-6 QuestionnaireResponse/before");
    }

    @Test
    void answersThatDoNotCountAreKept() {
        Outcomes outcomes = derive(episode("e", null), operation("o", "e", 0), knee("a", 130, 30), knee("b", 180, 31));
        assertThat(outcomes.scores()).hasSize(2);
    }

    @Test
    void aPatientsOwnAnswerGoesBeforeAProxys() {
        assertThat(counting(
                        episode("e", null),
                        operation("o", "e", 0),
                        kneeByProxy("proxy", 183, 30),
                        knee("own", 300, 31)))
                .containsExactly("e month-6 QuestionnaireResponse/own");
    }

    @Test
    void aKneeIsAnsweredPerSideAndHealthForBoth() {
        assertThat(counting(
                        episode("left", "7771000"),
                        episode("right", "24028007"),
                        operation("ol", "left", 0),
                        operation("or", "right", 10),
                        kneeOf("l", "7771000", -5, 20),
                        kneeOf("r", "24028007", -5, 25),
                        health("h", -5, 70)))
                .containsExactlyInAnyOrder(
                        "left baseline QuestionnaireResponse/l",
                        "right baseline QuestionnaireResponse/r",
                        "left baseline QuestionnaireResponse/h",
                        "right baseline QuestionnaireResponse/h");
    }

    @Test
    void theMomentAnAnswerNamesGoesBeforeItsDate() {
        DateSpan year = new DateSpan(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), null);
        assertThat(counting(episode("e", null), operation("o", "e", 0), kneeAtMoment("q", "e", "month-6", year, 40)))
                .containsExactly("e month-6 QuestionnaireResponse/q");
    }

    @Test
    void aDateTooVagueForAWindowBelongsToNoMoment() {
        DateSpan year = new DateSpan(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), null);
        assertThat(counting(episode("e", null), operation("o", "e", 0), kneeAtMoment("q", "e", null, year, 40)))
                .isEmpty();
    }

    @Test
    void whatAClinicianRecordsIsAFactToo() {
        assertThat(counting(episode("e", null), operation("o", "e", 0), bmi("w", 190, "27.5")))
                .containsExactly("e month-6 Observation/w");
    }

    @Test
    void deathTakesTheEpisodeOutOfLaterMoments() {
        Outcomes outcomes = derivation.derive(
                List.of(episode("e", null), operation("o", "e", 0), Records.died(310)), Records.died(310));
        assertThat(outcomes.moments())
                .extracting(Outcomes.MomentFact::moment, Outcomes.MomentFact::counted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("baseline", true),
                        org.assertj.core.groups.Tuple.tuple("month-12", false),
                        org.assertj.core.groups.Tuple.tuple("month-6", true));
        assertThat(outcomes.episodes().get(0).endedBy()).isEqualTo("death");
    }

    @Test
    void aRevisionOfTheSameSideEndsFollowUpAndOneOfTheOtherDoesNot() {
        Outcomes same = derive(
                episode("e", "7771000"), operation("o", "e", 0), revision("r", "7771000"), operation("ro", "r", 100));
        Outcomes other = derive(
                episode("e", "7771000"), operation("o", "e", 0), revision("r", "24028007"), operation("ro", "r", 100));
        assertThat(same.episodes().get(0).endedBy()).isEqualTo("revision");
        assertThat(other.episodes().get(0).endedBy()).isNull();
    }

    @Test
    void aReadmissionWithinThirtyDaysIsAnEvent() {
        Outcomes outcomes = derive(
                episode("e", null),
                operation("o", "e", 0),
                stay("in-time", 30),
                stay("too-late", 31),
                stay("same-day", 0));
        assertThat(outcomes.events()).extracting(Outcomes.EventFact::source).containsExactly("Encounter/in-time");
    }

    @Test
    void ageAndOrganisationAreThoseOfTheOperation() {
        Outcomes.EpisodeFact fact =
                derive(episode("e", null), operation("o", "e", 0)).episodes().get(0);
        assertThat(fact.age()).isEqualTo(70);
        assertThat(fact.ageBand()).isEqualTo("70-79");
        assertThat(fact.organization()).isEqualTo("hospital");
        assertThat(derive(episode("e", null)).episodes().get(0).organization()).isEqualTo("author-org");
    }

    @ParameterizedTest
    @CsvSource({"a b, b, b", "a b, b c, b", "a b, a b,", "a, b,", "'', a,"})
    void theOnlyTeamThatAnswersAmongThoseItNamesIsTheTeamOfAnEpisode(
            String named, String owners, @Nullable String expected) {
        List<RecordEntry> record = new ArrayList<>(List.of(treatedBy("e", named.split(" ")), operation("o", "e", 0)));
        Stream.of(owners.split(" ")).map(RecordEntry.OwningTeam::new).forEach(record::add);

        assertThat(derivation.derive(record, Records.alive()).episodes().get(0).team())
                .isEqualTo(expected);
    }

    private List<String> counting(RecordEntry... record) {
        return derive(record).scores().stream()
                .filter(Outcomes.ScoreFact::counts)
                .map(fact -> fact.episode() + " " + fact.moment() + " " + fact.source())
                .toList();
    }

    private Outcomes derive(RecordEntry... record) {
        return derivation.derive(List.of(record), Records.alive());
    }
}
