package nl.meerwaarde.tests.submission;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** A response that changes takes its scores along: the same Observations, never more of them. */
class ChangedResponseIT {
    private static final String KNEE = "oxford-knee-score";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final Answers answers = patient.answers(KNEE).all("2");

    @Test
    void otherAnswersGiveTheSameObservationAnotherValue() {
        String id = answers.submit().id();
        Observation before = score(id);
        answers.all("3").submitAs(id);
        Observation after = score(id);
        assertThat(after).hasValue("36");
        assertThat(after.getIdElement().getIdPart())
                .isEqualTo(before.getIdElement().getIdPart());
        assertThat(after.getMeta().getVersionId()).isEqualTo("2");
    }

    /** A resubmission without a difference is no news: neither response nor score gets a new version. */
    @Test
    void theSameAnswersAgainChangeNothing() {
        String id = answers.submit().id();
        assertThat(answers.submitAs(id)).hasStatus(200);
        assertThat(score(id).getMeta().getVersionId()).isEqualTo("1");
    }

    @Test
    void anAmendmentIsMarkedInTheScore() {
        String id = answers.submit().id();
        answers.all("1").status(QuestionnaireResponseStatus.AMENDED).submitAs(id);
        assertThat(score(id)).hasValue("12").hasStatus(ObservationStatus.AMENDED);
    }

    @Test
    void aMistakeMarksItsScores() {
        String id = answers.submit().id();
        answers.status(QuestionnaireResponseStatus.ENTEREDINERROR).submitAs(id);
        assertThat(score(id)).hasStatus(ObservationStatus.ENTEREDINERROR);
    }

    @Test
    void aMistakeFromTheStartHasNoScores() {
        String id = answers.status(QuestionnaireResponseStatus.ENTEREDINERROR)
                .submit()
                .id();
        assertThat(Scores.of(fhir, id)).isEmpty();
    }

    @Test
    void aCompletedResponseThatBecomesADraftLosesItsScores() {
        String id = answers.submit().id();
        assertThat(answers.status(QuestionnaireResponseStatus.INPROGRESS).submitAs(id))
                .succeeded();
        assertThat(Scores.of(fhir, id)).isEmpty();
    }

    @Test
    void aPatchIsScoredToo() {
        String id = answers.submit().id();
        String worse = """
                [{"op": "replace", "path": "/item/0/answer/0/valueCoding/code", "value": "0"}]""";
        assertThat(fhir.patch("QuestionnaireResponse/" + id, worse)).hasStatus(200);
        assertThat(score(id)).hasValue("22");
    }

    @Test
    void aPatchMayNotBreakTheRules() {
        String id = answers.submit().id();
        String wrong = """
                [{"op": "replace", "path": "/item/0/answer/0/valueCoding/code", "value": "7"}]""";
        assertThat(fhir.patch("QuestionnaireResponse/" + id, wrong))
                .hasStatus(422)
                .leaksNothing();
        assertThat(score(id)).hasValue("24");
    }

    @Test
    void deletingAResponseDeletesItsScores() {
        String id = answers.submit().id();
        String observation = "Observation/" + score(id).getIdElement().getIdPart();
        assertThat(fhir.delete("QuestionnaireResponse/" + id)).succeeded();
        assertThat(fhir.get("QuestionnaireResponse/" + id)).hasStatus(410);
        assertThat(fhir.get(observation)).hasStatus(410);
        assertThat(Scores.of(fhir, id)).isEmpty();
    }

    @Test
    void aConditionalDeleteDeletesScoresToo() {
        String first = answers.submit().id();
        String second = answers.all("4").submit().id();
        assertThat(fhir.delete("QuestionnaireResponse?subject=" + patient.reference()))
                .succeeded();
        assertThat(Scores.of(fhir, first)).isEmpty();
        assertThat(Scores.of(fhir, second)).isEmpty();
    }

    @Test
    void aDeletedResponseCanComeBack() {
        String id = answers.submit().id();
        String observation = score(id).getIdElement().getIdPart();
        fhir.delete("QuestionnaireResponse/" + id);
        assertThat(answers.all("4").submitAs(id)).succeeded();
        assertThat(score(id)).hasValue("48");
        assertThat(score(id).getIdElement().getIdPart()).isEqualTo(observation);
    }

    /** What others still refer to stays, with its scores: nothing is half deleted. */
    @Test
    void aResponseThatATaskNamesKeepsItsScores() {
        String id = answers.submit().id();
        fhir.post(fulfilledBy(id)).id();
        assertThat(fhir.delete("QuestionnaireResponse/" + id)).hasStatus(409);
        assertThat(score(id)).hasValue("24");
    }

    private Task fulfilledBy(String response) {
        Task task = new Task().setStatus(TaskStatus.COMPLETED).setIntent(TaskIntent.ORDER);
        task.setFor(new Reference(patient.reference()));
        task.setFocus(new Reference("QuestionnaireResponse/" + response));
        return task;
    }

    @Test
    void expungingADeletedResponseRemovesItsScoresForGood() {
        String id = answers.submit().id();
        answers.all("3").submitAs(id);
        String observation = "Observation/" + score(id).getIdElement().getIdPart();
        fhir.delete("QuestionnaireResponse/" + id);
        assertThat(expunge("QuestionnaireResponse/" + id)).succeeded();
        assertThat(fhir.get("QuestionnaireResponse/" + id)).hasStatus(404);
        assertThat(fhir.get(observation)).hasStatus(404);
        assertThat(fhir.get(observation + "/_history/1")).hasStatus(404);
        assertThat(fhir.get(observation + "/_history")).hasStatus(404);
    }

    /** Expunging old versions of a living response is housekeeping, and leaves its scores alone. */
    @Test
    void expungingOldVersionsLeavesTheScores() {
        String id = answers.submit().id();
        answers.all("3").submitAs(id);
        assertThat(expunge("QuestionnaireResponse/" + id)).succeeded();
        assertThat(score(id)).hasValue("36");
    }

    private nl.meerwaarde.tests.support.Reply expunge(String path) {
        String everything = """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "expungeDeletedResources", "valueBoolean": true},
                  {"name": "expungePreviousVersions", "valueBoolean": true}]}""";
        return fhir.post(path + "/$expunge", everything);
    }

    @Test
    void aResponseThatMovesToAnotherPatientTakesItsScoresAlong() {
        TestPatient other = Patients.create(fhir);
        String id = answers.submit().id();
        assertThat(answers.of(other).submitAs(id)).succeeded();
        assertThat(score(id).getSubject().getReference()).isEqualTo(other.reference());
        assertThat(fhir.count("Observation", Map.of("subject", patient.reference())))
                .isZero();
    }

    private Observation score(String response) {
        Observation score = Scores.of(fhir, response).get(KNEE);
        assertThat((Object) score).as("score of response " + response).isNotNull();
        return score;
    }
}
