package nl.meerwaarde.tests.plan;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestPlan;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pathway changes under a new version; running episodes keep theirs until they are moved, with the difference shown first. */
class ChangePathwayVersionIT {
    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void twoVersions() {
        PlanDefinition first =
                fhir.get("PlanDefinition/knee-replacement-primary").stored(PlanDefinition.class);
        first.setUrl(Canonicals.BASE + "/PlanDefinition/" + id).setVersion("1.0.0");
        first.setId(id);
        assertThat(fhir.put(first)).isCreated();
        PlanDefinition second = first.copy();
        second.setVersion("2.0.0").setId(id + "-2");
        action(second, "month-12").getAction().remove(1);
        action(second, "month-12").addAction(asking("nrs-fatigue"));
        ((Range) action(second, "month-6").getRelatedActionFirstRep().getOffset())
                .getHigh()
                .setValue(280);
        assertThat(fhir.put(second)).isCreated();
    }

    private static PlanDefinitionActionComponent action(PlanDefinition definition, String id) {
        return definition.getAction().stream()
                .filter(action -> id.equals(action.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static PlanDefinitionActionComponent asking(String instrument) {
        PlanDefinitionActionComponent action = new PlanDefinitionActionComponent();
        action.setDefinition(new CanonicalType(Canonicals.BASE + "/Questionnaire/" + instrument));
        return action;
    }

    @Test
    void theDifferenceIsShownAndThenTheEpisodeMoves() {
        TestPlan plan = TestPlan.of(patient, id, Map.of("side", Side.LEFT.code(), "index-date", "2030-03-01"))
                .posted();
        String episode = "CarePlan/" + plan.carePlan().getIdElement().getIdPart();

        Parameters change = fhir.get(episode + "/$change-pathway-version").stored(Parameters.class);

        assertThat(differences(change))
                .containsExactlyInAnyOrder("moved month-6 ", "removed month-12 eq-5d-5l", "added month-12 nrs-fatigue");
        assertThat(TestPlan.window(plan.task("month-6", "oxford-knee-score"))).isEqualTo("2030-07-01 to 2030-12-31");

        Bundle move = move(change);
        assertThat(fhir.bundle(move)).succeeded();

        assertThat(fhir.get(episode)
                        .stored(CarePlan.class)
                        .getInstantiatesCanonical()
                        .get(0)
                        .getValue())
                .endsWith("|2.0.0");
        assertThat(TestPlan.window(plan.task("month-6", "oxford-knee-score"))).isEqualTo("2030-07-01 to 2030-12-06");
        assertThat(plan.task("month-12", "eq-5d-5l").getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(new TestPlan(patient, move).task("month-12", "nrs-fatigue").getStatus())
                .isEqualTo(TaskStatus.REQUESTED);
        assertThat(fhir.bundle(move)).hasStatus(409);
    }

    /** Whoever posts a CarePlan gets an id of the server's choice, which is no UUID. */
    @Test
    void anEpisodeThatNobodyPlannedMovesToo() {
        CarePlan written = TestPlan.of(patient, id, Map.of("side", Side.LEFT.code(), "index-date", "2030-03-01"))
                .carePlan()
                .copy();
        written.setId((String) null);
        written.getActivity().clear();
        written.getGoal().clear();
        String episode = "CarePlan/" + fhir.post(written).id();

        Parameters change = fhir.get(episode + "/$change-pathway-version").stored(Parameters.class);

        assertThat(differences(change)).contains("added month-12 nrs-fatigue");
        assertThat(fhir.bundle(move(change))).succeeded();
        assertThat(fhir.get(episode + "/$change-pathway-version").stored(Parameters.class))
                .satisfies(again -> assertThat(differences(again)).isEmpty());
    }

    /** A Measure may count the answers to a questionnaire that the pathway does not ask by itself: that is no change for the patient. */
    @Test
    void whatIsOnlyCountedIsNeitherAskedNorADifference() {
        PlanDefinition third = fhir.get("PlanDefinition/" + id).stored(PlanDefinition.class);
        third.setVersion("3.0.0").setId(id + "-3");
        action(third, "month-12").addAction(counting("prem-msz"));
        action(third, "month-6").addAction(counting("prem-no-such-instrument"));
        assertThat(fhir.put(third)).isCreated();
        PlanDefinition fourth = third.copy();
        fourth.setVersion("4.0.0").setId(id + "-4");
        action(fourth, "month-6").getAction().removeIf(action -> action.hasPrecheckBehavior());
        action(fourth, "month-12").getAction().forEach(action -> action.setPrecheckBehavior(null));
        assertThat(fhir.put(fourth)).isCreated();
        TestPlan plan = TestPlan.of(patient, id, Map.of("side", Side.LEFT.code(), "index-date", "2030-03-01"))
                .posted();
        String episode = "CarePlan/" + plan.carePlan().getIdElement().getIdPart();

        Parameters change = fhir.get(episode + "/$change-pathway-version", Map.of("version", "3.0.0"))
                .stored(Parameters.class);
        assertThat(differences(change)).isEmpty();
        assertThat(added(change)).isEmpty();
        assertThat(fhir.bundle(move(change))).succeeded();

        Parameters asking = fhir.get(episode + "/$change-pathway-version", Map.of("version", "4.0.0"))
                .stored(Parameters.class);
        assertThat(differences(asking))
                .contains("added month-12 prem-msz")
                .doesNotContain("removed month-6 prem-no-such-instrument");
        assertThat(added(asking)).contains("month-12 prem-msz");
    }

    private static PlanDefinitionActionComponent counting(String instrument) {
        return asking(instrument).setPrecheckBehavior(PlanDefinition.ActionPrecheckBehavior.NO);
    }

    private static Bundle move(Parameters change) {
        return (Bundle) change.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("return"))
                .findFirst()
                .orElseThrow()
                .getResource();
    }

    /** What is asked besides. */
    private static List<String> added(Parameters change) {
        return move(change).getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Task.class::isInstance)
                .map(Task.class::cast)
                .map(task -> TestPlan.moment(task) + " " + TestPlan.asked(task).replaceFirst(".*/", ""))
                .toList();
    }

    private static List<String> differences(Parameters change) {
        return change.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("difference"))
                .map(difference -> text(difference, "change") + " "
                        + ((org.hl7.fhir.r4.model.Coding) part(difference, "moment")).getCode() + " "
                        + text(difference, "questionnaire").replaceFirst(".*/", ""))
                .toList();
    }

    private static String text(ParametersParameterComponent difference, String name) {
        org.hl7.fhir.r4.model.Type value = part(difference, name);
        return value == null ? "" : value.primitiveValue();
    }

    private static org.hl7.fhir.r4.model.@org.jspecify.annotations.Nullable Type part(
            ParametersParameterComponent difference, String name) {
        return difference.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .map(ParametersParameterComponent::getValue)
                .orElse(null);
    }

    @Test
    void whatIsWrongIsNamed() {
        TestPlan plan =
                TestPlan.of(patient, id, Map.of("side", Side.LEFT.code())).posted();
        String episode = "CarePlan/" + plan.carePlan().getIdElement().getIdPart();

        assertThat(fhir.get("CarePlan/nobody-here/$change-pathway-version"))
                .isRefusedWith(
                        404, List.of(new Complaint(ProblemCode.UNKNOWN_EPISODE, "CarePlan", "CarePlan/nobody-here")));
        assertThat(fhir.get(episode + "/$change-pathway-version", Map.of("version", "9")))
                .isRefusedWith(404, List.of(new Complaint(ProblemCode.UNKNOWN_PATHWAY, "version", "|9")));
        assertThat(fhir.get(episode + "/$change-pathway-version", Map.of("colour", "blue", "owner", "Patient/1")))
                .isRefusedWith(
                        400,
                        List.of(
                                new Complaint(ProblemCode.INVALID_PARAMETER, "colour", "not a parameter"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "owner", "RelatedPerson")));
    }
}
