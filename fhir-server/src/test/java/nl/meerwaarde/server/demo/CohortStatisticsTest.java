package nl.meerwaarde.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rates of a large cohort: like those of registries, in wide ranges. */
class CohortStatisticsTest {
    private static final List<SyntheticPatient> PATIENTS = Cohorts.many();

    @Test
    void mostArePrimaryKnees() {
        assertThat(share(episodes(PATIENTS), episode -> episode.caseMix().joint() == Joint.KNEE))
                .isBetween(0.70, 0.82);
        assertThat(share(episodes(PATIENTS), episode -> episode.caseMix().revision()))
                .isBetween(0.05, 0.10);
    }

    @Test
    void someHaveBothSidesReplacedAndSomeOnOneDay() {
        Predicate<SyntheticPatient> both = patient -> patient.episodes().stream()
                        .map(SyntheticEpisode::side)
                        .distinct()
                        .count()
                == 2;
        Predicate<SyntheticPatient> together =
                patient -> patient.episodes().stream().anyMatch(episode -> episode.twin() != null);

        assertThat(share(PATIENTS.stream(), both)).isBetween(0.06, 0.13);
        assertThat(share(PATIENTS.stream(), together)).isBetween(0.02, 0.05);
    }

    @Test
    void someDieAndSomeAreRevised() {
        assertThat(share(PATIENTS.stream(), patient -> patient.death() != null)).isBetween(0.015, 0.05);
        assertThat(share(
                        PATIENTS.stream(),
                        patient -> patient.episodes().stream()
                                .anyMatch(episode ->
                                        episode.end() != null && !episode.end().equals(patient.death()))))
                .isBetween(0.01, 0.04);
    }

    @Test
    void nobodyIsAskedOrAnswersAfterDeathOrRevision() {
        assertThat(episodes(PATIENTS).filter(episode -> episode.end() != null))
                .isNotEmpty()
                .allSatisfy(episode -> assertThat(episode.sittings())
                        .extracting(Sitting::attendance)
                        .allSatisfy(attendance -> {
                            assertThat(attendance.invited()).isBefore(episode.end());
                            if (attendance.answered() != null) {
                                assertThat(attendance.answered().toLocalDate()).isBefore(episode.end());
                            }
                        }));
    }

    @Test
    void someAnswerThroughOthers() {
        assertThat(share(
                        PATIENTS.stream(),
                        patient -> patient.answering().respondent().equals("proxy")))
                .isBetween(0.01, 0.04);
        assertThat(share(
                        PATIENTS.stream(),
                        patient -> patient.answering().respondent().equals("interpreter-assisted")))
                .isBetween(0.015, 0.045);
        assertThat(PATIENTS).extracting(patient -> patient.answering().mode()).contains("web", "paper", "telephone");
        assertThat(PATIENTS)
                .extracting(patient -> patient.answering().language())
                .containsOnly("nl", "en");
    }

    @Test
    void dropOutDependsOnTheHospital() {
        assertThat(answerRate(at("demo-noord"))).isBetween(0.72, 0.88);
        assertThat(answerRate(at("demo-polder"))).isBetween(0.25, 0.45);
    }

    @Test
    void dropOutDependsOnAge() {
        Predicate<SyntheticPatient> old = patient -> patient.birth().isBefore(Cohorts.REFERENCE.minusYears(82));

        assertThat(answerRate(PATIENTS.stream().filter(old)))
                .isLessThan(answerRate(PATIENTS.stream().filter(old.negate())) - 0.03);
    }

    @Test
    void scoresLookLikeThoseOfRegistries() {
        assertThat(meanScore(Joint.KNEE, Moment.BASELINE)).isBetween(17.5, 21.5);
        assertThat(meanScore(Joint.KNEE, Moment.MONTH_6)).isBetween(34.0, 38.0);
        assertThat(meanScore(Joint.HIP, Moment.BASELINE)).isBetween(16.5, 20.5);
        assertThat(meanScore(Joint.HIP, Moment.MONTH_6)).isBetween(39.0, 43.0);
    }

    @Test
    void manyHipsReachTheBestScore() {
        assertThat(share(scores(Joint.HIP, Moment.MONTH_6), score -> score == 48))
                .isBetween(0.08, 0.22);
        assertThat(share(scores(Joint.HIP, Moment.BASELINE), score -> score == 48))
                .isLessThan(0.001);
    }

    @Test
    void someAnswersAreMissingAndAFewTooMany() {
        assertThat(share(sheets(), sheet -> sheet.items().contains(null))).isBetween(0.05, 0.1);
        assertThat(share(sheets(), sheet -> sheet.score().isEmpty())).isBetween(0.008, 0.025);
    }

    @Test
    void theCaseMixModelIsAboutRight() {
        Report knees = Report.of(new SyntheticCohort(7, 8_000, Cohorts.REFERENCE), Joint.KNEE);

        assertThat(knees.meanResidual()).isBetween(-2.0, 2.0);
        assertThat(knees.status("demo-west")).isEqualTo("below-99-8");
        assertThat(knees.status("demo-heuvel")).isEqualTo("above-99-8");
        assertThat(knees.status("demo-oost")).isEqualTo("within");
    }

    private static Stream<SyntheticEpisode> episodes(List<SyntheticPatient> patients) {
        return patients.stream().flatMap(patient -> patient.episodes().stream());
    }

    private static Stream<SyntheticPatient> at(String hospital) {
        return PATIENTS.stream().filter(patient -> patient.hospital().id().equals(hospital));
    }

    /** Of those who could have answered at 6 months. */
    private static double answerRate(Stream<SyntheticPatient> patients) {
        Stream<SyntheticEpisode> followed = patients.flatMap(patient -> patient.episodes().stream())
                .filter(episode ->
                        episode.end() == null && episode.index().plusDays(305).isBefore(Cohorts.REFERENCE));
        return share(followed, episode -> episode.sittings().stream().anyMatch(CohortStatisticsTest::isMonth6Answer));
    }

    private static boolean isMonth6Answer(Sitting sitting) {
        return sitting.oxford() != null && sitting.attendance().moment() == Moment.MONTH_6;
    }

    private static double meanScore(Joint joint, Moment moment) {
        return scores(joint, moment).mapToDouble(score -> score).average().orElseThrow();
    }

    private static Stream<Double> scores(Joint joint, Moment moment) {
        return episodes(PATIENTS)
                .filter(episode ->
                        episode.caseMix().joint() == joint && !episode.caseMix().revision())
                .flatMap(episode -> episode.sittings().stream())
                .filter(sitting -> sitting.attendance().moment() == moment && sitting.oxford() != null)
                .flatMap(sitting -> sitting.oxford().score().stream().boxed());
    }

    private static Stream<OxfordAnswers> sheets() {
        return episodes(PATIENTS)
                .flatMap(episode -> episode.sittings().stream())
                .map(Sitting::oxford)
                .filter(Objects::nonNull);
    }

    private static <T> double share(Stream<T> all, Predicate<T> of) {
        return all.mapToInt(one -> of.test(one) ? 1 : 0).average().orElseThrow();
    }
}
