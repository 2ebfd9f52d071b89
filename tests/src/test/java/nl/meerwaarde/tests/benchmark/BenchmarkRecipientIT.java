package nl.meerwaarde.tests.benchmark;

import static nl.meerwaarde.tests.benchmark.Compared.report;
import static nl.meerwaarde.tests.benchmark.Compared.strata;
import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A comparison tells its recipient no more than the report does. */
class BenchmarkRecipientIT {
    private final Fhir fhir = TestServer.fhir();
    private final ComparedHospitals compared = ComparedHospitals.all();

    /** What a comparison shows is what the report shows, so their difference gives nothing away. */
    @ParameterizedTest
    @CsvSource({
        "record-holder, mean-gain",
        "registry, response-chain",
        "public, mean-gain",
        "public, reached-mic",
        "researcher, mean-gain",
        "researcher, improved-any",
        "organization, response-chain"
    })
    void everyNumberIsThatOfTheReportForTheSameRecipient(String recipient, String group) {
        String own = "&recipient=" + recipient + "&recipientOrganization=" + compared.id("Klein");
        Report comparison = report(compared.benchmark(own + "&group=" + group));
        Report reported = new Report(compared.hospitals().report(own));
        List<StratifierGroupComponent> expected = reported.stratifier(group, "organization");

        assertThat(comparison.resource().getGroup())
                .hasSameSizeAs(reported.resource().getGroup())
                .first()
                .isSameAs(comparison.group(group));
        assertThat(comparison
                        .group(group)
                        .getMeasureScore()
                        .equalsDeep(reported.group(group).getMeasureScore()))
                .isTrue();
        assertThat(strata(comparison)).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            StratifierGroupComponent stratum = strata(comparison).get(i);
            assertThat(stratum.getValue().getText())
                    .isEqualTo(expected.get(i).getValue().getText());
            assertThat(stratum.getMeasureScore().equalsDeep(expected.get(i).getMeasureScore()))
                    .isTrue();
            assertThat(stratum.getPopulation()).hasSameSizeAs(expected.get(i).getPopulation());
            for (int j = 0; j < stratum.getPopulation().size(); j++) {
                assertThat(stratum.getPopulation()
                                .get(j)
                                .equalsDeep(expected.get(i).getPopulation().get(j)))
                        .isTrue();
            }
        }
        assertThat(comparison
                        .resource()
                        .getExtensionByUrl(Extensions.DISCLOSED_TO)
                        .getValue()
                        .equalsDeep(reported.resource()
                                .getExtensionByUrl(Extensions.DISCLOSED_TO)
                                .getValue()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&recipient=public", "&recipient=researcher"})
    void theReportIsValid(String recipient) {
        Report report = report(compared.benchmark("&group=mean-gain" + recipient));
        OperationOutcome outcome = fhir.post("MeasureReport/$validate", Fhir.json(report.resource()))
                .body(OperationOutcome.class);

        assertThat(outcome.getIssue().stream()
                        .filter(issue ->
                                Set.of(IssueSeverity.ERROR, IssueSeverity.FATAL).contains(issue.getSeverity()))
                        .map(issue -> issue.getDiagnostics()))
                .isEmpty();
    }

    @Test
    void whatIsNotForARecipientIsRefused() {
        assertThat(fhir.get(ComparedHospitals.MEASURE
                        + "?periodStart=2009-01&periodEnd=2009-03&timeLine=month&recipient=public"))
                .isRefusedWith(
                        new Complaint(ProblemCode.NOT_FOR_RECIPIENT, "periodStart", "year (2025-01-01/2025-12-31)"));
        assertThat(compared.benchmark("&recipient=neighbour"))
                .isRefusedWith(
                        400, List.of(new Complaint(ProblemCode.UNKNOWN_RECIPIENT, "recipient", "record-holder")));
        assertThat(fhir.get("Measure/nothing/$benchmark" + ComparedHospitals.ONE_YEAR))
                .hasStatus(404);
    }
}
