package nl.meerwaarde.tests.story;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.util.Map;
import java.util.Set;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestPlan;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/**
 * Women of the same hospital, operated on 3 June 2024, who answered two questions about sexual functioning.
 *
 * @param pathway id of the hospital's pathway
 * @param hospital reference
 */
record Women(Fhir fhir, String pathway, String hospital) {
    private static final Set<String> ASKED = Set.of("baseline eortc-qlq-br23", "month-12 eortc-qlq-br23");

    void answered(String interestBefore, String activityBefore, String interestAfter, String activityAfter) {
        TestEpisode episode = answeredBeforeOnly(interestBefore, activityBefore);
        answer(episode, interestAfter, activityAfter, "2025-06-01");
    }

    TestEpisode answeredBeforeOnly(String interest, String activity) {
        TestPatient woman = Patients.create(fhir);
        TestPlan plan = TestPlan.of(woman, pathway, Map.of("side", Side.RIGHT.code(), "organization", hospital));
        // The hospital asks these women no more than it has to.
        plan.bundle().getEntry().removeIf(entry -> switch (entry.getResource().fhirType()) {
            case "Task" -> !ASKED.contains(name((Task) entry.getResource()));
            case "CommunicationRequest" -> true;
            default -> false;
        });
        TestEpisode episode = plan.posted().episode(Side.RIGHT);
        operate(episode);
        answer(episode, interest, activity, "2024-05-20");
        return episode;
    }

    private static String name(Task task) {
        return TestPlan.moment(task) + " " + Chart.instrument(task);
    }

    private void operate(TestEpisode episode) {
        Procedure operation = new Procedure();
        operation.setStatus(ProcedureStatus.COMPLETED);
        operation.getCode().setText("Operation");
        operation.setSubject(new Reference(episode.patient().reference()));
        operation.addBasedOn(new Reference(episode.reference()));
        operation.setPerformed(new DateTimeType("2024-06-03"));
        operation.addPerformer().setActor(new Reference(hospital));
        assertThat(fhir.post(operation)).isCreated();
    }

    private static void answer(TestEpisode episode, String interest, String activity, String day) {
        assertThat(episode.patient()
                        .answers("eortc-qlq-br23")
                        .answer("qlq-br23-44", interest)
                        .answer("qlq-br23-45", activity)
                        .on(day)
                        .basedOn(episode)
                        .submit())
                .isCreated();
    }
}
