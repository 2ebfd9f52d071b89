package nl.meerwaarde.derivation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.meerwaarde.database.FactDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Row locks on patients (table {@code mw_patient}), held until the transaction ends, so that only one transaction at a time derives a patient's facts.
 * Always taken in the order of the ids; when two transactions still meet crosswise, the database ends one of them and it is tried again.
 */
class PatientLocks {
    private final JdbcTemplate jdbc;
    private final String insertIfAbsent;

    PatientLocks(FactDatabase database) {
        this.jdbc = database.jdbc();
        this.insertIfAbsent = database.postgres()
                ? "insert into mw_patient (patient_id, survivor_id) values (?, ?) on conflict do nothing"
                : "merge into mw_patient p using (values (cast(? as varchar(64)), cast(? as varchar(64)))) as v (id, survivor)"
                        + " on p.patient_id = v.id when not matched then insert (patient_id, survivor_id) values (v.id, v.survivor)";
    }

    /** Locks the patients and those they were merged into; returns who survives for each. */
    Map<String, String> lock(Collection<String> patients) {
        Map<String, String> survivors = new TreeMap<>();
        for (String patient : new TreeSet<>(patients)) {
            survivors.put(patient, lockOne(patient));
        }
        Set<String> notYetLocked = new TreeSet<>(survivors.values());
        notYetLocked.removeAll(patients);
        notYetLocked.forEach(this::lockOne);
        return survivors;
    }

    /** Locks one patient; returns who survives for it. */
    String lockOne(String patient) {
        jdbc.update(insertIfAbsent, patient, patient);
        return jdbc.queryForObject(
                "select survivor_id from mw_patient where patient_id = ? for update", String.class, patient);
    }

    /** The patients that say they were replaced by this one. */
    List<String> replacedBy(String patient) {
        return jdbc.queryForList("select patient_id from mw_patient where replaced_by = ?", String.class, patient);
    }

    void setReplacedBy(String patient, @Nullable String other) {
        jdbc.update("update mw_patient set replaced_by = ? where patient_id = ?", other, patient);
    }

    void setSurvivor(String patient, String survivor) {
        jdbc.update("update mw_patient set survivor_id = ? where patient_id = ?", survivor, patient);
    }
}
