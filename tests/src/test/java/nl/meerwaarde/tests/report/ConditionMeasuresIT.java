package nl.meerwaarde.tests.report;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

/** The measures of a condition besides its scores: what was recorded, how long it took, how care was experienced. */
class ConditionMeasuresIT {
    private static final String COMPLICATION = "breast-cancer-recorded";

    private final Fhir fhir = TestServer.fhir();
    private final Hospital hospital = Hospital.create(fhir);

    @Test
    void aComplicationCountsWhenItCameInTime() {
        complication(treated("2024-03-01"), "2024-05-30", new BooleanType(true)); // the 90th day
        complication(treated("2024-03-01"), "2024-05-31", new BooleanType(true));
        complication(treated("2024-03-01"), "2024-04-01", new BooleanType(false));
        complication(treated("2024-03-01"), "2024-04-01", snomed("373067005")); // "no"
        complication(treated("2024-03-01"), "2024-04-01", snomed("131148009")); // bleeding
        TestEpisode twice = treated("2024-03-01");
        complication(twice, "2024-03-03", new BooleanType(true));
        complication(twice, "2024-03-09", new BooleanType(true));

        MeasureReportGroupComponent group = group(report(COMPLICATION), "complication");

        assertThat(count(group, "initial-population")).isEqualTo(6);
        assertThat(count(group, "denominator")).isEqualTo(6);
        assertThat(count(group, "numerator")).isEqualTo(3);
        assertThat(group.getMeasureScore().getValue()).isEqualByComparingTo("0.5");
        assertThat(group.getMeasureScore().getCode()).isEqualTo("1");
    }

    /** Whoever died without a recorded complication is not left out. */
    @Test
    void theDeadStayInTheDenominatorAndAnOpenWindowDoesNot() {
        TestEpisode died = treated("2024-03-01");
        died.patient().change(patient -> patient.setDeceased(new DateTimeType("2024-03-20")));
        treated("2024-03-01");
        String lately = LocalDate.now(ZoneOffset.UTC).minusDays(90).toString();
        treated(lately);

        MeasureReportGroupComponent closed = group(report(COMPLICATION), "complication");
        Report open = new Report(fhir.get("Measure/" + COMPLICATION + "/$evaluate-measure?periodStart=" + lately
                + "&periodEnd=" + lately + "&reporter=" + hospital.reference()));

        assertThat(count(closed, "denominator")).isEqualTo(2);
        assertThat(count(group(open, "complication"), "initial-population")).isOne();
        assertThat(count(group(open, "complication"), "denominator")).isZero();
        assertThat(group(open, "complication").getMeasureScore().getValue()).isNull();
    }

    @Test
    void whatWasRecordedCanBeTakenBack() {
        TestEpisode episode = treated("2024-03-01");
        Observation complication = complication(episode, "2024-03-02", new BooleanType(true));
        complication.setStatus(ObservationStatus.ENTEREDINERROR);

        assertThat(fhir.put(complication)).succeeded();

        assertThat(count(group(report(COMPLICATION), "complication"), "numerator"))
                .isZero();
    }

    @Test
    void daysToTreatmentAreCountedWhereBothDaysAreKnown() {
        begun(treated("2024-03-01"), "2024-02-20"); // 10 days
        begun(treated("2024-03-01"), "2024-02-01"); // 29 days
        begun(treated("2024-03-01"), "2024-02");
        begun(treated("2024-03-01"), "2024-03-02");
        treated("2024-03-01");

        Report report = report(COMPLICATION);

        assertThat(report.value("mean-days-to-treatment")).isEqualByComparingTo("19.5");
        assertThat(report.deviation("mean-days-to-treatment").orElseThrow()).isEqualByComparingTo("13.435028843");
        assertThat(report.count("mean-days-to-treatment", "measure-population")).isEqualTo(2);
        assertThat(report.count("mean-days-to-treatment", "initial-population")).isEqualTo(5);
        assertThat(report.group("mean-days-to-treatment").getMeasureScore().getCode())
                .isEqualTo("d");
        assertThat(report.strata("mean-days-to-treatment", "age-band")).containsExactly("70-79");
    }

