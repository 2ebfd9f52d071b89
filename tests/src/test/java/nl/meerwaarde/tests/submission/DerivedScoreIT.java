package nl.meerwaarde.tests.submission;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients keep their hands off scores that the server derives: whoever could write them could fake an outcome. */
class DerivedScoreIT {
    private static final String KNEE = "oxford-knee-score";
    private static final Complaint HANDS_OFF =
            new Complaint(ProblemCode.DERIVED_RESOURCE, "Observation.identifier", "change that response instead");

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private String response = "";
    private String path = "";

    @BeforeEach
    void submit() {
        response = patient.answers(KNEE).all("2").submit().id();
        path = "Observation/"
                + Scores.of(fhir, response).get(KNEE).getIdElement().getIdPart();
    }

    @Test
    void aScoreCannotBeUpdated() {
        Observation better = stored();
        better.setValue(new Quantity(48));
        assertThat(fhir.put(better)).isRefusedWith(HANDS_OFF);
        assertUntouched();
    }

    @Test
    void aScoreCannotBeStrippedOfWhatMarksIt() {
        Observation unmarked = stored();
        unmarked.getIdentifier().clear();
        unmarked.setValue(new Quantity(48));
        assertThat(fhir.put(unmarked)).isRefusedWith(HANDS_OFF);
        assertUntouched();
    }

    @Test
    void aScoreCannotBePatched() {
        assertThat(fhir.patch(path, "[{\"op\": \"replace\", \"path\": \"/valueQuantity/value\", \"value\": 48}]"))
                .isRefusedWith(HANDS_OFF);
        assertUntouched();
    }

    @Test
    void aScoreCannotBeDeleted() {
        assertThat(fhir.delete(path)).isRefusedWith(HANDS_OFF);
        assertUntouched();
    }

    @Test
    void aScoreCannotBeDeletedBySearch() {
        assertThat(fhir.delete("Observation?derived-from=QuestionnaireResponse/" + response))
                .isRefusedWith(HANDS_OFF);
        assertUntouched();
    }

    @Test
    void aScoreCannotBeMadeUp() {
        Observation invented = stored();
        invented.setId((String) null);
        invented.getIdentifierFirstRep().setValue(response + "|invented");
        assertThat(fhir.post(invented)).isRefusedWith(HANDS_OFF);
        assertThat(Scores.count(fhir, response)).isOne();
    }

    @Test
    void aTransactionIsNoWayAround() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        Observation better = stored();
        better.setValue(new Quantity(48));
        bundle.addEntry()
                .setResource(better)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(path);
        assertThat(fhir.bundle(bundle)).hasStatus(422).leaksNothing();
        assertUntouched();
    }

    /** Also not when the same transaction changes the response, so that the server itself writes the score. */
    @Test
    void aTransactionThatAlsoChangesTheResponseIsNoWayAround() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        var answers = patient.answers(KNEE).all("3").response();
        answers.setId(response);
        bundle.addEntry()
                .setResource(answers)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl("QuestionnaireResponse/" + response);
        bundle.addEntry().getRequest().setMethod(HTTPVerb.DELETE).setUrl(path);
        assertThat(fhir.bundle(bundle)).hasStatus(422).leaksNothing();
        assertUntouched();
    }

    @Test
    void otherObservationsAreNobodysBusiness() {
        Observation pulse = new Observation().setStatus(ObservationStatus.FINAL);
        pulse.getCode().setText("Pulse");
        pulse.setSubject(new Reference(patient.reference())).setValue(new IntegerType(60));
        String id = fhir.post(pulse).id();
        pulse.setId(id);
        pulse.setValue(new IntegerType(61));
        assertThat(fhir.put(pulse)).hasStatus(200);
        assertThat(fhir.delete("Observation/" + id)).succeeded();
    }

    private Observation stored() {
        return fhir.get(path).stored(Observation.class);
    }

    private void assertUntouched() {
        assertThat(stored()).hasValue("24");
        assertThat(stored().getMeta().getVersionId()).isEqualTo("1");
    }
}
