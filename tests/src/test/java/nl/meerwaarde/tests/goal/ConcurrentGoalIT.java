package nl.meerwaarde.tests.goal;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meerwaarde.tests.support.Clients;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Eight clients writing about one goal at once. */
class ConcurrentGoalIT {
    private static final int CLIENTS = 8;

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final TestGoal goal = TestGoal.scaled(patient);

    @Test
    void everyRatingCounts() {
        patient.episode("knee-replacement-primary", Side.LEFT)
                .change(plan -> plan.addGoal(new Reference(goal.reference())));
        Clients.atOnce(
                        CLIENTS,
                        client -> fhir.post(goal.rating(
                                patient.reference(), client == CLIENTS - 1 ? 2 : -2, "2026-05-0" + (1 + client))))
                .forEach(reply -> assertThat(reply).isCreated());
        Goal read = goal.read();
        assertThat(read.getOutcomeReference()).hasSize(CLIENTS);
        assertThat(read.getStatusDateElement().getValueAsString()).isEqualTo("2026-05-0" + CLIENTS);
        assertThat(read.getAchievementStatus().getCodingFirstRep().getCode()).isEqualTo("achieved");
        assertThat(goal.scores()).hasSize(CLIENTS);
    }

    @Test
    void scoresThatCrossLeaveOneProposal() {
        Clients.atOnce(
                        CLIENTS,
                        client -> patient.answers("oxford-knee-score")
                                .all(String.valueOf(client % 5))
                                .on("2026-05-0" + (1 + client))
                                .submit())
                .forEach(reply -> assertThat(reply).isCreated());
        assertThat(goal.proposals()).hasSize(1);
        assertThat(goal.proposals().get(0).getEffectiveDateTimeType().getValueAsString())
                .isEqualTo("2026-05-0" + CLIENTS);
    }
}
