package nl.meerwaarde.tests.story;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestPlan;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Eva, 28, has breast cancer on the left. As a girl she had a lymphoma and radiotherapy. She keeps egg cells, is operated on, has pain in her arm, and tells a year
 * later what nobody had asked about before. She is not the only one, so the pathway changes.
 */
@Story
class EvaStoryIT {
    private static final String BREAST = "eortc-qlq-br23";
    private static final String SEXUAL_FUNCTIONING = "qlq-br23-sexual-functioning";

    private static final String EVA = "Patient/eva";
    private static final String EPISODE = "CarePlan/eva-episode";
    private static final String DECISION = "CarePlan/eva-decision";
    private static final String TEAM = "CareTeam/eva-care-team";
    private static final String CHILDREN = "Goal/eva-goal-children";
    private static final String ROWING = "Goal/eva-goal-rowing";
    private static final String INTIMACY = "Goal/eva-goal-intimacy";

    private final Fhir fhir = TestServer.fhir();
    private final Casebook casebook = new Casebook(fhir);
    private final Chart chart = new Chart(fhir, EVA);
    private final TestPatient eva = new TestPatient(fhir, "eva");

    private TestPlan plan = new TestPlan(eva, new Bundle());

    @BeforeAll
    void theHospitalAndItsPathway() {
        OutcomeSets.switchOn(fhir, "breast-cancer");
        casebook.store(
                "Organization/story-hospital",
                "Organization/eva-breast-desk",
                "Organization/eva-academic-centre",
                "Organization/eva-laboratory",
                "Organization/eva-physiotherapy-practice",
                "Practitioner/eva-surgical-oncologist",
                "Practitioner/eva-breast-care-nurse",
                "Practitioner/eva-nurse-specialist",
                "Practitioner/eva-radiologist",
                "Practitioner/eva-pathologist",
                "Practitioner/eva-medical-oncologist",
                "Practitioner/eva-radiotherapist",
                "Practitioner/eva-plastic-surgeon",
                "Practitioner/eva-physiotherapist",
                "Practitioner/eva-sexologist",
                "Group/eva-group",
                "CareTeam/eva-group-team",
                "PlanDefinition/eva-pathway-1",
                "Measure/eva-measure");
    }

    @AfterAll
    void theHospitalCloses() {
        OutcomeSets.switchOff(fhir, "breast-cancer");
    }

    /** January 2024. Nobody knows yet when she will be treated, so only what comes before it is asked. */
    @Test
    @Order(1)
    void sheIsToldThatSheHasBreastCancer() {
        casebook.store(
                EVA,
                "RelatedPerson/eva-partner",
                "Condition/eva-lymphoma",
                "Procedure/eva-earlier-radiotherapy",
                "Condition/eva-breast-cancer");
        assertThat(fhir.put(teamOf("2024-01-15"))).isCreated();

        plan = casebook.begin(EPISODE, "eva-pathway-1", Map.of());
        casebook.isCalled(CHILDREN, "Goal/" + plan.planned(Goal.class).get(0).getIdPart());

        assertThat(chart.waiting("intake")).containsExactly("intake");
        assertThat(chart.waiting("baseline")).contains(BREAST, "eortc-qlq-c30", "promis-global-health");
        assertThat(chart.waiting()).allMatch(name -> name.startsWith("intake ") || name.startsWith("baseline "));
        assertThat(plan.task("month-12", BREAST).getStatus()).isEqualTo(Task.TaskStatus.DRAFT);
        assertThat(plan.carePlan().getActivity())
                .extracting(visit -> visit.getDetail().getCode().getText())
                .contains("Multidisciplinary meeting", "Mammography and ultrasound; Biopsy");
        assertThat(chart.here("eva-pathway-1")).isEqualTo("Intake");
    }

