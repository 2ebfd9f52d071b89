package nl.meerwaarde.tests.goal;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Scores propose how far a goal was reached, the patient has the last word, and only that counts. */
class GoalAttainmentIT {
    private static final String KNEE = "oxford-knee-score";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    /** Twelve answers of 3 make 36, which is more than expected. */
    private String answers(String each, String day) {
        return patient.answers(KNEE).all(each).on(day).submit().id();
    }

    private static int level(Observation attainment) {
        return ((IntegerType) attainment.getValue()).getValue();
    }

    private static String achievement(Goal goal) {
        return goal.getAchievementStatus().getCodingFirstRep().getCode();
    }

    @Test
    void aScoreProposesAnAttainmentAndChangesNothingElse() {
        TestGoal goal = TestGoal.scaled(patient);
        answers("3", "2026-05-01");
        assertThat(goal.proposals()).singleElement().satisfies(proposal -> {
            assertThat(level(proposal)).isEqualTo(1);
            assertThat(proposal.getPerformer()).isEmpty();
            assertThat(proposal.getDerivedFromFirstRep().getReference()).startsWith("Observation/");
        });
        assertThat(goal.read().hasAchievementStatus()).isFalse();
    }

    @Test
    void whatThePatientConfirmsStandsInTheGoalAndInTheScore() {
        TestGoal goal = TestGoal.scaled(patient);
        TestEpisode episode = patient.episode("knee-replacement-primary", Side.LEFT);
        episode.change(plan -> plan.addGoal(new Reference(goal.reference())));
        answers("3", "2026-05-01");
        Observation proposal = goal.proposals().get(0);
        assertThat(goal.confirm(proposal)).succeeded();
        Goal read = goal.read();
        assertThat(achievement(read)).isEqualTo("achieved");
        assertThat(read.getStatusDateElement().getValueAsString()).isEqualTo("2026-05-01");
        assertThat(read.getOutcomeReference())
                .extracting(Reference::getReference)
                .containsExactly("Observation/" + proposal.getIdElement().getIdPart());
        assertThat(goal.proposals()).isEmpty();
        assertThat(goal.scores()).singleElement().satisfies(score -> {
            assertThat(score.getValueQuantity().getValue()).isEqualByComparingTo("60");
            assertThat(score.getBasedOnFirstRep().getReference()).isEqualTo(episode.reference());
        });
    }

    @Test
    void goalsOfAnEpisodeCountTogetherByTheirWeight() {
        TestGoal first = TestGoal.scaled(patient);
        TestGoal second = TestGoal.scaled(patient);
        TestEpisode episode = patient.episode("knee-replacement-primary", Side.LEFT);
        episode.change(
                plan -> plan.addGoal(new Reference(first.reference())).addGoal(new Reference(second.reference())));
        assertThat(fhir.post(first.rating(patient.reference(), -2, "2026-05-01")))
                .isCreated();
        assertThat(fhir.post(second.rating(patient.reference(), -2, "2026-05-01")))
                .isCreated();
        assertThat(first.scores())
                .singleElement()
                .satisfies(
                        score -> assertThat(score.getValueQuantity().getValue()).isEqualByComparingTo("25.19"));
    }

    @Test
    void theFollowingRatingsTellTheCourse() {
        TestGoal goal = TestGoal.scaled(patient);
        assertThat(fhir.post(goal.rating(patient.reference(), -2, "2026-03-01")))
                .isCreated();
        assertThat(achievement(goal.read())).isEqualTo("in-progress");
        assertThat(fhir.post(goal.rating(patient.reference(), -1, "2026-04-01")))
                .isCreated();
        assertThat(achievement(goal.read())).isEqualTo("improving");
        assertThat(fhir.post(goal.rating(patient.reference(), 0, "2026-05-01"))).isCreated();
        assertThat(achievement(goal.read())).isEqualTo("achieved");
        assertThat(fhir.post(goal.rating(patient.reference(), -1, "2027-01-01")))
                .isCreated();
        assertThat(achievement(goal.read())).isEqualTo("not-achieved");
        assertThat(goal.read().getOutcomeReference()).hasSize(4);
    }

    @Test
    void aThresholdIsReachedOrNot() {
        TestGoal goal = TestGoal.threshold(patient);
        answers("3", "2026-05-01");
        assertThat(goal.proposals())
                .singleElement()
                .satisfies(proposal -> assertThat(((BooleanType) proposal.getValue()).booleanValue())
                        .isFalse());
        answers("4", "2026-06-01");
        assertThat(goal.proposals())
                .singleElement()
                .satisfies(proposal -> assertThat(((BooleanType) proposal.getValue()).booleanValue())
                        .isTrue());
    }

    @Test
    void anAnswerAboutTheGoalIsProposedToo() {
        TestGoal goal = TestGoal.scaled(patient);
        TestGoal another = TestGoal.scaled(patient);
        patient.answers("goal-attainment")
                .answer("goal-attainment-value", -1)
                .change(response -> response.addExtension(Extensions.GOAL, new Reference(goal.reference())))
                .on("2026-05-01")
                .submit()
                .id();
        assertThat(goal.proposals())
                .singleElement()
                .satisfies(proposal -> assertThat(level(proposal)).isEqualTo(-1));
        assertThat(another.proposals()).isEmpty();
    }

