package nl.meerwaarde.importing;

import java.util.List;
import java.util.UUID;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.terminology.Canonicals;

/**
 * The ids of a row's resources: the same row always gets the same, so importing it again changes nothing. What told rows or patients apart (a hospital
 * number) is not readable in them.
 *
 * @param patient id of the Patient
 * @param episode id of the CarePlan, the Procedure and the RiskAssessment; responses add moment and instrument
 */
record RowIds(String patient, String episode) {
    private static final UUID NAMESPACE =
            Fingerprint.uuid5(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), Canonicals.BASE + "/import");
    private static final String VALID_ID = "[A-Za-z0-9.-]{1,64}";

    static RowIds of(CsvLine.Row row, ImportMapping mapping) {
        String episode = mapping.rowKey().isEmpty()
                ? mapping.namespace() + "-" + row.number()
                : id(mapping.namespace(), mapping.rowKey(), row);
        List<String> patientKey = mapping.patient().key();
        return new RowIds(patientKey.isEmpty() ? episode : id(mapping.namespace(), patientKey, row), episode);
    }

    private static String id(String namespace, List<String> key, CsvLine.Row row) {
        String values = String.join("\n", key.stream().map(row::cell).toList());
        return namespace + "-" + Fingerprint.uuid5(NAMESPACE, namespace + "\n" + values);
    }

    String response(String moment, String instrument) {
        return valid(episode + "-" + moment + "-" + instrument);
    }

    /** The text itself when FHIR allows it as an id, else a UUID computed from it. */
    static String valid(String text) {
        return text.matches(VALID_ID)
                ? text
                : Fingerprint.uuid5(NAMESPACE, text).toString();
    }
}