    /** Eight roles of three houses, her partner, and one list for her. */
    @Test
    @Order(2)
    void sheKnowsWhomToCall() {
        assertThat(chart.team("2024-01-20").members())
                .containsExactlyInAnyOrder(
                        "dr. A. Borst",
                        "B. Mamma",
                        "C. Nazorg",
                        "dr. D. Beeld",
                        "dr. E. Kuur",
                        "dr. F. Weefsel",
                        "dr. G. Straal",
                        "dr. H. Vorm",
                        "Balie borstkankerzorg",
                        "Sam Verzonnen");
        assertThat(chart.team("2024-01-20").whoFor("question")).containsExactly("B. Mamma [+31 20 555 0412]");
        assertThat(chart.team("2024-01-20").told("question", "role")).containsExactly("Breast-care nurse");
        assertThat(chart.team("2024-01-20").whoFor("treatment")).containsExactly("dr. A. Borst [+31 20 555 0411]");
        assertThat(chart.team("2024-01-20").whoFor("emergency"))
                .containsExactly("Balie borstkankerzorg [+31 20 555 0401]");

        CareTeam withoutNurse = teamOf("2024-01-15");
        withoutNurse.getParticipant().remove(1);
        assertThat(fhir.put(withoutNurse))
                .isRefusedWith(new Complaint(ProblemCode.TEAM_INCOMPLETE, "CareTeam.participant", "Contact person"));
    }

    /** What matters to her becomes two goals: one that she rates herself, one that a score measures. */
    @Test
    @Order(3)
    void sheTellsWhatMatters() {
        assertThat(casebook.send("QuestionnaireResponse/eva-intake")).isCreated();
        assertThat(casebook.send("QuestionnaireResponse/eva-breast-baseline")).isCreated();

        assertThat(chart.waiting("intake")).isEmpty();
        assertThat(chart.waiting("baseline")).doesNotContain(BREAST).contains("eortc-qlq-c30");
        assertThat(chart.values(SEXUAL_FUNCTIONING)).containsExactly("2024-01-23: 66.6667");

        assertThat(fhir.put(asAgreed(CHILDREN))).succeeded();
        Goal rowing = asAgreed(ROWING);
        rowing.getExtension().removeIf(extension -> extension.getUrl().equals(Extensions.GOAL_CHANGE));
        rowing.getTargetFirstRep().setDue(new DateType("2024-12-31"));
        assertThat(fhir.put(rowing)).isCreated();
        plan.episode(Side.LEFT).change(episode -> episode.addGoal(new Reference(ROWING)));
        assertThat(chart.goal(casebook.reference(CHILDREN)).getDescription().getText())
                .isEqualTo("Later kinderen kunnen krijgen.");
        assertThat(chart.achievement(ROWING)).isEqualTo("-");
    }

    /** The meeting of the specialists proposed something else. */
    @Test
    @Order(4)
    void sheDecidesWithHerTeam() {
        CarePlan draft = casebook.read(DECISION, CarePlan.class).setStatus(CarePlanStatus.DRAFT);
        without(draft, Extensions.DECISION_CHOICE, Extensions.DECISION_AGREEMENT);
        assertThat(fhir.put(draft)).isCreated();

        CarePlan hasty = casebook.read(DECISION, CarePlan.class);
        without(hasty, Extensions.DECISION_AGREEMENT);
        hasty.addContributor(new Reference("Practitioner/eva-sexologist"));
        assertThat(fhir.put(hasty))
                .isRefusedWith(
                        new Complaint(ProblemCode.AGREEMENT_MISSING, "CarePlan.extension", "agrees explicitly"),
                        new Complaint(ProblemCode.NOT_IN_TEAM, "CarePlan.contributor[5]", "care team"));
        assertThat(casebook.send("Procedure/eva-egg-preservation")).isRefusedWith(tooEarly());

        assertThat(casebook.send(DECISION)).succeeded();

        String treatments = "https://hospital.example.org/fhir/CodeSystem/treatment|";
        String less = CodeSystems.GUIDELINE_DEVIATION + "|less-treatment";
        assertThat(chart.decisions("choice", treatments + "mastectomy-later-reconstruction"))
                .containsExactly("eva-decision");
        assertThat(chart.decisions("choice", treatments + "mastectomy-immediate-reconstruction"))
                .isEmpty();
        assertThat(chart.decisions("activity-code", treatments + "mastectomy-immediate-reconstruction"))
                .containsExactly("eva-decision");
        assertThat(chart.decisions("deviation", less)).containsExactly("eva-decision");
        assertThat(chart.decisions("wanted-variation", less)).isEmpty();
        assertThat(chart.decisions("condition:Condition.code", "http://snomed.info/sct|254837009"))
                .containsExactly("eva-decision");
        assertThat(chart.askedAbout(DECISION)).containsExactly("collaborate until 2024-02-20");
        assertThat(casebook.send("QuestionnaireResponse/eva-collaborate")).isCreated();
        assertThat(chart.values("collaborate-top-score")).containsExactly("2024-02-09: 0");
    }

