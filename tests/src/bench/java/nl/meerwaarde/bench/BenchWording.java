package nl.meerwaarde.bench;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StringType;

/** A server as in a hospital: the wording is loaded, so that responses are not marked as test data. */
final class BenchWording {
    private BenchWording() {}

    /** Our labels stand in for the owner's text. */
    static void load(Fhir fhir, String instrument) {
        Questionnaire text = fhir.get("Questionnaire/" + instrument).stored(Questionnaire.class);
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("wording").setResource(text);
        parameters.addParameter("licence", new StringType("bench"));
        assertThat(fhir.post("Questionnaire/" + instrument + "/$load-wording", Fhir.json(parameters)))
                .succeeded();
    }
}
