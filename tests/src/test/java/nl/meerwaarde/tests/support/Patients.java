package nl.meerwaarde.tests.support;

import java.util.function.Consumer;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;

/** Stores new patients: every test has its own. */
public final class Patients {
    private Patients() {}

    /** A woman born on 1 March 1950. */
    public static TestPatient create(Fhir fhir) {
        return create(fhir, patient -> {});
    }

    /** The same, changed before it is stored. */
    public static TestPatient create(Fhir fhir, Consumer<Patient> change) {
        Patient patient = unstored();
        change.accept(patient);
        return new TestPatient(fhir, fhir.post(patient).id());
    }

    /** The resource alone. */
    public static Patient unstored() {
        Patient patient = new Patient();
        patient.setGender(AdministrativeGender.FEMALE).setBirthDateElement(new DateType("1950-03-01"));
        return patient;
    }
}