    /** The egg cells take a week longer than planned; everything that is counted from the operation moves with it. */
    @Test
    @Order(5)
    void firstTheEggCellsThenTheOperation() {
        assertThat(casebook.send("ServiceRequest/eva-planned-operation")).isCreated();
        assertThat(TestPlan.window(plan.task("month-12", BREAST))).isEqualTo("2024-11-26 to 2025-08-26");

        Procedure tooEarly = casebook.read("Procedure/eva-egg-preservation", Procedure.class);
        tooEarly.setPerformed(new DateTimeType("2024-02-05"));
        assertThat(fhir.put(tooEarly)).isRefusedWith(tooEarly());
        assertThat(casebook.send("Procedure/eva-egg-preservation")).isCreated();

        assertThat(casebook.send("QuestionnaireResponse/eva-children-rated")).isCreated();
        assertThat(chart.proposals(casebook.reference(CHILDREN))).containsExactly("1");
        assertThat(chart.achievement(casebook.reference(CHILDREN))).isEqualTo("-");
        chart.confirms(casebook.reference(CHILDREN));
        assertThat(chart.achievement(casebook.reference(CHILDREN))).isEqualTo("achieved 2024-03-01");
        // One goal at 1 counts as 60, whatever its weight.
        assertThat(chart.goalAttainmentScores()).containsExactly("2024-03-01: 60");

        assertThat(casebook.send("Procedure/eva-operation")).isCreated();
        assertThat(TestPlan.window(plan.task("month-6", BREAST))).isEqualTo("2024-06-04 to 2024-12-02");
        assertThat(TestPlan.window(plan.task("month-12", BREAST))).isEqualTo("2024-12-03 to 2025-09-02");
        assertThat(plan.task("baseline", BREAST).getStatus()).isEqualTo(Task.TaskStatus.COMPLETED);
        assertThat(chart.here("eva-pathway-1")).isEqualTo(moment());
    }

    /** September 2024. A score says that rowing is further away than expected; she agrees, takes more time, and gets help. */
    @Test
    @Order(6)
    void herArmHurtsAndAPhysiotherapistJoins() {
        assertThat(casebook.send("QuestionnaireResponse/eva-breast-month-6")).isCreated();
        assertThat(plan.task("month-6", BREAST).getStatus()).isEqualTo(Task.TaskStatus.COMPLETED);
        // (3 + 2 + 2 - 3) / 9 of 100
        assertThat(chart.values("qlq-br23-arm-symptoms")).containsExactly("2024-01-23: 0", "2024-09-02: 44.4444");
        assertThat(chart.proposals(ROWING)).containsExactly("-1");
        chart.confirms(ROWING);
        assertThat(chart.achievement(ROWING)).isEqualTo("in-progress 2024-09-02");
        // 50 + 10 (6 x 1 - 2 x 1) / sqrt(0.7 (6^2 + 2^2) + 0.3 (6 + 2)^2) = 50 + 40 / sqrt(47.2)
        assertThat(chart.goalAttainmentScores()).containsExactly("2024-03-01: 60", "2024-09-02: 55.82");

        Goal later = chart.goal(ROWING);
        later.getTargetFirstRep().setDue(new DateType("2025-06-30"));
        assertThat(fhir.put(later))
                .isRefusedWith(
                        new Complaint(ProblemCode.GOAL_CHANGE_UNEXPLAINED, "Goal.extension", "add when and why"));
        later.addExtension(casebook.read(ROWING, Goal.class).getExtensionByUrl(Extensions.GOAL_CHANGE));
        assertThat(fhir.put(later)).succeeded();
        assertThat(agreedBefore(ROWING)).isEqualTo("2024-12-31");

        assertThat(fhir.put(teamOf("2024-09-10"))).succeeded();
        assertThat(chart.team("2024-09-09").members()).doesNotContain("I. Beweging");
        assertThat(chart.team("2024-09-10").members()).contains("I. Beweging");
    }

