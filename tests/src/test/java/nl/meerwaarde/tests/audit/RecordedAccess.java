package nl.meerwaarde.tests.audit;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** A row of the audit trail, as a test looks at it. */
record RecordedAccess(
        String interaction,
        String type,
        String id,
        String patient,
        int status,
        String operation,
        String query,
        String reason) {
    /** What one request left. */
    static List<RecordedAccess> of(JdbcTemplate jdbc, String request) {
        return jdbc.query(
                "select interaction, resource_type, resource_id, patient, status, operation, query, reason"
                        + " from mw_audit_entry where request = ?",
                (row, n) -> new RecordedAccess(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)),
                request);
    }

    /** What, of whom, how it ended. */
    @Override
    public String toString() {
        return interaction
                + (type.isEmpty() ? "" : " " + type)
                + (id.isEmpty() ? "" : "/" + id)
                + " of " + (patient.isEmpty() ? "nobody" : patient)
                + ": " + status
                + (operation.isEmpty() ? "" : " " + operation);
    }

    /** The same without an id that a server chose. */
    String withoutId() {
        return toString().replaceFirst("/" + id + " ", "/* ");
    }
}
