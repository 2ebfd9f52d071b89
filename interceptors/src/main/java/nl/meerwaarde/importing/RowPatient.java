package nl.meerwaarde.importing;

import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;

/** The patient, from a row: only what outcomes are compared by. */
final class RowPatient {
    private static final String AGE_BAND = "\\d{1,3}-\\d{1,3}";

    private RowPatient() {}

    static Patient read(RowCells cells, ImportMapping mapping, RowIds ids) {
        ImportMapping.PatientColumns columns = mapping.patient();
        Patient patient = new Patient();
        patient.setId(ids.patient());
        ImportMapping.IdentifierColumn identifier = columns.identifier();
        if (identifier != null) {
            cells.text(identifier.value())
                    .ifPresent(value -> patient.addIdentifier()
                            .setSystem(identifier.system())
                            .setValue(value));
        }
        if (columns.sex() != null) {
            cells.text(columns.sex()).map(AdministrativeGender::fromCode).ifPresent(patient::setGender);
        }
        if (columns.birthDate() != null) {
            cells.date(columns.birthDate(), DateType::new).ifPresent(patient::setBirthDateElement);
        }
        if (columns.ageBand() != null) {
            readAgeBand(cells, columns.ageBand(), patient);
        }
        return patient;
    }

    private static void readAgeBand(RowCells cells, MappedColumn column, Patient patient) {
        cells.text(column).ifPresent(band -> {
            if (band.matches(AGE_BAND)) {
                patient.addExtension(Canonicals.Extensions.AGE_BAND, new StringType(band));
            } else {
                cells.codeProblem(column, "This is not an age band (60-69).");
            }
        });
    }
}