    /** March 2025. The arm is well; what the yearly questionnaire says besides, nobody had asked about. */
    @Test
    @Order(7)
    void aYearLaterTheQuestionnaireShowsAProblem() {
        assertThat(casebook.send("QuestionnaireResponse/eva-breast-month-12")).isCreated();

        assertThat(plan.task("month-12", BREAST).getStatus()).isEqualTo(Task.TaskStatus.COMPLETED);
        assertThat(chart.waiting("month-12")).doesNotContain(BREAST);
        assertThat(chart.proposals(ROWING)).containsExactly("1");
        chart.confirms(ROWING);
        assertThat(chart.achievement(ROWING)).isEqualTo("achieved 2025-03-03");
        // both at 1: 50 + 80 / sqrt(47.2)
        assertThat(chart.goalAttainmentScores())
                .containsExactly("2024-03-01: 60", "2024-09-02: 55.82", "2025-03-03: 61.64");
        // (1 + 2 - 2) / 6 of 100
        assertThat(chart.values(SEXUAL_FUNCTIONING))
                .containsExactly("2024-01-23: 66.6667", "2024-09-02: 33.3333", "2025-03-03: 16.6667");
    }

    /** What she would like becomes a goal; what she answered before it was set does not count for it. */
    @Test
    @Order(8)
    void itIsDiscussed() {
        casebook.store("Condition/eva-intimacy");
        assertThat(fhir.put(asAgreed(INTIMACY))).isCreated();
        plan.episode(Side.LEFT).change(episode -> episode.addGoal(new Reference(INTIMACY)));

        assertThat(chart.proposals(INTIMACY)).isEmpty();
        assertThat(chart.achievement(INTIMACY)).isEqualTo("-");
    }

    /** Five other women of the hospital; one of them did not answer after a year. */
    @Test
    @Order(9)
    void theReportOfTheGroupShowsThatSheIsNotTheOnlyOne() {
        Women women = new Women(fhir, "eva-pathway-1", "Organization/story-hospital");
        women.answered("4", "3", "2", "2"); // 83.3333 and 33.3333
        women.answered("2", "3", "2", "3"); // 50 and 50
        women.answered("3", "3", "2", "2"); // 66.6667 and 33.3333
        women.answered("2", "3", "3", "3"); // 50 and 66.6667
        women.answeredBeforeOnly("3", "3");

        Report report = new Report(
                fhir.get(
                        "Measure/eva-measure/$evaluate-measure?periodStart=2024&periodEnd=2024&reporter=Organization/story-hospital"));

        assertThat(report.count("response-chain", "eligible")).isEqualTo(6);
        assertThat(report.count("response-chain", "invited")).isEqualTo(6);
        assertThat(report.count("response-chain", "paired")).isEqualTo(5);
        assertThat(report.value("mean-before")).isEqualByComparingTo("63.33334");
        assertThat(report.value("mean-after")).isEqualByComparingTo("40");
        assertThat(report.value("mean-gain")).isEqualByComparingTo("-23.33334");
        assertThat(report.count("worsened", "numerator")).isEqualTo(3);
        assertThat(report.value("worsened")).isEqualByComparingTo("0.6");
        saysWhatTheGuideSays(report);
        saysToThePublicWhatTheGuideSays(new Report(
                fhir.get("Measure/eva-measure/$evaluate-measure?periodStart=2024&periodEnd=2024&recipient=public")));
    }

