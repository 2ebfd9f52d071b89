package nl.meerwaarde.tests.support;

import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Patient;

/**
 * A patient that is stored on a server.
 *
 * @param fhir the server, as the patient's portal sees it
 * @param id the Patient's id
 */
public record TestPatient(Fhir fhir, String id) {
    public String reference() {
        return "Patient/" + id;
    }

    /** Answers of this patient to an instrument, to be filled in and sent. */
    public Answers answers(String instrument) {
        return Answers.to(instrument).of(this);
    }

    /** Starts an episode of a pathway. */
    public TestEpisode episode(String pathway, Side side) {
        return TestEpisode.start(this, pathway, side);
    }

    /** Reads the Patient, changes it and stores it again. */
    public void change(Consumer<Patient> change) {
        Patient patient = fhir.get(reference()).stored(Patient.class);
        change.accept(patient);
        FhirAssert.assertThat(fhir.put(patient)).succeeded();
    }
}
