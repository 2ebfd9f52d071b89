package nl.meerwaarde.tests.support;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StringType;

/** A server as in a hospital: an owner's wording is loaded, so that patients may be asked. */
public final class Wordings {
    private Wordings() {}

    /** Our labels stand in for the owner's text. */
    public static void load(Fhir fhir, String instrument) {
        Questionnaire text = fhir.get("Questionnaire/" + instrument).stored(Questionnaire.class);
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("wording").setResource(text);
        parameters.addParameter("licence", new StringType("L-2026-1"));
        assertThat(fhir.post("Questionnaire/" + instrument + "/$load-wording", Fhir.json(parameters)))
                .succeeded();
    }
}
