package nl.meerwaarde.tests.story;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestPlan;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Pien, 67, has pancreatic carcinoma. The specialists propose a large operation; she wants a lighter one than the guideline has, and be home sooner. The team sees
 * who of its patients chose so.
 */
@Story
class PancreasStoryIT {
    private static final String TREATMENT = "https://hospital.example.org/fhir/CodeSystem/treatment|";
    private static final String LESS = CodeSystems.GUIDELINE_DEVIATION + "|less-treatment";
    private static final String EPISODE = "CarePlan/pien-episode";
    private static final String DECISION = "CarePlan/pien-decision";
    private static final String GOAL = "Goal/pien-goal";
    private static final String HEALTH = "eq-5d-5l";

    private final Fhir fhir = TestServer.fhir();
    private final Casebook casebook = new Casebook(fhir);
    private final TestPatient pien = new TestPatient(fhir, "pien");
    private final Chart chart = new Chart(fhir, pien.reference());

    private TestPlan plan = new TestPlan(pien, new Bundle());

    @BeforeAll
    void pienAndHerTeam() {
        OutcomeSets.switchOn(fhir, "pancreatic-carcinoma");
        casebook.store(
                "Organization/story-hospital", "Practitioner/pien-surgeon", "Practitioner/pien-nurse-specialist");
        casebook.store("Patient/pien", "Condition/pien-pancreatic-carcinoma", "CareTeam/pien-team");
    }

    @AfterAll
    void theHospitalCloses() {
        OutcomeSets.switchOff(fhir, "pancreatic-carcinoma");
    }

    /** January 2025. The proposal of the specialists stands beside the choice. */
    @Test
    @Order(1)
    void sheChoosesTheLighterOperation() {
        plan = casebook.begin(EPISODE, "pancreatic-carcinoma-care", Map.of());
        assertThat(fhir.put(casebook.read(GOAL, Goal.class)
                        .setAchievementStatus(null)
                        .setStatusDate(null)
                        .setOutcomeReference(null)))
                .isCreated();
        assertThat(casebook.send(DECISION)).isCreated();

        assertThat(chart.decisions("choice", TREATMENT + "limited-resection")).containsExactly("pien-decision");
        assertThat(chart.decisions("choice", TREATMENT + "extended-resection")).isEmpty();
        assertThat(chart.decisions("wanted-variation", LESS)).containsExactly("pien-decision");
    }

    /** Another patient considered the same and chose the guideline's operation: considered, but not chosen off the guideline. */
    @Test
    @Order(2)
    void theTeamSeesWhoOfItsPatientsChoseSo() {
        Casebook other = new Casebook(fhir);
        Stream.of("Patient/pien", "Condition/pien-pancreatic-carcinoma", "CareTeam/pien-team", DECISION)
                .forEach(reference -> other.isCalled(reference, reference.replace("pien", "ruud")));
        other.store("Patient/pien", "Condition/pien-pancreatic-carcinoma", "CareTeam/pien-team");
        other.begin(EPISODE, "pancreatic-carcinoma-care", Map.of());
        assertThat(fhir.put(choosing("extended-resection", other.read(DECISION, CarePlan.class))))
                .isCreated();

        assertThat(ofTheHospital("deviation", LESS)).containsExactlyInAnyOrder("pien-decision", "ruud-decision");
        assertThat(ofTheHospital("wanted-variation", LESS)).containsExactly("pien-decision");
        assertThat(ofTheHospital("choice", TREATMENT + "extended-resection")).containsExactly("ruud-decision");
    }

    /** The operating room has no place: the plan is cancelled, and made again for a week later. */
    @Test
    @Order(3)
    void theOperationIsCancelledAndPlannedAgain() {
        assertThat(casebook.send("ServiceRequest/pien-planned-operation")).isCreated();
        assertThat(TestPlan.window(plan.task("month-3", HEALTH))).isEqualTo("2025-03-21 to 2025-06-19");

        ServiceRequest planned = casebook.read("ServiceRequest/pien-planned-operation", ServiceRequest.class);
        assertThat(fhir.put(planned.copy().setStatus(ServiceRequestStatus.REVOKED)))
                .succeeded();
        assertThat(chart.waiting()).isEmpty();
        assertThat(plan.task("month-3", HEALTH)
                        .getStatusReason()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("treatment-cancelled");

        assertThat(fhir.put(planned)).succeeded();
        assertThat(casebook.send("Procedure/pien-operation")).isCreated();
        assertThat(chart.waiting("month-3")).contains(HEALTH);
        assertThat(TestPlan.window(plan.task("month-3", HEALTH))).isEqualTo("2025-03-28 to 2025-06-26");
    }

    /** May 2025. Three months later she works in her garden. */
    @Test
    @Order(4)
    void sheWorksInHerGarden() {
        assertThat(pien.answers(HEALTH)
                        .all("2")
                        .answer("vas", 75)
                        .on("2025-05-12T10:00:00+02:00")
                        .submit())
                .isCreated();

        assertThat(plan.task("month-3", HEALTH).getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(chart.proposals(GOAL)).containsExactly("true");
        chart.confirms(GOAL);
        assertThat(chart.achievement(GOAL)).isEqualTo("achieved 2025-05-12");
    }

    private List<String> ofTheHospital(String parameter, String value) {
        return chart.found(
                        CarePlan.class,
                        Map.of(
                                "clinician-group",
                                "Organization/story-hospital",
                                "decision-point",
                                CodeSystems.DECISION_POINT + "|kind-of-surgery",
                                "condition:Condition.code",
                                "http://snomed.info/sct|372142002",
                                parameter,
                                value))
                .map(CarePlan::getIdPart)
                .toList();
    }

    /** The same decision with another choice. */
    private static CarePlan choosing(String code, CarePlan decision) {
        CodeableConcept choice = decision.getActivity().stream()
                .map(option -> option.getDetail().getCode())
                .filter(option -> option.getCodingFirstRep().getCode().equals(code))
                .findFirst()
                .orElseThrow();
        decision.getActivity()
                .forEach(option -> option.getDetail()
                        .setStatus(
                                option.getDetail().getCode() == choice
                                        ? CarePlanActivityStatus.SCHEDULED
                                        : CarePlanActivityStatus.CANCELLED));
        decision.getExtension().stream()
                .filter(extension -> extension.getUrl().endsWith("/decision-choice"))
                .forEach((Extension extension) -> extension.setValue(choice.copy()));
        return decision;
    }
}