    /** June 2025. The group decides; Eva's own pathway changes when she wants it, and she sees first what changes. */
    @Test
    @Order(10)
    void aSexologistJoinsThePathway() {
        casebook.store("PlanDefinition/eva-pathway-2");
        String episode = casebook.reference(EPISODE);
        assertThat(follows(episode)).endsWith("|1.0.0");

        VersionDifference difference = VersionDifference.of(fhir, episode);

        assertThat(difference.lines())
                .containsExactly(
                        "added month-24 pre-consult",
                        "added month-36 pre-consult",
                        "added month-48 pre-consult",
                        "added month-60 pre-consult",
                        "added month-72 pre-consult",
                        "added month-84 pre-consult",
                        "added month-96 pre-consult",
                        "added month-108 pre-consult",
                        "added month-120 pre-consult",
                        "added Talk with the sexologist: 396 to 547 days");
        assertThat(follows(episode)).endsWith("|1.0.0");
        assertThat(chart.waiting("month-120")).contains(BREAST).doesNotContain("pre-consult");

        assertThat(fhir.bundle(difference.move())).succeeded();
        assertThat(fhir.put(teamOf("2025-06-10"))).succeeded();

        assertThat(follows(episode)).endsWith("|2.0.0");
        assertThat(chart.waiting("month-120")).contains(BREAST, "pre-consult");
        assertThat(plan.task("month-12", BREAST).getStatus()).isEqualTo(Task.TaskStatus.COMPLETED);
        assertThat(chart.team("2025-06-09").members()).doesNotContain("J. Intiem");
        assertThat(chart.team("2025-06-10").members()).contains("J. Intiem", "I. Beweging");
        assertThat(chart.map("eva-pathway-2")).contains(">Sexologist<", "Talk with the sexologist");
        assertThat(chart.here("eva-pathway-2")).isEqualTo(moment());
        assertThat(fhir.bundle(difference.move())).hasStatus(409);
    }

    /** March 2026. The questionnaire says that it helps; whether her goal is reached, she says. */
    @Test
    @Order(11)
    void itGetsBetter() {
        assertThat(casebook.send("QuestionnaireResponse/eva-breast-month-24")).isCreated();

        assertThat(plan.task("month-24", BREAST).getStatus()).isEqualTo(Task.TaskStatus.COMPLETED);
        // (2 + 3 - 2) / 6 of 100
        assertThat(chart.values(SEXUAL_FUNCTIONING)).endsWith("2026-03-02: 50");
        assertThat(chart.proposals(INTIMACY)).containsExactly("true");
        chart.confirms(INTIMACY);
        assertThat(chart.achievement(INTIMACY)).isEqualTo("achieved 2026-03-02");
    }

    /** The guide shows how the story ends: what it shows is what this server made. */
    @Test
    @Order(12)
    void theRecordIsWhatTheGuideShows() {
        for (String goal : List.of(CHILDREN, ROWING, INTIMACY)) {
            Goal shown = casebook.read(goal, Goal.class);
            Goal stored = chart.goal(casebook.reference(goal));
            assertThat(stored.getOutcomeReference()).hasSameSizeAs(shown.getOutcomeReference());
            assertThat(chart.achievement(casebook.reference(goal)))
                    .isEqualTo(shown.getAchievementStatus().getCodingFirstRep().getCode() + " "
                            + shown.getStatusDateElement().getValueAsString());
            assertThat(stored.getTarget().get(0).equalsDeep(shown.getTarget().get(0)))
                    .isTrue();
        }
        Observation total = casebook.read("Observation/eva-goal-attainment-score", Observation.class);
        assertThat(chart.goalAttainmentScores())
                .endsWith("2025-03-03: " + total.getValueQuantity().getValue().toPlainString());
        for (String name : List.of("Task/eva-task-month-12", "Task/eva-task-month-24", "Task/eva-task-month-120")) {
            Task shown = casebook.read(name, Task.class);
            assertThat(chart.tasks(shown.getStatus().toCode()))
                    .as(name)
                    .anyMatch(stored -> TestPlan.moment(stored).equals(TestPlan.moment(shown))
                            && TestPlan.asked(stored).equals(TestPlan.asked(shown))
                            && TestPlan.window(stored).equals(TestPlan.window(shown)));
        }
        CarePlan shown = casebook.read(EPISODE, CarePlan.class);
        CarePlan stored = fhir.get(casebook.reference(EPISODE)).stored(CarePlan.class);
        assertThat(stored.getGoal())
                .extracting(Reference::getReference)
                .containsExactlyElementsOf(
                        shown.getGoal().stream().map(Reference::getReference).toList());
        assertThat(follows(casebook.reference(EPISODE)))
                .isEqualTo(shown.getInstantiatesCanonical().get(0).getValue());
    }

