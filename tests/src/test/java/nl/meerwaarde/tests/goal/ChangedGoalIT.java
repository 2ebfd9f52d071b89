package nl.meerwaarde.tests.goal;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.junit.jupiter.api.Test;

/** Goals change during treatment, and everybody sees when and why. */
class ChangedGoalIT {
    private static final String OTHER_WORDS = "Cycle to the market";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final TestGoal goal = TestGoal.scaled(patient);

    @Test
    void aChangeNeedsItsReason() {
        assertThat(goal.change(stored -> stored.getDescription().setText(OTHER_WORDS)))
                .isRefusedWith(
                        new Complaint(ProblemCode.GOAL_CHANGE_UNEXPLAINED, "Goal.extension", "add when and why"));
        assertThat(goal.change(stored -> {
                    stored.getDescription().setText(OTHER_WORDS);
                    TestGoal.because("The dog died").accept(stored);
                }))
                .succeeded();
    }

    @Test
    void whatWasSaidBeforeStays() {
        assertThat(goal.change(TestGoal.because("Walking is not what matters"))).succeeded();
        assertThat(goal.change(
                        stored -> stored.getExtension().removeIf(one -> Extensions.GOAL_CHANGE.equals(one.getUrl()))))
                .isRefusedWith(new Complaint(ProblemCode.GOAL_CHANGE_UNEXPLAINED, "Goal.extension", "stay"));
        Bundle history = fhir.get(goal.reference() + "/_history").stored(Bundle.class);
        assertThat(history.getEntry()).hasSize(2);
    }

    @Test
    void whatIsNotAgreedChangesWithoutReason() {
        assertThat(goal.change(stored -> stored.setLifecycleStatus(Goal.GoalLifecycleStatus.ONHOLD)))
                .succeeded();
    }

    /** Levels that were moved give another proposal; what was confirmed stays. */
    @Test
    void aTargetThatMovesIsMeasuredAnew() {
        patient.answers("oxford-knee-score").all("3").on("2026-05-01").submit().id();
        assertThat(goal.proposals()).hasSize(1);
        assertThat(goal.change(stored -> {
                    stored.setStart(new DateType("2026-05-02"));
                    TestGoal.because("A new start").accept(stored);
                }))
                .succeeded();
        assertThat(goal.proposals()).isEmpty();
    }
}
