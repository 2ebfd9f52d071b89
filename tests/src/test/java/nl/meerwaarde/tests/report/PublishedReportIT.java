package nl.meerwaarde.tests.report;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedReportIT {
    private final Fhir fhir = TestServer.fhir();
    private final Hospital hospital = Hospital.create(fhir);

    @BeforeEach
    void onePatient() {
        hospital.operated(patient -> {}, "1", "3");
    }

    @Test
    void itIsStoredAndStaysWhenTheFactsMoveOn() {
        MeasureReport published = publish().stored(MeasureReport.class);
        hospital.operated(patient -> {}, "1", "4");

        MeasureReport stored =
                fhir.get("MeasureReport/" + published.getIdPart()).stored(MeasureReport.class);
        MeasureReport again = publish().stored(MeasureReport.class);

        assertThat(new Report(stored).value("mean-gain")).isEqualByComparingTo("24");
        assertThat(again.getIdPart()).isEqualTo(published.getIdPart());
        assertThat(new Report(again).value("mean-gain")).isEqualByComparingTo("24");
        assertThat(hospital.report().value("mean-gain")).isEqualByComparingTo("30");
    }

    @Test
    void nobodyChangesOrDeletesIt() {
        MeasureReport published = publish().stored(MeasureReport.class);
        MeasureReport changed = published.copy();
        changed.getGroupFirstRep().getMeasureScore().setValue(1);

        assertThat(fhir.put(changed)).hasStatus(422);
        assertThat(fhir.delete("MeasureReport/" + published.getIdPart())).hasStatus(422);
        assertThat(fhir.get("MeasureReport/" + published.getIdPart())).hasStatus(200);
    }

    @Test
    void nobodyMakesOneByHand() {
        MeasureReport copy = publish().stored(MeasureReport.class);
        copy.setId((String) null);
        assertThat(fhir.post(copy)).hasStatus(422);
    }

    @Test
    void publishingNeedsAPost() {
        assertThat(
                        fhir.get(
                                "Measure/knee-replacement-primary-oxford/$evaluate-measure?periodStart=2024&periodEnd=2024&publish=true"))
                .hasStatus(400);
    }

    private Reply publish() {
        Parameters parameters = new Parameters();
        parameters.addParameter("periodStart", new org.hl7.fhir.r4.model.DateType("2024-01-01"));
        parameters.addParameter("periodEnd", new org.hl7.fhir.r4.model.DateType("2024-12-31"));
        parameters.addParameter("reporter", new StringType(hospital.reference()));
        parameters.addParameter("publish", new BooleanType(true));
        return fhir.post("Measure/knee-replacement-primary-oxford/$evaluate-measure", Fhir.json(parameters));
    }
}
