package nl.meerwaarde.tests.report;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;

/** Reports that are fetched later, and reports of several Measures. */
class AsynchronousReportIT {
    private static final String OXFORD = "Measure/knee-replacement-primary-oxford";
    private static final String VAS = "Measure/knee-replacement-primary-eq-vas";

    private final Fhir fhir = TestServer.fhir();
    private final Fhir later = fhir.with("Prefer", "respond-async");
    private final Hospital hospital = Hospital.create(fhir);

    @Test
    void itIsAcceptedAndStoredAndSaysWhatItWouldHaveSaidAtOnce() {
        hospital.operated(patient -> {}, "1", "3");

        Bundle answer = answer(accepted(later.get(address(OXFORD, ""))));

        BundleEntryComponent only = answer.getEntryFirstRep();
        Report report = new Report((MeasureReport) only.getResource());
        assertThat(answer.getType()).isEqualTo(BundleType.BATCHRESPONSE);
        assertThat(answer.getEntry()).hasSize(1);
        assertThat(only.getResponse().getStatus()).isEqualTo("200");
        assertThat(report.value("mean-gain"))
                .isEqualByComparingTo(hospital.report().value("mean-gain"));
        assertThat(new Report(fhir.get(only.getResponse().getLocation())).value("mean-gain"))
                .isEqualByComparingTo("24");
    }

    @Test
    void severalMeasuresGiveACollectionAtOnceAndABatchLater() {
        hospital.operated(patient -> {}, "1", "4");
        String both = "Measure/$evaluate-measure?measure=" + OXFORD + "&measure=" + VAS + "&" + period("");

        Bundle now = fhir.get(both).stored(Bundle.class);
        Bundle then = answer(accepted(later.get(both)));

        assertThat(now.getType()).isEqualTo(BundleType.COLLECTION);
        assertThat(measures(now)).containsExactly(OXFORD, VAS);
        assertThat(measures(then)).containsExactly(OXFORD, VAS);
    }

    @Test
    void whatIsWrongIsSaidAtOnce() {
        Reply reply = later.get("Measure/$evaluate-measure?measure=Measure/none&measure=Measure/no-other&" + period("")
                + "&recipient=public");
        assertThat(reply).hasStatus(404);
        assertThat(reply.issues()).hasSize(2);
        assertThat(later.get(address(OXFORD, "&recipient=nobody"))).hasStatus(400);
        assertThat(later.get(address(OXFORD, "&measure=" + VAS))).hasStatus(400);
    }

    @Test
    void aCancelledRequestIsGoneWithItsReport() {
        String status = accepted(later.get(address(OXFORD, "")));
        String report = answer(status).getEntryFirstRep().getResponse().getLocation();

        assertThat(fhir.delete(status)).hasStatus(202);

        assertThat(fhir.get(status)).hasStatus(404);
        assertThat(fhir.get(report)).hasStatus(410);
    }

    @Test
    void aRequestThatIsNotReadyCanBeCancelled() {
        String status = accepted(later.get(address(OXFORD, "")));
        assertThat(fhir.delete(status)).hasStatus(202);
        assertThat(fhir.get(status)).hasStatus(404);
    }

    @Test
    void aRequestThatNobodyMadeIsUnknown() {
        assertThat(fhir.get("$async-status?request=none")).hasStatus(404);
        assertThat(fhir.get("$async-status")).hasStatus(400);
        assertThat(fhir.get("$async-status?request=none&more=1")).hasStatus(400);
    }

    private String address(String measure, String more) {
        return measure + "/$evaluate-measure?" + period(more);
    }

    private String period(String more) {
        return "periodStart=2024&periodEnd=2024&reporter=" + hospital.reference() + more;
    }

    /** The address of its status, below the base. */
    private String accepted(Reply reply) {
        assertThat(reply).hasStatus(202);
        assertThat(reply.body(OperationOutcome.class).getIssue()).hasSize(1);
        String address = reply.http().getHeader("Content-Location");
        assertThat(address).startsWith(fhir.base() + "/$async-status?request=");
        return address.substring(fhir.base().length() + 1);
    }

    private Bundle answer(String status) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> fhir.get(status), reply -> {
                    if (reply.status() == 202) {
                        assertThat(reply.http().getHeader("X-Progress")).endsWith("%");
                        assertThat(reply.http().getHeader("Retry-After")).isNotBlank();
                    }
                    return reply.status() != 202;
                })
                .stored(Bundle.class);
    }

    private static java.util.List<String> measures(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> (MeasureReport) entry.getResource())
                .map(report -> "Measure/" + report.getMeasure().replaceAll(".*/Measure/|\\|.*", ""))
                .toList();
    }
}
