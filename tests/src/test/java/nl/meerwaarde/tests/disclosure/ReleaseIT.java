package nl.meerwaarde.tests.disclosure;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.Test;

class ReleaseIT {
    private final Fhir fhir = TestServer.fhir();

    /** The difference between two versions would be the patient who came between. */
    @Test
    void whatWasReleasedStaysForItsRecipient() {
        Hospitals hospitals = Hospitals.of(fhir, 2012, "a").treated("a", 12, "1", "3");
        MeasureReport released = hospitals.publish("public").stored(MeasureReport.class);
        hospitals.treated("a", 1, "0", "4");

        assertThat(new Report(released).count("response-chain", "eligible")).isEqualTo(12);
        Report again = new Report(hospitals.report("&recipient=public"));
        assertThat(again.resource().getIdPart()).isEqualTo(released.getIdPart());
        assertThat(again.count("response-chain", "eligible")).isEqualTo(12);
        assertThat(again.value("mean-gain")).isEqualByComparingTo("24");
        assertThat(new Report(hospitals.report("")).count("response-chain", "eligible"))
                .isEqualTo(13);
        assertThat(fhir.delete("MeasureReport/" + released.getIdPart())).hasStatus(422);
    }

    @Test
    void everyRecipientHasAReleaseOfItsOwn() {
        Hospitals hospitals = Hospitals.of(fhir, 2011, "a").treated("a", 12, "1", "3");

        assertThat(hospitals.publish("public").stored(MeasureReport.class).getIdPart())
                .isNotEqualTo(hospitals
                        .publish("researcher")
                        .stored(MeasureReport.class)
                        .getIdPart())
                .isEqualTo(
                        hospitals.publish("public").stored(MeasureReport.class).getIdPart());
    }
}
