package nl.meerwaarde.tests.goal;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Rebuilt;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** What was kept up to date is what a rebuild from scratch makes: it writes nothing anew. */
class GoalRebuildIT {
    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    @Test
    void aRebuildFindsEverythingAsItIs() {
        TestGoal goal = TestGoal.scaled(patient);
        patient.episode("knee-replacement-primary", Side.LEFT)
                .change(plan -> plan.addGoal(new Reference(goal.reference())));
        patient.answers("oxford-knee-score").all("3").on("2026-05-01").submit().id();
        assertThat(goal.confirm(goal.proposals().get(0))).succeeded();
        patient.answers("oxford-knee-score").all("4").on("2026-06-01").submit().id();
        List<String> before = versions(goal);
        assertThat(before).hasSize(4);

        TestServer.jdbc().update("delete from mw_record_entry where patient_id = ?", patient.id());
        rebuild();

        assertThat(versions(goal)).isEqualTo(before);
    }

    /** The goal, its confirmed attainment, its proposal and its score, each with its version. */
    private List<String> versions(TestGoal goal) {
        List<String> versions = new ArrayList<>(
                fhir.search("Observation", Map.of("focus", goal.reference())).stored(Bundle.class).getEntry().stream()
                        .map(entry -> entry.getResource().getId())
                        .sorted()
                        .toList());
        versions.add(goal.read().getId());
        return versions;
    }

    private void rebuild() {
        Rebuilt.of(fhir, patient.reference());
    }
}