    @Test
    void aRatingOfAClinicianIsAProposalToo() {
        TestGoal goal = TestGoal.scaled(patient);
        String clinician = "Practitioner/" + fhir.post(new Practitioner()).id();
        Observation rating = goal.rating(clinician, 1, "2026-05-01");
        assertThat(fhir.post(rating))
                .isRefusedWith(new Complaint(
                        ProblemCode.ATTAINMENT_UNCONFIRMED, "Observation.status", "until then it is preliminary"));
        rating.setStatus(ObservationStatus.PRELIMINARY);
        rating.setId(fhir.post(rating).id());
        assertThat(goal.read().hasAchievementStatus()).isFalse();
        rating.setStatus(ObservationStatus.FINAL);
        rating.addExtension(Extensions.CONFIRMED_BY, new Reference(patient.reference()));
        assertThat(fhir.put(rating)).succeeded();
        assertThat(achievement(goal.read())).isEqualTo("achieved");
    }

    @Test
    void whoDisagreesIsNotAskedAgain() {
        TestGoal goal = TestGoal.scaled(patient);
        answers("3", "2026-05-01");
        Observation proposal = goal.proposals().get(0);
        assertThat(fhir.patch(
                        "Observation/" + proposal.getIdElement().getIdPart(),
                        "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"cancelled\"}]"))
                .succeeded();
        assertThat(goal.proposals()).isEmpty();
        answers("4", "2026-06-01");
        assertThat(goal.proposals()).hasSize(1);
    }

    @Test
    void aProposalIsAnsweredAndNotRewritten() {
        TestGoal goal = TestGoal.scaled(patient);
        answers("3", "2026-05-01");
        Observation proposal = goal.proposals().get(0);
        String path = "Observation/" + proposal.getIdElement().getIdPart();
        Complaint derived =
                new Complaint(ProblemCode.DERIVED_RESOURCE, "Observation.identifier", "store an attainment of its own");
        Observation better = proposal.copy();
        better.setValue(new IntegerType(2));
        assertThat(fhir.put(better)).isRefusedWith(derived);
        assertThat(fhir.delete(path)).isRefusedWith(derived);
        assertThat(goal.proposals()).hasSize(1);
    }

    @Test
    void theScoreIsNobodysToWrite() {
        TestGoal goal = TestGoal.scaled(patient);
        TestEpisode episode = patient.episode("knee-replacement-primary", Side.LEFT);
        episode.change(plan -> plan.addGoal(new Reference(goal.reference())));
        assertThat(fhir.post(goal.rating(patient.reference(), 2, "2026-05-01"))).isCreated();
        Observation score = goal.scores().get(0);
        score.getValueQuantity().setValue(80);
        assertThat(fhir.put(score))
                .isRefusedWith(new Complaint(
                        ProblemCode.DERIVED_RESOURCE, "Observation.identifier", "derived from confirmed attainments"));
    }

    @Test
    void aMistakeTakesBackWhatFollowedFromIt() {
        TestGoal goal = TestGoal.scaled(patient);
        TestEpisode episode = patient.episode("knee-replacement-primary", Side.LEFT);
        episode.change(plan -> plan.addGoal(new Reference(goal.reference())));
        Observation rating = goal.rating(patient.reference(), 2, "2026-05-01");
        rating.setId(fhir.post(rating).id());
        rating.setStatus(ObservationStatus.ENTEREDINERROR);
        assertThat(fhir.put(rating)).succeeded();
        assertThat(achievement(goal.read())).isEqualTo("in-progress");
        assertThat(goal.read().getOutcomeReference()).isEmpty();
        assertThat(goal.scores()).isEmpty();
    }

    @Test
    void aProposalGoesWithItsScoreAndWithItsGoal() {
        TestGoal goal = TestGoal.scaled(patient);
        String response = answers("3", "2026-05-01");
        assertThat(fhir.delete("QuestionnaireResponse/" + response)).succeeded();
        assertThat(goal.proposals()).isEmpty();
        answers("3", "2026-06-01");
        assertThat(goal.proposals()).hasSize(1);
        assertThat(fhir.delete(goal.reference())).succeeded();
        assertThat(goal.proposals()).isEmpty();
    }

    /** Whichever order the entries of a transaction have. */
    @Test
    void everythingInOneTransaction() {
        Bundle transaction = TestGoal.transaction();
        Bundles.create(
                transaction, patient.answers(KNEE).all("4").on("2026-05-01").response());
        TestGoal.create(transaction, patient);
        Reply reply = fhir.bundle(transaction);
        TestGoal goal = new TestGoal(patient, Bundles.idOf(reply, "Goal"));
        assertThat(goal.proposals())
                .singleElement()
                .satisfies(proposal -> assertThat(level(proposal)).isEqualTo(2));
    }
}