    /** A norm is a hospital's own: no source at hand supports one that we could ship. */
    @Test
    void aHospitalAddsItsOwnNorm() {
        begun(treated("2024-03-01"), "2024-02-20");
        begun(treated("2024-03-01"), "2024-02-01");
        Measure own = own("breast-cancer-recorded");
        own.getGroup().removeIf(group -> !group.getId().equals("mean-days-to-treatment"));
        Measure.MeasureGroupComponent group = own.getGroupFirstRep();
        group.getExtensionByUrl(Extensions.STATISTIC).setValue(new CodeType("treated-within-days"));
        group.getCode().getCodingFirstRep().setCode("treated-within-days");
        assertThat(fhir.post(own))
                .isRefusedAlsoWith(new Complaint(
                        ProblemCode.INVALID_DEFINITION,
                        "Measure.group[0].extension('" + Extensions.WITHIN_DAYS + "')",
                        "within how many days"));
        group.addExtension(Extensions.WITHIN_DAYS, new PositiveIntType(28));
        group.getPopulation().get(1).getCode().getCodingFirstRep().setCode("denominator");
        group.addPopulation()
                .setCode(new CodeableConcept(
                        new Coding("http://terminology.hl7.org/CodeSystem/measure-population", "numerator", null)));

        Report report = report(fhir.post(own).id());

        assertThat(report.value("treated-within-days")).isEqualByComparingTo("0.5");
        assertThat(report.count("treated-within-days", "numerator")).isOne();
    }

    @Test
    void aDecisionWasSharedWhenEveryAnswerIsTheBest() {
        decided(treated("2024-03-01"), "2024-02-10", 9, 9, 9);
        decided(treated("2024-03-01"), "2024-02-10", 9, 9, 8);
        TestEpisode changed = treated("2024-03-01");
        decided(changed, "2024-02-10", 9, 9, 9);
        decided(changed, "2024-02-12", 5, 5, 5);
        treated("2024-03-01");

        Report report = report("breast-cancer-decision");

        assertThat(report.count("response-chain", "eligible")).isEqualTo(4);
        assertThat(report.count("response-chain", "returned")).isEqualTo(3);
        assertThat(report.count("response-chain", "paired")).isEqualTo(3);
        assertThat(report.count("top-score", "denominator")).isEqualTo(3);
        assertThat(report.count("top-score", "numerator")).isOne();
        assertThat(report.value("top-score")).isEqualByComparingTo("0.333333333");
    }

    @Test
    void experienceIsTheMeanOfOneMoment() {
        rated(treated("2024-03-01"), "2024-09-01", 9, false);
        rated(treated("2024-03-01"), "2024-09-01", 6, false);
        rated(treated("2024-03-01"), "2024-09-01", 1, true);
        treated("2024-03-01");

        Report report = report("breast-cancer-experience");

        assertThat(report.value("mean-score")).isEqualByComparingTo("7.5");
        assertThat(report.count("mean-score", "initial-population")).isEqualTo(4);
        assertThat(report.count("mean-score", "measure-population")).isEqualTo(2);
        assertThat(report.count("response-chain", "proxy")).isOne();
        assertThat(report.value("response-chain")).isEqualByComparingTo("0.5");
    }

    @Test
    void aListNamesThePatientsBehindAnEventRate() {
        TestEpisode complicated = treated("2024-03-01");
        complication(complicated, "2024-03-04", new BooleanType(true));
        TestEpisode well = treated("2024-03-01");

        Report report = new Report(ask(COMPLICATION, "&reportType=subject-list"));

        assertThat(subjects(report, "numerator"))
                .containsExactly(complicated.patient().reference());
        assertThat(subjects(report, "denominator"))
                .containsExactlyInAnyOrder(
                        complicated.patient().reference(), well.patient().reference());
    }

    private static List<String> subjects(Report report, String population) {
        String list = group(report, "complication").getPopulation().stream()
                .filter(p -> p.getCode().getCodingFirstRep().getCode().equals(population))
                .findFirst()
                .orElseThrow()
                .getSubjectResults()
                .getReference();
        return report.resource().getContained().stream()
                .map(ListResource.class::cast)
                .filter(contained ->
                        list.endsWith(contained.getIdElement().getIdPart().replace("#", "")))
                .flatMap(contained -> contained.getEntry().stream())
                .map(entry -> entry.getItem().getReference())
                .toList();
    }

