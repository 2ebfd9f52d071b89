package nl.meerwaarde.tests.plan;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meerwaarde.tests.support.Clients;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestPlan;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** Answers come in from several clients while the operation is moved. */
class ConcurrentScheduleIT {
    private static final String OXFORD = "oxford-knee-score";
    private static final int CLIENTS = 8;
    private static final int MOVES = 3;

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    @Test
    void whateverComesLastTasksAreTrueToAllOfIt() {
        TestPlan plan = TestPlan.knee(patient, Side.RIGHT, "2030-03-01");
        List<Reply> replies = Clients.atOnce(
                CLIENTS,
                client -> client == MOVES
                        ? fhir.patch(plan.plannedEvent(), moveTo("2030-03-21"))
                        : patient.answers(OXFORD)
                                .all("3")
                                .side(Side.RIGHT)
                                .on("2030-02-1" + client)
                                .submit());

        assertThat(replies.get(MOVES).status()).isEqualTo(200);
        Task baseline = plan.task("baseline", OXFORD);
        assertThat(baseline.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(((Reference) baseline.getOutputFirstRep().getValue()).getReference())
                .isEqualTo("QuestionnaireResponse/" + replies.get(CLIENTS - 1).id());
        assertThat(TestPlan.window(plan.task("month-6", OXFORD))).isEqualTo("2030-07-21 to 2031-01-20");
    }

    private static String moveTo(String day) {
        return "[{\"op\": \"replace\", \"path\": \"/occurrenceDateTime\", \"value\": \"" + day + "\"}]";
    }
}
