package nl.meerwaarde.tests.report;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Measure;
import org.junit.jupiter.api.Test;

/** A hospital brings a Measure of its own to a running server. */
class OwnMeasureIT {
    private final Fhir fhir = TestServer.fhir();
    private final Hospital hospital = Hospital.create(fhir);

    @Test
    void itIsAnsweredAtOnce() {
        hospital.operated(patient -> {}, "1", "3");
        String id = fhir.post(ownMeasure()).id();

        Report report = new Report(fhir.get("Measure/" + id
                + "/$evaluate-measure?periodStart=2024&periodEnd=2024&reporter=" + hospital.reference()));

        assertThat(report.value("mean-gain")).isEqualByComparingTo("24");
    }

    @Test
    void everythingWrongWithItIsSaidAtOnce() {
        Measure wrong = ownMeasure();
        wrong.getExtension().removeIf(extension -> extension.getUrl().equals(Canonicals.Extensions.SCORE));
        wrong.getExtension().removeIf(extension -> extension.getUrl().equals(Canonicals.Extensions.PATHWAY));
        wrong.getMeta().addProfile(Canonicals.Profiles.FACT_MEASURE);
        wrong.getGroup()
                .forEach(group ->
                        group.getExtensionByUrl(Canonicals.Extensions.STATISTIC).setValue(new CodeType("mode")));

        assertThat(fhir.post(wrong)).hasStatus(422);
        assertThat(fhir.post(wrong).issues()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void whatItComputesDoesNotChangeUnderOneVersion() {
        Measure measure = ownMeasure();
        measure.setId(fhir.post(measure).id());
        measure.setTitle("A better title");
        assertThat(fhir.put(measure)).succeeded();

        measure.getExtensionByUrl(Canonicals.Extensions.SCORE)
                .setValue(new Coding(Canonicals.CodeSystems.SCORE, "eq-vas", null));

        assertThat(fhir.put(measure)).hasStatus(422);
    }

    private Measure ownMeasure() {
        Measure measure = fhir.get("Measure/knee-replacement-primary-oxford").stored(Measure.class);
        measure.setId((String) null);
        measure.setMeta(null);
        measure.setUrl("http://hospital.example.org/Measure/" + UUID.randomUUID());
        measure.getGroup().removeIf(group -> !"mean-gain".equals(group.getId()));
        return measure;
    }
}
