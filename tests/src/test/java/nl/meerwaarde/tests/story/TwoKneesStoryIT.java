package nl.meerwaarde.tests.story;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestPlan;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Willem, 66, has two bad knees and colitis: three episodes at once. He is asked about his health in general once, about each knee apart, and has one list of whom to
 * call.
 */
@Story
class TwoKneesStoryIT {
    private static final String GENERAL = "promis-global-health";
    private static final String UTILITY = "eq-5d-3l";
    private static final String KNEE = "koos-ps";
    private static final List<String> PER_SIDE = List.of(KNEE, "nrs-pain-knee", "nrs-pain-hip");
    private static final String DAY = "2025-02-24T10:00:00+01:00";

    private final Fhir fhir = TestServer.fhir();
    private final Casebook casebook = new Casebook(fhir);
    private final TestPatient willem = new TestPatient(fhir, "willem");
    private final Chart chart = new Chart(fhir, willem.reference());

    private TestPlan left = new TestPlan(willem, new Bundle());
    private TestPlan right = left;
    private TestPlan bowel = left;

    @BeforeAll
    void willemAndHisTeams() {
        OutcomeSets.switchOn(fhir, "knee-osteoarthritis");
        OutcomeSets.switchOn(fhir, "inflammatory-bowel-disease");
        casebook.store(
                "Organization/story-hospital",
                "Patient/willem",
                "Condition/willem-knee-left",
                "Condition/willem-knee-right",
                "Condition/willem-colitis",
                "Practitioner/willem-orthopaedic-surgeon",
                "Practitioner/willem-gastroenterologist",
                "Practitioner/willem-nurse-specialist",
                "CareTeam/willem-knee-team",
                "CareTeam/willem-bowel-team");
    }

    @AfterAll
    void theHospitalCloses() {
        OutcomeSets.switchOff(fhir, "knee-osteoarthritis");
        OutcomeSets.switchOff(fhir, "inflammatory-bowel-disease");
    }

    /** Three treatments begin in March and April 2025; nothing is asked twice in those weeks but what is about one knee. */
    @Test
    @Order(1)
    void nothingGenericIsAskedTwice() {
        left = casebook.begin("CarePlan/willem-episode-left", "knee-osteoarthritis-care", Map.of());
        right = casebook.begin("CarePlan/willem-episode-right", "knee-osteoarthritis-care", Map.of());
        bowel = casebook.begin("CarePlan/willem-episode-bowel", "inflammatory-bowel-disease-care", Map.of());
        Stream.of("willem-exercise-left", "willem-exercise-right", "willem-new-medicine")
                .forEach(
                        start -> assertThat(casebook.send("Procedure/" + start)).isCreated());

        for (String moment : List.of("baseline", "month-12", "month-24", "month-60")) {
            List<String> waiting = chart.waiting(moment);
            assertThat(waiting).filteredOn(GENERAL::equals).as(moment).hasSize(1);
            assertThat(waiting).filteredOn(UTILITY::equals).as(moment).hasSize(1);
            for (String perSide : PER_SIDE) {
                assertThat(waiting).filteredOn(perSide::equals).as(moment).hasSize(2);
            }
            assertThat(waiting).filteredOn("ibd-control"::equals).as(moment).hasSize(1);
            assertThat(waiting.stream().filter(name -> !PER_SIDE.contains(name)))
                    .doesNotHaveDuplicates();
        }
        assertThat(general("baseline"))
                .extracting(Task::getStatus)
                .containsExactlyInAnyOrder(TaskStatus.REQUESTED, TaskStatus.ONHOLD, TaskStatus.ONHOLD);
        assertThat(waitingGeneral("baseline").map(TestPlan::window)).containsExactly("2024-10-07 to 2025-03-03");
    }

    /** One answer about his health serves all three; one about the left knee serves the left knee. */
    @Test
    @Order(2)
    void oneAnswerServesAllThree() {
        assertThat(willem.answers(GENERAL)
                        .all("3")
                        .answer("promis-global07", 5)
                        .on(DAY)
                        .submit())
                .isCreated();
        assertThat(general("baseline")).extracting(Task::getStatus).containsOnly(TaskStatus.COMPLETED);

        assertThat(willem.answers(KNEE).all("2").side(Side.LEFT).on(DAY).submit())
                .isCreated();
        assertThat(left.task("baseline", KNEE).getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(right.task("baseline", KNEE).getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(willem.answers(KNEE).all("3").side(Side.RIGHT).on(DAY).submit())
                .isCreated();
        assertThat(right.task("baseline", KNEE).getStatus()).isEqualTo(TaskStatus.COMPLETED);
    }

    /** The nurse is the same for all: she stands on the list once. */
    @Test
    @Order(3)
    void heHasOneListOfWhomToCall() {
        assertThat(chart.team("2025-04-01").whoFor("question")).containsExactly("S. Vast [+31 20 555 0453]");
        assertThat(chart.team("2025-04-01").told("question", "treatment"))
                .containsExactlyInAnyOrder(
                        "Knee osteoarthritis, left", "Knee osteoarthritis, right", "Inflammatory bowel disease");
        assertThat(chart.team("2025-04-01").whoFor("treatment"))
                .containsExactlyInAnyOrder("dr. Q. Knie [+31 20 555 0451]", "dr. R. Darm [+31 20 555 0452]");
        assertThat(fhir.get("PlanDefinition/$metro-map", Map.of("subject", willem.reference())))
                .isRefusedWith(new Complaint(ProblemCode.UNKNOWN_EPISODE, "subject", "several active episodes"));
        assertThat(chart.map("knee-osteoarthritis-care")).contains("You are here");
    }

    /** The knees are well; what was asked for all is now asked for the bowel alone. */
    @Test
    @Order(4)
    void theOthersGoOnWhenOneEnds() {
        left.episode(Side.LEFT).change(episode -> episode.setStatus(CarePlanStatus.COMPLETED));
        right.episode(Side.RIGHT).change(episode -> episode.setStatus(CarePlanStatus.COMPLETED));

        assertThat(chart.waiting("month-12"))
                .contains(GENERAL, "ibd-control", "pro2-colitis")
                .doesNotContain(KNEE, UTILITY);
        assertThat(bowel.task("month-12", GENERAL).getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(TestPlan.window(bowel.task("month-12", GENERAL))).isEqualTo("2025-09-16 to 2026-09-15");
        assertThat(left.task("month-12", GENERAL).getStatus()).isEqualTo(TaskStatus.CANCELLED);
    }

    private List<Task> general(String moment) {
        return Stream.of(left, right, bowel)
                .map(plan -> plan.task(moment, GENERAL))
                .toList();
    }

    private Stream<Task> waitingGeneral(String moment) {
        return general(moment).stream().filter(task -> task.getStatus() == TaskStatus.REQUESTED);
    }
}
