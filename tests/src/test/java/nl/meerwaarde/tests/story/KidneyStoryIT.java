package nl.meerwaarde.tests.story;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestPlan;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Karel, 72, has kidneys that fail. He plays the organ and wants no operation on his arm: dialysis without a shunt, which the guideline advises against. His
 * daughter answers for him. When he dies, nobody writes to him or to her any more.
 */
@Story
class KidneyStoryIT {
    private static final String EPISODE = "CarePlan/karel-episode";
    private static final String DECISION = "CarePlan/karel-decision";
    private static final String DAUGHTER = "RelatedPerson/karel-daughter";
    private static final String SYMPTOMS = "dialysis-symptom-index";

    private final Fhir fhir = TestServer.fhir();
    private final Casebook casebook = new Casebook(fhir);
    private final TestPatient karel = new TestPatient(fhir, "karel");
    private final Chart chart = new Chart(fhir, karel.reference());

    private TestPlan plan = new TestPlan(karel, new Bundle());

    @BeforeAll
    void karelAndHisTeam() {
        OutcomeSets.switchOn(fhir, "chronic-kidney-disease");
        casebook.store(
                "Organization/story-hospital",
                "Patient/karel",
                DAUGHTER,
                "Condition/karel-kidney-disease",
                "Practitioner/karel-nephrologist",
                "Practitioner/karel-dialysis-nurse",
                "CareTeam/karel-team");
    }

    @AfterAll
    void theHospitalCloses() {
        OutcomeSets.switchOff(fhir, "chronic-kidney-disease");
    }

    /** September 2024. Every Task is hers, and what she tells is told by her. */
    @Test
    @Order(1)
    void hisDaughterAnswersForHim() {
        plan = casebook.begin(EPISODE, "chronic-kidney-disease-care", Map.of("owner", DAUGHTER));

        assertThat(plan.tasks())
                .allMatch(task -> task.getOwner().getReference().equals(DAUGHTER)
                        && task.getFor().getReference().equals(karel.reference()));
        assertThat(casebook.send("QuestionnaireResponse/karel-intake")).isCreated();
        assertThat(chart.waiting("intake")).isEmpty();
        assertThat(chart.waiting("baseline")).contains("sf-12", SYMPTOMS);
        assertThat(chart.team("2024-10-01").whoFor("question")).containsExactly("L. Dialyse [+31 20 555 0422]");
        assertThat(chart.team("2024-10-01").members()).contains("Lies Voorbeeld");
    }

    /** November 2024. Off the guideline is no error, as long as it says why. */
    @Test
    @Order(2)
    void heChoosesDialysisWithoutAShunt() {
        CarePlan unexplained = casebook.read(DECISION, CarePlan.class);
        unexplained
                .getActivity()
                .get(1)
                .getExtensionByUrl(Extensions.OFF_GUIDELINE)
                .getExtension()
                .removeIf(part -> part.getUrl().equals("reason"));
        assertThat(fhir.put(unexplained))
                .isRefusedAlsoWith(new Complaint(
                        ProblemCode.REASON_MISSING, "CarePlan.activity[1].extension[0]", "how it deviates and why"));

        assertThat(casebook.send(DECISION)).isCreated();

        assertThat(chart.decisions("wanted-variation", CodeSystems.GUIDELINE_DEVIATION + "|other-treatment"))
                .containsExactly("karel-decision");
        assertThat(chart.decisions("decision-point", CodeSystems.DECISION_POINT + "|kidney-replacement"))
                .containsExactly("karel-decision");
        assertThat(chart.decisions("activity-code", CodeSystems.TREATMENT_OPTION + "|no-treatment"))
                .containsExactly("karel-decision");
        // He agreed himself, so he is asked how it was decided.
        assertThat(chart.askedAbout(DECISION)).containsExactly("collaborate until 2024-12-02");
    }

    /** February 2025: the day from which everything is counted. Half a year later he has a little of every symptom. */
    @Test
    @Order(3)
    void heStartsAndIsAskedEveryHalfYear() {
        assertThat(casebook.send("Procedure/karel-dialysis")).isCreated();
        assertThat(TestPlan.window(plan.task("month-6", SYMPTOMS))).isEqualTo("2025-05-06 to 2025-11-03");

        assertThat(karel.answers(SYMPTOMS)
                        .all("1")
                        .on("2025-08-04T10:00:00+02:00")
                        .saying(Extensions.RESPONDENT, CodeSystems.RESPONDENT, "proxy")
                        .change(response -> response.setSource(new Reference(DAUGHTER)))
                        .submit())
                .isCreated();

        assertThat(plan.task("month-6", SYMPTOMS).getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(chart.values("dialysis-symptom-severity")).containsExactly("2025-08-04: 30");
        assertThat(chart.waiting("month-12")).contains(SYMPTOMS);
    }

    /** Nothing waits and nothing is sent; what he answered stays. */
    @Test
    @Order(4)
    void heDiesAndNobodyWritesToHim() {
        karel.change(patient -> patient.setDeceased(new DateTimeType("2025-11-20")));

        assertThat(chart.waiting()).isEmpty();
        assertThat(plan.tasks().filter(task -> task.getStatus() != TaskStatus.COMPLETED))
                .isNotEmpty()
                .allSatisfy(task -> {
                    assertThat(task.getStatus()).isEqualTo(TaskStatus.CANCELLED);
                    assertThat(reason(task)).isEqualTo("death");
                });
        assertThat(chart.found(CommunicationRequest.class, Map.of("subject", karel.reference(), "status", "active")))
                .isEmpty();
        assertThat(plan.task("month-6", SYMPTOMS).getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(chart.values("dialysis-symptom-severity")).containsExactly("2025-08-04: 30");
    }

    private static String reason(Task task) {
        return task.getStatusReason().getCodingFirstRep().getCode();
    }
}
