package nl.meerwaarde.tests.alert;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.SafetyAlerts;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/** Alarming answers that come in Bundles. */
class AlertBundleIT {
    private static final String SYSTEM = "https://tests.meerwaarde.example/patient-number";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final Mood mood = Mood.on(fhir);
    private final Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);

    @Test
    void aTransactionRaisesTheAlert() {
        Bundles.create(transaction, mood.of(patient, "often").response());
        Reply reply = fhir.bundle(transaction);
        assertThat(reply).hasStatus(200);
        assertThat(SafetyAlerts.task(patient).getFocus().getReference())
                .isEqualTo("QuestionnaireResponse/" + Bundles.idOf(reply, "QuestionnaireResponse"));
    }

    /** The response is fine; another entry fails when it is stored, and takes the response with it. */
    @Test
    void aTransactionThatIsRolledBackRaisesTheAlert() {
        Bundles.create(transaction, mood.of(patient, "often").response());
        Procedure operation = TestEpisode.unstoredOperation("2026-03-01");
        operation.setSubject(new Reference("Patient/nobody-" + UUID.randomUUID()));
        Bundles.create(transaction, operation);
        assertThat(fhir.bundle(transaction).status()).isBetween(400, 499);
        assertThat(fhir.count("QuestionnaireResponse", Map.of("subject", patient.reference())))
                .isZero();
        assertThat(SafetyAlerts.task(patient).hasFocus()).isFalse();
        assertThat(SafetyAlerts.flags(patient)).hasSize(1);
    }

    @Test
    void aPatientWhoIsCreatedWithTheResponseIsReferredTo() {
        Reference subject = Bundles.create(transaction, numbered("1"));
        Bundles.create(transaction, mood.of(patient, "often").response().setSubject(subject));
        Reply reply = fhir.bundle(transaction);
        TestPatient created = new TestPatient(fhir, Bundles.idOf(reply, "Patient"));
        Task task = SafetyAlerts.task(created);
        assertThat(task.getFocus().getReference())
                .isEqualTo("QuestionnaireResponse/" + Bundles.idOf(reply, "QuestionnaireResponse"));
        assertThat(SafetyAlerts.flags(created)).hasSize(1);
    }

    /** Neither patient nor response is stored: the identifier tells who it was. When the correction comes, the alert finds its patient. */
    @Test
    void aRefusedPatientIsKnownByIdentifierUntilCorrected() {
        String number = UUID.randomUUID().toString();
        Reference subject = Bundles.create(transaction, numbered(number));
        Bundles.create(transaction, mood.unnamed(patient, "often").response().setSubject(subject));
        assertThat(fhir.bundle(transaction)).hasStatus(422);
        Task task = onlyTaskAbout(number);
        assertThat(task.getFor().hasReference()).isFalse();

        Bundle corrected = new Bundle().setType(BundleType.TRANSACTION);
        Reference again = Bundles.create(corrected, numbered(number));
        Bundles.create(corrected, mood.of(patient, "often").response().setSubject(again));
        Reply reply = fhir.bundle(corrected);
        TestPatient created = new TestPatient(fhir, Bundles.idOf(reply, "Patient"));
        assertThat(SafetyAlerts.task(created).getIdPart()).isEqualTo(task.getIdPart());
        assertThat(SafetyAlerts.flags(created)).hasSize(1);
    }

    private Task onlyTaskAbout(String number) {
        List<Task> tasks = SafetyAlerts.tasks(fhir, Mood.SUICIDALITY).stream()
                .filter(task -> number.equals(task.getFor().getIdentifier().getValue()))
                .toList();
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    @Test
    void aBatchRaisesTheAlertsOfStoredAndRefusedEntries() {
        TestPatient refused = Patients.create(fhir);
        TestPatient calm = Patients.create(fhir);
        Bundle batch = new Bundle().setType(BundleType.BATCH);
        Bundles.create(batch, mood.of(calm, "never").response());
        Bundles.create(batch, mood.of(patient, "often").response());
        Bundles.create(batch, mood.unnamed(refused, "often").response());
        List<Bundle.BundleEntryComponent> answers =
                fhir.bundle(batch).stored(Bundle.class).getEntry();
        assertThat(answers)
                .extracting(entry -> entry.getResponse().getStatus().substring(0, 3))
                .containsExactly("201", "201", "422");
        assertThat(answers).extracting(AlertBundleIT::helps).containsExactly(false, true, true);
        assertThat(SafetyAlerts.tasks(calm)).isEmpty();
        assertThat(SafetyAlerts.task(patient).hasFocus()).isTrue();
        assertThat(SafetyAlerts.task(refused).hasFocus()).isFalse();
    }

    private static boolean helps(Bundle.BundleEntryComponent answer) {
        return answer.getResponse().getOutcome() instanceof OperationOutcome outcome
                && outcome.getIssue().stream()
                        .map(OperationOutcomeIssueComponent::getDetails)
                        .anyMatch(details ->
                                details.hasText() && details.getText().contains("113"));
    }

    /** Two patients with the same answers at the same moment are two. */
    @Test
    void aTransactionOfTwoPatientsRaisesTwo() {
        Reference one = Bundles.create(transaction, numbered(UUID.randomUUID().toString()));
        Reference other = Bundles.create(transaction, numbered(UUID.randomUUID().toString()));
        Answers answers = mood.of(patient, "often");
        Bundles.create(transaction, answers.response().setSubject(one));
        Bundles.create(transaction, answers.response().setSubject(other));
        List<Bundle.BundleEntryComponent> entries =
                fhir.bundle(transaction).stored(Bundle.class).getEntry();
        for (int i = 0; i < 2; i++) {
            TestPatient created = new TestPatient(fhir, Bundles.id(entries.get(i)));
            assertThat(SafetyAlerts.task(created).getFocus().getReference())
                    .isEqualTo("QuestionnaireResponse/" + Bundles.id(entries.get(i + 2)));
        }
    }

    private static Patient numbered(String number) {
        Patient numbered = Patients.unstored();
        numbered.addIdentifier().setSystem(SYSTEM).setValue(number);
        return numbered;
    }
}
