package nl.meerwaarde.tests.goal;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.BrokenResource;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Practitioner;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A wrong goal is refused with everything that is wrong and where, and nothing is stored. */
class RefusedGoalIT {
    private static final BrokenResource.File FILE = BrokenResource.read(RefusedGoalIT.class, "refused-goals.json");

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final TestPatient other = Patients.create(fhir);
    private final Map<String, String> ids = Map.of(
            "patient", patient.reference(),
            "other", other.reference(),
            "condition", TestGoal.condition(patient).getReference(),
            "others-condition", TestGoal.condition(other).getReference(),
            "clinician", "Practitioner/" + fhir.post(new Practitioner()).id());

    @TestFactory
    Stream<DynamicTest> refusals() {
        return FILE.cases().stream()
                .map(it -> DynamicTest.dynamicTest(it.title(), () -> {
                    assertThat(fhir.post("Goal", FILE.broken(it, ids))).isRefusedWith(it.complaint());
                    assertThat(fhir.count("Goal", Map.of("subject", patient.reference())))
                            .isZero();
                }));
    }

    /** Without it the refusals would prove nothing. */
    @Test
    void theGoalThatTheCasesChangeIsFine() {
        assertThat(fhir.post("Goal", FILE.valid(ids))).isCreated();
    }

    @Test
    void aPatchIsHeldToTheRulesToo() {
        String id = fhir.post("Goal", FILE.valid(ids)).id();
        assertThat(fhir.patch("Goal/" + id, "[{\"op\": \"remove\", \"path\": \"/addresses\"}]"))
                .isRefusedWith(new Complaint(ProblemCode.GOAL_INCOMPLETE, "Goal.addresses", "which condition"));
    }

    /** Each entry of a batch for itself. */
    @Test
    void aBatchStoresWhatIsRight() {
        Bundle batch = new Bundle().setType(Bundle.BundleType.BATCH);
        Goal right = Fhir.CONTEXT.newJsonParser().parseResource(Goal.class, FILE.valid(ids));
        Bundles.create(batch, right);
        Bundles.create(batch, right.copy().setDescription(null));
        assertThat(fhir.bundle(batch).stored(Bundle.class).getEntry())
                .extracting(entry -> entry.getResponse().getStatus().substring(0, 3))
                .containsExactly("201", "422");
    }

    /** Goals of others are their own business. */
    @Test
    void anotherProfilesGoalPasses() {
        Goal goal = Fhir.CONTEXT.newJsonParser().parseResource(Goal.class, FILE.valid(ids));
        goal.setMeta(null);
        goal.setExtension(null);
        goal.setTarget(null).setAddresses(null);
        assertThat(fhir.post(goal)).isCreated();
    }

    /** Every wrong goal of a transaction is told of, and none is stored. */
    @Test
    void aTransactionTellsEverythingAtOnce() {
        Bundle transaction = TestGoal.transaction();
        for (int i = 0; i < 2; i++) {
            Goal goal = Fhir.CONTEXT.newJsonParser().parseResource(Goal.class, FILE.valid(ids));
            goal.setDescription(null);
            Bundles.create(transaction, goal);
        }
        Reply reply = fhir.bundle(transaction);
        assertThat(reply).hasStatus(422);
        assertThat(reply.issues()).hasSize(2);
    }
}
