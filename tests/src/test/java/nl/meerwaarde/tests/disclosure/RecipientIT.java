package nl.meerwaarde.tests.disclosure;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupPopulationComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Five hospitals, one of which has three patients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecipientIT {
    private final Fhir fhir = TestServer.fhir();
    private final Hospitals hospitals = Hospitals.of(fhir, 2013, "a", "b", "c", "d", "e");

    @BeforeAll
    void patients() {
        hospitals
                .treated("a", 14, "1", "3")
                .treated("b", 12, "1", "3")
                .treated("c", 3, "1", "4")
                .treated("d", 13, "2", "3")
                .treated("e", 15, "1", "3");
    }

    @Test
    void whoHoldsTheRecordsSeesEveryNumberAlsoWithoutSaying() {
        Report report = new Report(hospitals.report(""));

        assertThat(eligible(report, "c").getValue()).isEqualTo(3);
        assertThat(report.count("response-chain", "eligible")).isEqualTo(57);
        assertThat(report.value("mean-gain", "organization", hospitals.ids().get("c")))
                .isEqualByComparingTo("36");
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "researcher", "organization", "team"})
    void nobodyElseSeesASmallNumber(String recipient) {
        Report report = new Report(hospitals.report("&recipient=" + recipient));

        assertThat(counts(report)).isNotEmpty().allSatisfy(count -> {
            if (count.hasValue()) {
                assertThat(count.getValue())
                        .satisfiesAnyOf(
                                value -> assertThat(value).isZero(),
                                value -> assertThat(value).isGreaterThanOrEqualTo(10));
            } else {
                assertThat(masked(count)).isTrue();
            }
        });
    }

    /** Of a group of fewer than ten only that is told. */
    @Test
    void aSuppressedNumberSaysSoAndTakesWhatIsComputedFromItAlong() {
        Report report = new Report(hospitals.report("&recipient=public"));
        StratifierGroupComponent gain = stratum(report, "mean-gain", "c");
        StratifierGroupPopulationComponent eligible = population(gain, "initial-population");

        assertThat(masked(eligible.getCountElement())).isTrue();
        assertThat(Report.code(eligible, Canonicals.Extensions.SUPPRESSION_REASON))
                .isEqualTo("primary");
        assertThat(eligible.getExtensionByUrl(Canonicals.Extensions.COUNT_BELOW)
                        .getValue()
                        .primitiveValue())
                .isEqualTo("10");
        assertThat(masked(population(gain, "measure-population").getCountElement()))
                .isTrue();
        assertThat(masked(gain.getMeasureScore().getValueElement())).isTrue();
        assertThat(Report.code(gain, Canonicals.Extensions.SUPPRESSION_REASON)).isEqualTo("withheld");
        assertThat(gain.hasExtension(Canonicals.Extensions.POOLABLE_CELL)).isFalse();
        assertThat(gain.hasExtension(Canonicals.Extensions.STANDARD_DEVIATION)).isFalse();
    }

    private static StratifierGroupPopulationComponent population(StratifierGroupComponent stratum, String code) {
        return stratum.getPopulation().stream()
                .filter(population ->
                        population.getCode().getCodingFirstRep().getCode().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Two hospitals that know their own, or anybody with a pencil, must not get the three. */
    @Test
    void whatTheHiddenOnesHaveTogetherIsNotThree() {
        Report report = new Report(hospitals.report("&recipient=public"));
        List<String> hidden = hospitals.ids().keySet().stream()
                .filter(name -> !eligible(report, name).hasValue())
                .toList();
        boolean totalHidden = group(report).getPopulation().stream()
                .anyMatch(population ->
                        population.getCode().getCodingFirstRep().getCode().equals("eligible")
                                && !population.getCountElement().hasValue());

        assertThat(hidden).contains("c");
        assertThat(totalHidden || hidden.size() >= 4).isTrue();
    }

    @Test
    void anOrganizationSeesItsOwnNumbersAndOfTheOthersWhatThePublicSees() {
        String own = "&recipient=organization&recipientOrganization=Organization/"
                + hospitals.ids().get("c");
        Report report = new Report(hospitals.report(own));
        Report open = new Report(hospitals.report("&recipient=public"));

        assertThat(eligible(report, "c").getValue()).isEqualTo(3);
        assertThat(report.value("mean-gain", "organization", hospitals.ids().get("c")))
                .isEqualByComparingTo("36");
        for (String other : List.of("a", "b", "d", "e")) {
            assertThat(eligible(report, other).hasValue())
                    .isEqualTo(eligible(open, other).hasValue());
        }
        assertThat(new Report(hospitals.report(own + "&reporter=Organization/"
                                + hospitals.ids().get("c")))
                        .count("response-chain", "eligible"))
                .isEqualTo(3);
    }

    @Test
    void aRegistryByLawGetsExactCells() {
        Report report = new Report(hospitals.report("&recipient=registry"));

        assertThat(eligible(report, "c").getValue()).isEqualTo(3);
        assertThat(stratum(report, "mean-gain", "c").hasExtension(Canonicals.Extensions.POOLABLE_CELL))
                .isTrue();
    }

    @Test
    void researchersGetRoundedCounts() {
        Report report = new Report(hospitals.report("&recipient=researcher"));

        assertThat(counts(report).stream().filter(IntegerType::hasValue))
                .isNotEmpty()
                .allMatch(count -> count.getValue() % 5 == 0);
        assertThat(report.group("mean-gain").hasExtension(Canonicals.Extensions.POOLABLE_CELL))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "organization", "registry", "record-holder"})
    void theReportSaysForWhomItIs(String recipient) {
        Report report = new Report(hospitals.report("&recipient=" + recipient));
        Coding disclosedTo = (Coding) report.resource()
                .getExtensionByUrl(Canonicals.Extensions.DISCLOSED_TO)
                .getValue();

        assertThat(disclosedTo.getCode()).isEqualTo(recipient);
        assertThat(disclosedTo.getVersion()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "researcher"})
    void aReportWithHiddenNumbersIsValid(String recipient) {
        Report report = new Report(hospitals.report("&recipient=" + recipient));
        OperationOutcome outcome = fhir.post("MeasureReport/$validate", Fhir.json(report.resource()))
                .body(OperationOutcome.class);

        assertThat(outcome.getIssue().stream()
                        .filter(issue ->
                                Set.of(IssueSeverity.ERROR, IssueSeverity.FATAL).contains(issue.getSeverity()))
                        .map(issue -> issue.getDiagnostics()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "public,       periodStart=2013-01-01&periodEnd=2013-12-30, 422, not-for-recipient, year (2025-01-01/2025-12-31)",
        "public,       periodStart=2013-01&periodEnd=2013-03,       422, not-for-recipient, year (2025-01-01/2025-12-31)",
        "organization, periodStart=2012-06-01&periodEnd=2013-05-31, 422, not-for-recipient, year (2025-01-01/2025-12-31)",
        "public,       periodStart=2013&periodEnd=2013&reportType=subject-list, 422, not-for-recipient, no lists of patients",
        "registry,     periodStart=2013&periodEnd=2013&reportType=subject-list, 422, not-for-recipient, no lists of patients",
        "public,       periodStart=2013&periodEnd=2013&reporter=Organization/x, 422, not-for-recipient, leave reporter out",
        "neighbour,    periodStart=2013&periodEnd=2013,             400, unknown-recipient, record-holder",
    })
    void whatIsNotForARecipientIsRefusedWithWhatIs(
            String recipient, String parameters, int status, String problem, String part) {
        var reply = fhir.get(
                "Measure/knee-replacement-primary-oxford/$evaluate-measure?recipient=" + recipient + "&" + parameters);
        OperationOutcome outcome = reply.body(OperationOutcome.class);

        assertThat(reply).hasStatus(status);
        assertThat(outcome.getIssue()).anySatisfy(issue -> {
            assertThat(issue.getDetails().getCodingFirstRep().getCode()).isEqualTo(problem);
            assertThat(issue.getDiagnostics()).contains(part);
        });
    }

    private MeasureReportGroupComponent group(Report report) {
        return report.group("response-chain");
    }

    private IntegerType eligible(Report report, String hospital) {
        return stratum(report, "response-chain", hospital).getPopulation().stream()
                .filter(population ->
                        population.getCode().getCodingFirstRep().getCode().equals("eligible"))
                .findFirst()
                .orElseThrow()
                .getCountElement();
    }

    private StratifierGroupComponent stratum(Report report, String statistic, String hospital) {
        return report.stratifier(statistic, "organization").stream()
                .filter(stratum ->
                        stratum.getValue().getText().equals(hospitals.ids().get(hospital)))
                .findFirst()
                .orElseThrow();
    }

    private static List<IntegerType> counts(Report report) {
        return report.resource().getGroup().stream()
                .flatMap(group -> Stream.concat(
                        group.getPopulation().stream().map(population -> population.getCountElement()),
                        group.getStratifier().stream()
                                .flatMap(stratifier -> stratifier.getStratum().stream())
                                .flatMap(stratum -> stratum.getPopulation().stream())
                                .map(population -> population.getCountElement())))
                .toList();
    }

    private static boolean masked(Element element) {
        return Report.code(element, Canonicals.CoreExtensions.DATA_ABSENT_REASON)
                .equals("masked");
    }
}
