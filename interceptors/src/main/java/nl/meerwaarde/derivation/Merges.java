package nl.meerwaarde.derivation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.record.RecordEntry;

/** Who survives a merge: {@code Patient.link} of type {@code replaced-by}, followed to its end. Undoing the link undoes the merge. */
class Merges {
    private final PatientLocks locks;
    private final PatientRecords records;

    Merges(PatientLocks locks, PatientRecords records) {
        this.locks = locks;
        this.records = records;
    }

    /**
     * Brings the survivors up to date after a Patient changed.
     *
     * @param patient the changed Patient
     * @param survivorBefore who survived for this patient so far
     * @return the survivors whose facts this concerns, all locked
     */
    Set<String> update(String patient, String survivorBefore) {
        List<String> group = locks.mergedInto(survivorBefore);
        Set<String> concerned = new TreeSet<>(List.of(survivorBefore));
        Set<String> members = new TreeSet<>(group);
        members.add(patient);
        for (String member : members) {
            String survivor = survivorOf(member);
            if (!survivor.equals(survivorBefore)) {
                locks.lock(List.of(survivor));
                locks.setSurvivor(member, survivor);
            }
            concerned.add(survivor);
        }
        return concerned;
    }

    /** Patients that replace each other in a circle stay themselves. */
    private String survivorOf(String patient) {
        Set<String> seen = new LinkedHashSet<>();
        String current = patient;
        while (seen.add(current)) {
            Optional<String> next = records.person(current).map(RecordEntry.Person::replacedBy);
            if (next.isEmpty()) {
                return current;
            }
            current = next.get();
        }
        return patient;
    }
}