    /** Others see neither a complication of one patient nor how long somebody waited. */
    @Test
    void smallNumbersOfTheseMeasuresAreHiddenFromThePublic() {
        TestEpisode episode = treated("2011-03-01");
        complication(episode, "2011-03-04", new BooleanType(true));
        begun(episode, "2011-02-20");

        Report report = new Report(fhir.get(
                "Measure/" + COMPLICATION + "/$evaluate-measure?periodStart=2011&periodEnd=2011&recipient=public"));

        assertThat(report.resource().getGroup())
                .allSatisfy(group -> assertThat(group.getMeasureScore().getValue())
                        .as(group.getId())
                        .isNull());
        assertThat(report.resource().getGroup())
                .flatMap(MeasureReportGroupComponent::getPopulation)
                .allSatisfy(
                        population -> assertThat(population.getCountElement().getValue())
                                .satisfiesAnyOf(
                                        count -> assertThat(count).isNull(),
                                        count -> assertThat(count).isZero()));
    }

    @Test
    void personalGoalsAreForTheTeamOnly() {
        treated("2024-03-01");

        assertThat(fhir.get("Measure/breast-cancer-goals/$evaluate-measure?periodStart=2024&periodEnd=2024"))
                .isRefusedWith(new Complaint(ProblemCode.NOT_FOR_RECIPIENT, "measure", "for the team"));
        assertThat(new Report(ask("breast-cancer-goals", "")).isAbsent("goals-attained"))
                .isTrue();
    }

    @Test
    void aMeasureOfTwoMomentsAsksNothingOfOne() {
        Measure own = own("breast-cancer-experience");
        own.getGroup().get(1).getExtensionByUrl(Extensions.STATISTIC).setValue(new CodeType("mean-gain"));

        assertThat(fhir.post(own))
                .isRefusedAlsoWith(new Complaint(
                        ProblemCode.INVALID_DEFINITION,
                        "Measure.extension('" + Extensions.MEASUREMENT_MOMENT + "')",
                        "two moments"));
    }

    private Measure own(String shipped) {
        Measure measure = fhir.get("Measure/" + shipped).stored(Measure.class);
        measure.setId((String) null);
        return measure.setUrl("https://tests.meerwaarde.example/Measure/" + UUID.randomUUID());
    }

    private Report report(String measure) {
        return new Report(ask(measure, ""));
    }

    private Reply ask(String measure, String more) {
        return fhir.get("Measure/" + measure + "/$evaluate-measure?periodStart=2024&periodEnd=2024&reporter="
                + hospital.reference() + more);
    }

    private static MeasureReportGroupComponent group(Report report, String id) {
        return report.resource().getGroup().stream()
                .filter(group -> id.equals(group.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static int count(MeasureReportGroupComponent group, String population) {
        return group.getPopulation().stream()
                .filter(p -> p.getCode().getCodingFirstRep().getCode().equals(population))
                .findFirst()
                .orElseThrow()
                .getCount();
    }

    private TestEpisode treated(String day) {
        TestPatient patient = Patients.create(fhir);
        CarePlan plan = TestEpisode.unstored("breast-cancer-care", Side.LEFT);
        plan.getSubject().setReference(patient.reference());
        plan.setAuthor(new Reference(hospital.reference()));
        TestEpisode episode = new TestEpisode(patient, fhir.post(plan).id(), "breast-cancer-care", Side.LEFT);
        episode.operatedOn(day);
        return episode;
    }

    private static void begun(TestEpisode episode, String day) {
        episode.change(plan -> plan.getPeriod().setStartElement(new DateTimeType(day)));
    }

    private Observation complication(TestEpisode episode, String day, Type value) {
        Observation observation = new Observation();
        observation.setStatus(ObservationStatus.FINAL);
        observation.getCode().addCoding(new Coding(CodeSystems.OUTCOME, "complication", null));
        observation.setSubject(new Reference(episode.patient().reference()));
        observation.setEffective(new DateTimeType(day));
        observation.setValue(value);
        observation.setId(fhir.post(observation).id());
        return observation;
    }

    private static CodeableConcept snomed(String code) {
        return new CodeableConcept(new Coding(ExternalCodeSystems.SNOMED_CT, code, null));
    }

    private static void decided(TestEpisode episode, String day, int... answers) {
        assertThat(episode.patient()
                        .answers("collaborate")
                        .all(Map.of(
                                "collaborate-1", answers[0], "collaborate-2", answers[1], "collaborate-3", answers[2]))
                        .on(day)
                        .submit())
                .as(Arrays.toString(answers))
                .isCreated();
    }

    private static void rated(TestEpisode episode, String day, int rating, boolean byProxy) {
        assertThat(episode.patient()
                        .answers("prem-msz")
                        .answer("prem-msz-12", rating)
                        .on(day)
                        .saying(Extensions.RESPONDENT, CodeSystems.RESPONDENT, byProxy ? "proxy" : "patient")
                        .submit())
                .isCreated();
    }
}
