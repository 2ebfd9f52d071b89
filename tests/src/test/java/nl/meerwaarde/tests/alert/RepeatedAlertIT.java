package nl.meerwaarde.tests.alert;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Clients;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.SafetyAlerts;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** One answer raises one alert, however often it is sent; another answer raises another. */
class RepeatedAlertIT {
    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final Mood mood = Mood.on(fhir);

    @Test
    void aResponseThatIsSentTwiceRaisesOne() {
        Answers answers = mood.of(patient, "often");
        answers.submit().id();
        answers.submit().id();
        assertThat(SafetyAlerts.tasks(patient)).hasSize(1);
        assertThat(SafetyAlerts.flags(patient)).hasSize(1);
    }

    @Test
    void manyWhoSendTheSameAtOnceRaiseOne() {
        Answers answers = mood.of(patient, "often");
        Clients.atOnce(8, client -> answers.submit())
                .forEach(reply -> assertThat(reply).isCreated());
        assertThat(SafetyAlerts.tasks(patient)).hasSize(1);
        assertThat(SafetyAlerts.flags(patient)).hasSize(1);
    }

    @Test
    void aRefusedResponseThatIsSentTwiceRaisesOne() {
        assertThat(mood.unnamed(patient, "often").submit()).hasStatus(422);
        assertThat(mood.unnamed(patient, "often").submit()).hasStatus(422);
        assertThat(SafetyAlerts.tasks(patient)).hasSize(1);
    }

    /** Also when the portal says another time at the second try. The alert then knows the response. */
    @Test
    void aRefusedResponseThatIsCorrectedRaisesOne() {
        assertThat(mood.unnamed(patient, "often").submit()).hasStatus(422);
        String alert = SafetyAlerts.task(patient).getIdPart();
        String response = mood.of(patient, "often")
                .on("2026-02-20T10:07:00+01:00")
                .submit()
                .id();
        Task task = SafetyAlerts.task(patient);
        assertThat(task.getIdPart()).isEqualTo(alert);
        assertThat(task.getFocus().getReference()).isEqualTo("QuestionnaireResponse/" + response);
    }

    @Test
    void aDraftThatIsCompletedRaisesOne() {
        Answers answers = mood.of(patient, "often").status(QuestionnaireResponseStatus.INPROGRESS);
        String response = answers.submit().id();
        assertThat(answers.status(QuestionnaireResponseStatus.COMPLETED)
                        .on("2026-02-20T10:30:00+01:00")
                        .submitAs(response))
                .hasStatus(200);
        assertThat(SafetyAlerts.tasks(patient)).hasSize(1);
    }

    /** Long after somebody dealt with it, something else of the response is amended. */
    @Test
    void anAmendedResponseRaisesNothingMore() {
        Answers answers = mood.of(patient, "often").on("2026-02-20");
        String response = answers.submit().id();
        finish(SafetyAlerts.task(patient));
        assertThat(answers.answer("despair", 1)
                        .status(QuestionnaireResponseStatus.AMENDED)
                        .submitAs(response))
                .hasStatus(200);
        assertThat(SafetyAlerts.tasks(patient)).hasSize(1);
    }

    @Test
    void anotherAlarmingAnswerOfTheSameResponseRaisesAnother() {
        Answers answers = mood.of(patient, "sometimes");
        String response = answers.submit().id();
        assertThat(answers.answer("thoughts", "often").submitAs(response)).hasStatus(200);
        assertThat(SafetyAlerts.tasks(patient)).hasSize(2);
    }

    @Test
    void aLaterResponseRaisesAnother() {
        mood.of(patient, "often").submit().id();
        mood.of(patient, "often").on("2026-03-20T10:05:00+01:00").submit().id();
        assertThat(SafetyAlerts.tasks(patient)).hasSize(2);
        assertThat(SafetyAlerts.flags(patient)).hasSize(2);
    }

    /** Who was refused, was helped, and cries again cries anew. */
    @Test
    void aNewCryAfterTheOldOneWasAnsweredRaisesAnother() {
        assertThat(mood.unnamed(patient, "often").submit()).hasStatus(422);
        finish(SafetyAlerts.task(patient));
        mood.of(patient, "often").on("2026-02-20T18:00:00+01:00").submit().id();
        assertThat(SafetyAlerts.tasks(patient)).hasSize(2);
    }

    @Test
    void anotherPatientRaisesAnother() {
        TestPatient other = Patients.create(fhir);
        mood.of(patient, "often").submit().id();
        mood.of(other, "often").submit().id();
        assertThat(SafetyAlerts.tasks(patient)).hasSize(1);
        assertThat(SafetyAlerts.tasks(other)).hasSize(1);
    }

    private void finish(Task task) {
        assertThat(fhir.put(task.setStatus(TaskStatus.COMPLETED))).hasStatus(200);
    }
}
