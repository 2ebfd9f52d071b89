package nl.meerwaarde.tests.plan;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code PlanDefinition/$apply} makes of a pathway. */
class ApplyIT {
    private static final String KNEE = "PlanDefinition/knee-replacement-primary";
    private static final String BREAST = "breast-cancer-care";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    @Test
    void theAnswerIsACarePlanWithEverythingContainedAndNothingIsStored() {
        CarePlan plan = fhir.get(
                        KNEE + "/$apply",
                        Map.of("subject", patient.reference(), "side", Side.LEFT.code(), "index-date", "2030-03-01"))
                .stored(CarePlan.class);

        assertThat(plan.getInstantiatesCanonical().get(0).getValue())
                .isEqualTo(Canonicals.BASE + "/PlanDefinition/knee-replacement-primary|1.0.0");
        assertThat(plan.getContained()).extracting(Resource::fhirType).contains("Task", "ServiceRequest");
        assertThat(plan.getContained().stream().filter(Task.class::isInstance).map(Task.class::cast))
                .hasSize(6)
                .allSatisfy(task ->
                        assertThat(task.getBasedOnFirstRep().getReference()).isEqualTo("#"));
        assertThat(fhir.count("CarePlan", Map.of("subject", patient.reference())))
                .isZero();
        assertThat(fhir.count("Task", Map.of("patient", patient.reference()))).isZero();
        assertThat(fhir.post(plan)).isCreated();
    }

    @Test
    void theTransactionIsPostedBackAsItStandsAndAgainChangesNothing() {
        TestPlan plan = TestPlan.of(
                patient, "knee-replacement-primary", Map.of("side", Side.RIGHT.code(), "index-date", "2030-03-01"));
        assertThat(plan.planned(ServiceRequest.class)).hasSize(1);
        assertThat(plan.planned(Task.class)).hasSize(6);
        assertThat(plan.planned(CommunicationRequest.class)).hasSize(9);

        plan.posted();
        assertThat(fhir.bundle(plan.bundle()).stored(Bundle.class).getEntry())
                .allMatch(entry -> entry.getResponse().getStatus().startsWith("200"));

        plan.tasks().forEach(stored -> {
            Task sent = plan.planned(Task.class).stream()
                    .filter(task -> task.getIdElement()
                            .getIdPart()
                            .equals(stored.getIdElement().getIdPart()))
                    .findFirst()
                    .orElseThrow();
            assertThat(stored.getMeta().getVersionId()).isEqualTo("1");
            assertThat(stored.getStatus()).isEqualTo(sent.getStatus());
            assertThat(stored.getRestriction().equalsDeep(sent.getRestriction()))
                    .isTrue();
        });
    }

