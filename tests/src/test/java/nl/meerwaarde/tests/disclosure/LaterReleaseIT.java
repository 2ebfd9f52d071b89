package nl.meerwaarde.tests.disclosure;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A difference attack: the year was published, then one more patient of the year came to be known. Whoever gets a figure of before and one of after, from
 * whichever recipient's report, would know what that patient's outcome was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaterReleaseIT {
    private final Fhir fhir = TestServer.fhir();
    private final Hospitals hospitals = Hospitals.of(fhir, 2006, "a", "b", "c", "d", "e");
    private Report published;

    @BeforeAll
    void oneMoreAfterThePublication() {
        for (String name : hospitals.ids().keySet()) {
            hospitals.treated(name, 12, "1", "3");
        }
        published = new Report(hospitals.publish("public"));
        hospitals.treated("a", 1, "2", "1");
    }

    @Test
    void theFactsDidChange() {
        assertThat(new Report(hospitals.report("")).count("response-chain", "paired"))
                .isEqualTo(published.count("response-chain", "paired") + 1);
    }

    @Test
    void whatIsToldToOthersLaterStandsOnTheFactsThatWerePublished() {
        for (String recipient : new String[] {"organization", "researcher"}) {
            Report later = new Report(hospitals.report("&recipient=" + recipient
                    + "&recipientOrganization=Organization/" + hospitals.ids().get("b")));
            if (recipient.equals("organization")) {
                assertThat(later.value("mean-gain")).isEqualByComparingTo(published.value("mean-gain"));
                assertThat(later.count("response-chain", "paired"))
                        .isEqualTo(published.count("response-chain", "paired"));
            }
            assertThat(asOf(later.resource())).as(recipient).isEqualTo(asOf(published.resource()));
        }
    }

    @Test
    void aComparisonToo() {
        Bundle bundle = fhir.get("Measure/knee-replacement-primary-oxford/$benchmark?periodStart=2006&periodEnd=2006"
                        + "&group=mean-gain&recipient=organization&recipientOrganization=Organization/"
                        + hospitals.ids().get("b"))
                .stored(Bundle.class);
        Report compared = new Report((MeasureReport) bundle.getEntryFirstRep().getResource());

        assertThat(compared.value("mean-gain")).isEqualByComparingTo(published.value("mean-gain"));
    }

    /** Of its own patients it knows everything, at any time. */
    @Test
    void theHospitalSeesItsOwnAsTheyAre() {
        String own = "Organization/" + hospitals.ids().get("a");
        Report report = new Report(
                hospitals.report("&recipient=organization&recipientOrganization=" + own + "&reporter=" + own));

        assertThat(report.count("response-chain", "paired")).isEqualTo(13);
    }

    private static String asOf(MeasureReport report) {
        return report.getExtensionByUrl(Extensions.DATA_AS_OF).getValue().primitiveValue();
    }
}