    /** The team with those who had joined by a day. */
    private CareTeam teamOf(String day) {
        CareTeam team = casebook.read(TEAM, CareTeam.class);
        team.getParticipant()
                .removeIf(member -> member.getPeriod().hasStart()
                        && member.getPeriod()
                                        .getStartElement()
                                        .getValueAsString()
                                        .compareTo(day)
                                > 0);
        return team;
    }

    /** A goal as it was agreed: how far it was reached, the server says. */
    private Goal asAgreed(String reference) {
        return casebook.read(reference, Goal.class)
                .setAchievementStatus(null)
                .setStatusDate(null)
                .setOutcomeReference(null);
    }

    /** Until when she had wanted it at first. */
    private String agreedBefore(String goal) {
        return fhir.get(goal + "/_history/1")
                .stored(Goal.class)
                .getTargetFirstRep()
                .getDueDateType()
                .getValueAsString();
    }

    private static void without(CarePlan decision, String... extensions) {
        decision.getExtension().removeIf(extension -> List.of(extensions).contains(extension.getUrl()));
    }

    private static Complaint tooEarly() {
        return new Complaint(
                ProblemCode.TREATMENT_BEFORE_AGREEMENT, "Procedure.basedOn[0]", "before the patient agreed");
    }

    private String follows(String episode) {
        return fhir.get(episode)
                .stored(CarePlan.class)
                .getInstantiatesCanonical()
                .get(0)
                .getValue();
    }

    /** The yearly moment at which somebody is today who was operated on in March 2024. */
    private static String moment() {
        TreeMap<Long, String> moments = new TreeMap<>(Map.of(
                731L, "24 months",
                1096L, "36 months",
                1461L, "48 months",
                1826L, "60 months",
                2192L, "72 months",
                2557L, "84 months",
                2922L, "96 months",
                3287L, "108 months",
                3652L, "120 months"));
        return moments.floorEntry(ChronoUnit.DAYS.between(LocalDate.of(2024, 3, 4), LocalDate.now(ZoneOffset.UTC)))
                .getValue();
    }

    /** Of six women nothing: the same elements are masked, for the same reasons. */
    private void saysToThePublicWhatTheGuideSays(Report report) {
        List<MeasureReport.MeasureReportGroupComponent> shown = casebook.read(
                        "MeasureReport/eva-report-public", MeasureReport.class)
                .getGroup();
        List<MeasureReport.MeasureReportGroupComponent> groups =
                report.resource().getGroup();
        assertThat(groups).hasSameSizeAs(shown);
        for (int i = 0; i < shown.size(); i++) {
            MeasureReport.MeasureReportGroupComponent group = groups.get(i);
            assertThat(group.equalsDeep(shown.get(i))).as(group.getId()).isTrue();
        }
    }

    private void saysWhatTheGuideSays(Report report) {
        for (MeasureReport.MeasureReportGroupComponent shown :
                casebook.read("MeasureReport/eva-report", MeasureReport.class).getGroup()) {
            String statistic = Report.code(shown, Extensions.STATISTIC);
            shown.getPopulation()
                    .forEach(population -> assertThat(report.count(
                                    statistic,
                                    population.getCode().getCodingFirstRep().getCode()))
                            .as(statistic)
                            .isEqualTo(population.getCount()));
            Quantity figure = shown.getMeasureScore();
            assertThat(report.value(statistic).setScale(figure.getValue().scale(), RoundingMode.HALF_UP))
                    .as(statistic)
                    .isEqualByComparingTo(figure.getValue());
        }
    }
}