    @Test
    void aTaskHasTheShapeOfSdc() {
        TestPlan plan = TestPlan.knee(patient, Side.RIGHT, "2030-03-01");

        Task task = plan.task("month-6", "oxford-knee-score");

        assertThat(task.getCode().getCodingFirstRep().getCode()).isEqualTo("complete-questionnaire");
        assertThat(task.getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
        assertThat(task.getOwner().getReference()).isEqualTo(patient.reference());
        assertThat(task.getBasedOnFirstRep().getReference())
                .isEqualTo("CarePlan/" + plan.carePlan().getIdElement().getIdPart());
        assertThat(TestPlan.window(task)).isEqualTo("2030-07-01 to 2030-12-31");
        assertThat(fhir.count(
                        "Task",
                        Map.of(
                                "patient",
                                patient.reference(),
                                "code",
                                Canonicals.ExternalCodeSystems.SDC_TEMPORARY + "|complete-questionnaire",
                                "status",
                                "requested")))
                .isEqualTo(6);
    }

    /** Nothing is known but that there will be an operation: what comes before it is asked, the rest waits. */
    @Test
    void withoutADayTheFirstQuestionnairesAreAskedAndTheOthersWait() {
        TestPlan plan = TestPlan.of(patient, "knee-replacement-primary", Map.of("side", Side.LEFT.code()))
                .posted();

        assertThat(plan.task("baseline", "oxford-knee-score").getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
        assertThat(TestPlan.window(plan.task("baseline", "oxford-knee-score"))).isEmpty();
        assertThat(plan.task("month-6", "oxford-knee-score").getStatus()).isEqualTo(Task.TaskStatus.DRAFT);
    }

    @Test
    void aProxyAnswersAndTheTeamIsNamed() {
        String relative = fhir.post(
                        new org.hl7.fhir.r4.model.RelatedPerson().setPatient(new Reference(patient.reference())))
                .id();
        String hospital = fhir.post(new org.hl7.fhir.r4.model.Organization().setName("Hospital"))
                .id();
        TestPlan plan = TestPlan.of(
                        patient,
                        "knee-replacement-primary",
                        Map.of(
                                "side",
                                Side.LEFT.code(),
                                "owner",
                                "RelatedPerson/" + relative,
                                "organization",
                                "Organization/" + hospital))
                .posted();

        assertThat(plan.task("baseline", "eq-5d-5l").getOwner().getReference()).isEqualTo("RelatedPerson/" + relative);
        assertThat(plan.carePlan().getAuthor().getReference()).isEqualTo("Organization/" + hospital);
        assertThat(plan.messages("baseline").get(0).getRecipientFirstRep().getReference())
                .isEqualTo("RelatedPerson/" + relative);
    }

    /** The pathways of the conditions ask what the hospital has switched on. */
    @Test
    void aPathwayOfAConditionAsksWhatItsOutcomeSetAsks() {
        Map<String, String> parameters = Map.of("index-date", "2030-03-01");
        switchSet("breast-cancer", "draft");
        assertThat(fhir.get(
                        "PlanDefinition/" + BREAST + "/$apply",
                        Map.of("subject", patient.reference(), "index-date", "2030-03-01")))
                .isRefusedWith(new Complaint(ProblemCode.OUTCOME_SET_OFF, "planDefinition", "breast-cancer|1.0.0"));
        switchSet("breast-cancer", "active");
        try {
            TestPlan plan = TestPlan.of(patient, BREAST, parameters).posted();

            assertThat(asked(plan, "month-24"))
                    .contains("eortc-qlq-br23", "eortc-qlq-c30", "promis-global-health")
                    .doesNotContain("fact-gog-ntx", "breast-q");
            assertThat(plan.carePlan().getNote())
                    .anyMatch(note -> note.getText().contains("breast-q"));
            assertThat(plan.planned(Goal.class))
                    .singleElement()
                    .satisfies(
                            goal -> assertThat(goal.getLifecycleStatus()).isEqualTo(Goal.GoalLifecycleStatus.PROPOSED));
            assertThat(plan.carePlan().getActivity().stream()
                            .map(activity -> activity.getDetail().getCode().getText()))
                    .contains(
                            "Mammography and ultrasound; Biopsy",
                            "Which treatment, and what comes before it; Talk with the breast-care nurse");

            diagnosedWith("367336001");
            assertThat(asked(TestPlan.of(patient, BREAST, parameters), "month-24"))
                    .contains("fact-gog-ntx");
        } finally {
            switchSet("breast-cancer", "draft");
        }
    }

    private static Set<String> asked(TestPlan plan, String moment) {
        return plan.planned(Task.class).stream()
                .filter(task -> TestPlan.moment(task).equals(moment))
                .map(TestPlan::asked)
                .map(url -> url.substring(url.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
    }

    private void diagnosedWith(String code) {
        Condition condition = new Condition();
        condition
                .getCode()
                .addCoding()
                .setSystem(Canonicals.ExternalCodeSystems.SNOMED_CT)
                .setCode(code);
        condition.getSubject().setReference(patient.reference());
        assertThat(fhir.post(condition)).isCreated();
    }

    private void switchSet(String set, String status) {
        assertThat(fhir.patch(
                        "PlanDefinition/" + set,
                        "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"" + status + "\"}]"))
                .hasStatus(200);
    }

    /** Every pathway that is shipped can be applied, once its outcome set is on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "knee-osteoarthritis",
                "chronic-kidney-disease",
                "inflammatory-bowel-disease",
                "pancreatic-carcinoma"
            })
    void everyConditionHasAPathway(String condition) {
        switchSet(condition, "active");
        try {
            TestPlan plan = TestPlan.of(
                            patient, condition + "-care", Map.of("side", Side.LEFT.code(), "index-date", "2030-03-01"))
                    .posted();
            assertThat(asked(plan, "intake")).containsExactly("intake");
            assertThat(asked(plan, "month-12")).contains("promis-global-health");
            assertThat(plan.carePlan().getActivity()).isNotEmpty();
        } finally {
            switchSet(condition, "draft");
        }
    }

    @Test
    void atTypeLevelThePathwayIsNamed() {
        Parameters parameters = new Parameters();
        parameters.addParameter("subject", new StringType(patient.reference()));
        parameters.addParameter(
                "planDefinition", new StringType(Canonicals.BASE + "/PlanDefinition/knee-replacement-primary|1.0.0"));
        parameters
                .addParameter()
                .setName("parameters")
                .setResource(new Parameters().addParameter("side", new StringType(Side.LEFT.code())));

        assertThat(fhir.post("PlanDefinition/$apply", Fhir.json(parameters))
                        .stored(CarePlan.class)
                        .getContained())
                .isNotEmpty();
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        assertThat(fhir.get(
                        KNEE + "/$apply",
                        Map.of(
                                "subject", "Practitioner/1",
                                "side", "up",
                                "index-date", "2026-02",
                                "setting", "ward",
                                "colour", "blue",
                                "bundle", "perhaps")))
                .isRefusedWith(
                        400,
                        List.of(
                                wrong("subject", "Patient/123"),
                                wrong("side", "bilateral"),
                                wrong("index-date", "day"),
                                wrong("setting", "not supported"),
                                wrong("colour", "not a parameter"),
                                wrong("bundle", "true or false")));
        assertThat(fhir.get("PlanDefinition/no-such-plan/$apply", Map.of("subject", "Patient/nobody-here")))
                .isRefusedWith(
                        404,
                        List.of(
                                new Complaint(ProblemCode.UNKNOWN_PATHWAY, "planDefinition", "no such pathway"),
                                new Complaint(ProblemCode.UNKNOWN_SUBJECT, "subject", "Patient/nobody-here")));
        assertThat(fhir.get(KNEE + "/$apply", Map.of("subject", patient.reference())))
                .isRefusedWith(new Complaint(ProblemCode.SIDE_MISSING, "side", "which side"));
        assertThat(fhir.get(KNEE + "/$apply", Map.of("subject", patient.reference(), "side", "51440002")))
                .isRefusedWith(new Complaint(ProblemCode.SIDE_MISSING, "side", "two episodes"));
        assertThat(fhir.get("PlanDefinition/generic-core/$apply", Map.of("subject", patient.reference())))
                .isRefusedWith(new Complaint(ProblemCode.UNSUPPORTED_MECHANISM, "planDefinition", "not a pathway"));
    }

    private static Complaint wrong(String parameter, String sentencePart) {
        return new Complaint(ProblemCode.INVALID_PARAMETER, parameter, sentencePart);
    }
}
