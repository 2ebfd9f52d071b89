package nl.meerwaarde.tests.disclosure;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupPopulationComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupPopulationComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A recipient of quarters and years: what a year shows does not give away what a quarter hides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuarterlyReleaseIT {
    private static final List<String> QUARTERS = List.of(
            "2010-01&periodEnd=2010-03",
            "2010-04&periodEnd=2010-06",
            "2010-07&periodEnd=2010-09",
            "2010-10&periodEnd=2010-12");

    private final Fhir fhir = TestServer.fhir();
    private final Hospitals hospitals = Hospitals.of(fhir, 2010, "a", "b", "c");
    private ChangedPolicies policies;

    @BeforeAll
    void patientsAndPolicy() {
        for (String month : List.of("02", "05", "08", "11")) {
            hospitals.treatedIn(month, "a", month.equals("05") ? 3 : 12, "1", "3");
            hospitals.treatedIn(month, "b", 14, "1", "3");
            hospitals.treatedIn(month, "c", 11, "1", "4");
        }
        policies = ChangedPolicies.of(fhir, QuarterlyReleaseIT::addInsurer);
    }

    private static void addInsurer(CodeSystem policies) {
        ConceptDefinitionComponent insurer =
                policies.addConcept().setCode("insurer").setDisplay("Insurer");
        property(insurer, "threshold", new IntegerType(10));
        property(insurer, "protection", new IntegerType(5));
        property(insurer, "dominance", new DecimalType("0.5"));
        property(insurer, "adjusted-from", new IntegerType(30));
        property(insurer, "period", new CodeType("year"));
        property(insurer, "period", new CodeType("quarter"));
        property(insurer, "individual", new BooleanType(false));
    }

    @AfterAll
    void policiesAsBefore() {
        policies.close();
    }

    @Test
    void aHiddenQuarterCannotBeSubtractedFromTheYear() {
        Map<String, Integer> year = eligible("2010&periodEnd=2010");
        List<Map<String, Integer>> quarters =
                QUARTERS.stream().map(this::eligible).toList();

        assertThat(quarters.get(1).get(id("a"))).as("three patients").isNull();
        for (String hospital : List.of(id("a"), id("b"), id("c"), "all")) {
            long hidden = quarters.stream()
                    .filter(quarter -> quarter.get(hospital) == null)
                    .count();
            assertThat(year.get(hospital) != null && hidden == 1)
                    .as("one hidden quarter of %s in a year that is shown", hospital)
                    .isFalse();
        }
        for (Map<String, Integer> quarter : quarters) {
            long hidden = List.of(id("a"), id("b"), id("c")).stream()
                    .filter(hospital -> quarter.get(hospital) == null)
                    .count();
            assertThat(quarter.get("all") != null && hidden == 1)
                    .as("one hidden hospital in a quarter that is shown")
                    .isFalse();
        }
    }

    @Test
    void monthsAndOddPeriodsAreNotForIt() {
        assertThat(report("2010-05&periodEnd=2010-05")).hasStatus(422);
        assertThat(report("2010-02&periodEnd=2010-04")).hasStatus(422);
    }

    /** Who was eligible, by hospital and of all; null where that is hidden. */
    private Map<String, Integer> eligible(String period) {
        Report report = new Report(report(period));
        Map<String, Integer> counts = new TreeMap<>();
        for (StratifierGroupComponent stratum : report.stratifier("response-chain", "organization")) {
            counts.put(
                    stratum.getValue().getText(),
                    eligible(
                            stratum.getPopulation(),
                            StratifierGroupPopulationComponent::getCode,
                            StratifierGroupPopulationComponent::getCountElement));
        }
        counts.put(
                "all",
                eligible(
                        report.group("response-chain").getPopulation(),
                        MeasureReportGroupPopulationComponent::getCode,
                        MeasureReportGroupPopulationComponent::getCountElement));
        return counts;
    }

    /** Populations of a group and of a stratum are of two types that are alike. */
    private static <P> @Nullable Integer eligible(
            List<P> populations, Function<P, CodeableConcept> code, Function<P, IntegerType> count) {
        P eligible = populations.stream()
                .filter(population ->
                        code.apply(population).getCodingFirstRep().getCode().equals("eligible"))
                .findFirst()
                .orElseThrow();
        return count.apply(eligible).getValue();
    }

    private Reply report(String period) {
        return fhir.get(
                "Measure/knee-replacement-primary-oxford/$evaluate-measure?recipient=insurer&periodStart=" + period);
    }

    private String id(String hospital) {
        return hospitals.ids().get(hospital);
    }

    private static void property(ConceptDefinitionComponent concept, String code, Type value) {
        concept.addProperty().setCode(code).setValue(value);
    }
}
