package nl.meerwaarde.tests.casemix;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.casemix.KneeCohort.Person;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestModel;
import nl.meerwaarde.tests.support.TestServer;
import org.assertj.core.data.Offset;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two hospitals, of 70 and 50 patients, one in ten readmitted; how many gain what matters follows from the score before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObservedOverExpectedIT {
    private static final Offset<BigDecimal> NEAR = within(new BigDecimal("0.0000001"));
    private static final String RATIO = "observed-over-expected";

    private final Fhir fhir = TestServer.fhir();
    private final KneeCohort first = KneeCohort.create(fhir);
    private final KneeCohort second = new KneeCohort(
            fhir,
            first.pathway(),
            fhir.post(new Organization().setName("Second hospital")).id());

    @BeforeAll
    void patients() {
        first.add(
                IntStream.range(0, 70).mapToObj(ObservedOverExpectedIT::person).toList());
        second.add(IntStream.range(70, 120)
                .mapToObj(ObservedOverExpectedIT::person)
                .toList());
    }

    private static Person person(int i) {
        int before = 8 + i % 25;
        return new Person(
                i % 2 == 0 ? AdministrativeGender.FEMALE : AdministrativeGender.MALE,
                "1950-01-01",
                before,
                before + ((i * 37) % 50 > i % 25 * 2 ? 9 : 3),
                i % 10 == 0);
    }

    /** A model expects in total as many as there were where it was fitted; what a hospital differs from that is its own. */
    @Test
    void sharesCompareWithWhatAFittedModelExpected() {
        Library model = fitted("1");
        Report report = report(measure("1", reachedMic(model.getUrl() + "|1")), "");

        assertThat(report.value(RATIO)).isCloseTo(BigDecimal.ONE, NEAR);
        assertThat(report.count(RATIO, "denominator")).isEqualTo(120);
        assertThat(report.count(RATIO, "numerator")).isEqualTo(report.count("reached-mic", "numerator"));
        assertThat(number(report.group(RATIO), Extensions.ADJUSTED_SHARE)).isCloseTo(report.value("reached-mic"), NEAR);
        assertThat(expected(report.group(RATIO)))
                .isCloseTo(new BigDecimal(report.count(RATIO, "numerator")), within(new BigDecimal("0.000001")));
        StratifierGroupComponent here = stratum(report, first.organization());
        StratifierGroupComponent there = stratum(report, second.organization());
        assertThat(expected(here).add(expected(there))).isEqualByComparingTo(expected(report.group(RATIO)));
        assertThat(here.getMeasureScore().getValue())
                .isCloseTo(
                        new BigDecimal(here.getPopulation().get(1).getCount())
                                .divide(expected(here), java.math.MathContext.DECIMAL64),
                        NEAR);
        assertThat(number(here, Extensions.ADJUSTED_SHARE))
                .isCloseTo(here.getMeasureScore().getValue().multiply(report.value("reached-mic")), NEAR);
        assertThat(Report.code(here, Extensions.CONTROL_LIMIT_STATUS)).isEqualTo("within");
    }

    /** With what came later the model would be another: that is its next version, and whoever names the first reads what it read. */
    @Test
    void aRefitChangesNoReportOfTheVersionBefore() {
        Library model = fitted("a");
        String measure = measure("a", reachedMic(model.getUrl() + "|a"));
        Report before = report(measure, "");
        String published = fhir.post("Measure/" + measure + "/$evaluate-measure", publish())
                .stored(MeasureReport.class)
                .getIdElement()
                .toUnqualifiedVersionless()
                .getValue();
        TestModel other = TestModel.of(first.pathway(), "b", "logistic")
                .intercept("0.5")
                .fittedOn()
                .active();
        other.library().setUrl(model.getUrl());
        assertThat(fhir.post(other.library())).isCreated();

        assertThat(report(measure, "").value(RATIO)).isEqualByComparingTo(before.value(RATIO));
        assertThat(new Report(fhir.get(published)).value(RATIO)).isEqualByComparingTo(before.value(RATIO));
        Report ofSecond = report(measure("b", reachedMic(model.getUrl() + "|b")), "");
        assertThat(number(ofSecond.group(RATIO), Extensions.EXPECTED_SHARE))
                .isCloseTo(new BigDecimal("0.622459331202"), NEAR);
    }

    /** One in ten expected, of 70 and of 50; 7 and 5 there were. */
    @Test
    void eventsCompareWithAModelOfAsManyDays() {
        String model = eventModel(90);
        Report report = report(measure("1", readmission(model, 90)), "");

        assertThat(report.value(RATIO)).isCloseTo(BigDecimal.ONE, NEAR);
        assertThat(expected(report.group(RATIO))).isCloseTo(new BigDecimal(12), within(new BigDecimal("1e-9")));
        assertThat(number(
                        Objects.requireNonNull(report.group(RATIO).getExtensionByUrl(Extensions.POOLABLE_CELL)),
                        "expected-variance"))
                .isCloseTo(new BigDecimal("10.8"), within(new BigDecimal("1e-9")));
        Report otherDays = report(measure("1", readmission(model, 30)), "");
        assertThat(otherDays.count(RATIO, "denominator"))
                .as("it says nothing of a month")
                .isZero();
        assertThat(otherDays.isAbsent(RATIO)).isTrue();
    }

    /** Seven and five readmissions are hidden, and so is what a model expected of these patients: fitted on them it would expect just as many. */
    @Test
    void whatWasExpectedGoesWithWhatIsHidden() {
        String measure = measure("1", readmission(eventModel(90), 90));
        Report open = report(measure, "&recipient=public");

        assertThat(open.count("event-rate", "initial-population")).isEqualTo(120);
        for (StratifierGroupComponent hospital : open.stratifier(RATIO, "organization")) {
            assertThat(hospital.getPopulation().get(2).getCountElement().hasValue())
                    .isFalse();
            assertThat(hospital.getMeasureScore().getValue()).isNull();
            assertThat(hospital.getExtension())
                    .extracting(Extension::getUrl)
                    .doesNotContain(
                            Extensions.EXPECTED_SHARE,
                            Extensions.ADJUSTED_SHARE,
                            Extensions.POOLABLE_CELL,
                            Extensions.CONTROL_LIMIT_STATUS);
        }
        // Of two hospitals each knows the other's when it knows both together.
        assertThat(open.group(RATIO).getPopulation().get(2).getCountElement().hasValue())
                .isFalse();
        assertThat(open.isAbsent(RATIO)).isTrue();
        assertThat(open.group(RATIO).hasExtension(Extensions.EXPECTED_SHARE)).isFalse();
    }

    /** With 120 expected the limits are far narrower than those of 5: by what is expected, not by patients. */
    @Test
    void theFunnelLiesByWhatWasExpected() {
        Library model = fitted("1");
        String measure = measure("1", reachedMic(model.getUrl() + "|1"));
        Bundle bundle = fhir.get("Measure/" + measure + "/$benchmark?periodStart=2024&periodEnd=2024&group=" + RATIO)
                .stored(Bundle.class);
        MeasureReport report = (MeasureReport) bundle.getEntryFirstRep().getResource();
        Extension basis = report.getGroupFirstRep().getExtensionByUrl(Extensions.CONTROL_LIMIT_BASIS);

        assertThat(number(basis, "target")).isEqualByComparingTo("1");
        assertThat(basis.getExtensionByUrl("exact").getValue().primitiveValue()).isEqualTo("true");
        assertThat(report.getGroupFirstRep().getStratifierFirstRep().getStratum())
                .hasSize(2)
                .allSatisfy(stratum -> {
                    assertThat(Report.code(stratum, Extensions.CONTROL_LIMIT_STATUS))
                            .isEqualTo("within");
                    double high = number(
                                    stratum.getExtensionsByUrl(Extensions.CONTROL_LIMIT)
                                            .get(0),
                                    "high")
                            .doubleValue();
                    double normal = 1 + 1.96 / Math.sqrt(expected(stratum).doubleValue());
                    assertThat(high).isCloseTo(normal, within(0.03));
                });
        assertThat(fhir.get("Measure/" + measure + "/$benchmark?periodStart=2024&periodEnd=2024&limits=normal&group="
                        + RATIO + "&_format=image/svg%2Bxml"))
                .hasStatus(200);
    }

    /** Delivered, the expected travel beside the observed. */
    @Test
    void whatIsDeliveredTellsWhatWasExpected() {
        String measure = measure("1", readmission(eventModel(90), 90));
        MeasureReport delivered = fhir.get("Measure/" + measure
                        + "/$evaluate-measure?periodStart=2024&periodEnd=2024&recipient=registry&reporter=Organization/"
                        + first.organization())
                .stored(MeasureReport.class);
        String json = Fhir.json(delivered);
        assertThat(json)
                .contains("/90/https://tests.meerwaarde.example/Library/")
                .contains("|1.expected\"")
                .contains("|1.variance\"")
                .contains("|1.expected.largest\"");
    }

    @Test
    void aGroupWithoutShareOrModelIsRefused() {
        Measure measure = unstored("1");
        group(measure, RATIO, "denominator", "numerator");
        assertThat(fhir.post(measure))
                .isRefusedAlsoWith(new Complaint(
                        ProblemCode.INVALID_DEFINITION,
                        "Measure.group[0].extension('" + Extensions.ADJUSTED_STATISTIC + "')",
                        "must name the share"));
        assertThat(fhir.post(measure))
                .isRefusedAlsoWith(new Complaint(
                        ProblemCode.INVALID_DEFINITION,
                        "Measure.group[0].extension('" + Extensions.CASE_MIX_MODEL + "')",
                        "must name the logistic model"));
    }

    private Library fitted(String version) {
        Parameters request = new Parameters();
        request.addParameter("periodStart", new DateType("2024-01-01"));
        request.addParameter("periodEnd", new DateType("2024-12-31"));
        request.addParameter("version", new StringType(version));
        request.addParameter()
                .setName("model")
                .setResource(TestModel.of(first.pathway(), "draft", "logistic")
                        .covariate("before", "score-before", null, "no-expectation")
                        .term("before", null, "20", "1", null)
                        .library());
        Library model = (Library) fhir.post("Library/$fit-case-mix-model", Fhir.json(request))
                .stored(Parameters.class)
                .getParameter("return")
                .getResource();
        assertThat(fhir.post(model.setStatus(PublicationStatus.ACTIVE))).isCreated();
        return model;
    }

    /** Expects one in ten of everybody. */
    private String eventModel(int days) {
        TestModel model = TestModel.of(first.pathway(), "1", "logistic")
                .intercept("-2.1972245773362196")
                .fittedOn()
                .active();
        model.library()
                .addExtension(Extensions.PREDICTED_EVENT, new Coding(CodeSystems.OUTCOME_EVENT, "readmission", null));
        model.library().addExtension(Extensions.WITHIN_DAYS, new PositiveIntType(days));
        assertThat(fhir.post(model.library())).isCreated();
        return model.canonical();
    }

    private interface Groups {
        void addTo(Measure measure);
    }

    private static Groups reachedMic(String model) {
        return measure -> {
            group(measure, "reached-mic", "denominator", "numerator");
            MeasureGroupComponent ratio = group(measure, RATIO, "denominator", "numerator");
            ratio.addExtension(Extensions.ADJUSTED_STATISTIC, new CodeType("reached-mic"));
            ratio.addExtension(Extensions.CASE_MIX_MODEL, new CanonicalType(model));
        };
    }

    private static Groups readmission(String model, int days) {
        return measure -> {
            MeasureGroupComponent rate = group(measure, "event-rate", "initial-population", "denominator", "numerator");
            MeasureGroupComponent ratio = group(measure, RATIO, "initial-population", "denominator", "numerator");
            ratio.addExtension(Extensions.ADJUSTED_STATISTIC, new CodeType("event-rate"));
            ratio.addExtension(Extensions.CASE_MIX_MODEL, new CanonicalType(model));
            for (MeasureGroupComponent group : List.of(rate, ratio)) {
                group.addExtension(
                        Extensions.COUNTED_EVENT, new Coding(CodeSystems.OUTCOME_EVENT, "readmission", null));
                group.addExtension(Extensions.WITHIN_DAYS, new PositiveIntType(days));
            }
        };
    }

    private static MeasureGroupComponent group(Measure measure, String statistic, String... populations) {
        MeasureGroupComponent group = measure.addGroup();
        group.addExtension(Extensions.STATISTIC, new CodeType(statistic));
        group.setCode(new CodeableConcept(new Coding(CodeSystems.STATISTIC, statistic, null)));
        for (String population : populations) {
            group.addPopulation()
                    .setCode(new CodeableConcept(
                            new Coding("http://terminology.hl7.org/CodeSystem/measure-population", population, null)))
                    .getCriteria()
                    .setLanguage("text/cql-identifier")
                    .setExpression(population);
        }
        group.addStratifier().setCode(new CodeableConcept(new Coding(CodeSystems.STRATIFIER, "organization", null)));
        return group;
    }

    private Measure unstored(String version) {
        Measure measure = fhir.get("Measure/knee-replacement-primary-oxford").stored(Measure.class);
        measure.setId((String) null);
        measure.setMeta(null);
        measure.setUrl("http://hospital.example.org/Measure/" + UUID.randomUUID());
        measure.setVersion(version);
        measure.getLibrary().clear();
        measure.getExtensionByUrl(Extensions.PATHWAY).setValue(new CanonicalType(first.pathway()));
        measure.getExtension().removeIf(extension -> Extensions.CASE_MIX_MODEL.equals(extension.getUrl()));
        measure.getGroup().clear();
        return measure;
    }

    private String measure(String version, Groups groups) {
        Measure measure = unstored(version);
        groups.addTo(measure);
        return fhir.post(measure).id();
    }

    private static String publish() {
        Parameters request = new Parameters();
        request.addParameter("periodStart", new DateType("2024-01-01"));
        request.addParameter("periodEnd", new DateType("2024-12-31"));
        request.addParameter("publish", new org.hl7.fhir.r4.model.BooleanType(true));
        return Fhir.json(request);
    }

    private Report report(String measure, String more) {
        return new Report(fhir.get("Measure/" + measure + "/$evaluate-measure?periodStart=2024&periodEnd=2024" + more));
    }

    private static StratifierGroupComponent stratum(Report report, String organization) {
        return report.stratifier(RATIO, "organization").stream()
                .filter(stratum -> stratum.getValue().getText().equals(organization))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal expected(Element element) {
        return number(Objects.requireNonNull(element.getExtensionByUrl(Extensions.POOLABLE_CELL)), "expected-sum");
    }

    private static BigDecimal number(Element element, String url) {
        return ((DecimalType) element.getExtensionByUrl(url).getValue()).getValue();
    }
}
