package nl.meerwaarde.derivation;

import java.util.ArrayDeque;
import java.util.Deque;
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
     * Brings the survivors up to date after a Patient changed: of the patient, and of all who were replaced by it, directly or through others.
     *
     * @return the survivors whose facts this concerns, all locked
     */
    Set<String> update(String patient) {
        locks.setReplacedBy(patient, replacedBy(patient).orElse(null));
        Set<String> concerned = new TreeSet<>();
        for (String member : replacedThrough(patient)) {
            String before = locks.lockOne(member);
            String survivor = survivorOf(member);
            if (!survivor.equals(before)) {
                locks.lockOne(survivor);
                locks.setSurvivor(member, survivor);
            }
            concerned.add(before);
            concerned.add(survivor);
        }
        return concerned;
    }

    private Optional<String> replacedBy(String patient) {
        return records.person(patient).map(RecordEntry.Person::replacedBy);
    }

    private Set<String> replacedThrough(String patient) {
        Set<String> members = new TreeSet<>(List.of(patient));
        Deque<String> open = new ArrayDeque<>(members);
        while (!open.isEmpty()) {
            locks.replacedBy(open.pop()).stream().filter(members::add).forEach(open::push);
        }
        return members;
    }

    /** Patients that replace each other in a circle stay themselves. */
    private String survivorOf(String patient) {
        Set<String> seen = new LinkedHashSet<>();
        String current = patient;
        while (seen.add(current)) {
            Optional<String> next = replacedBy(current);
            if (next.isEmpty()) {
                return current;
            }
            current = next.get();
        }
        return patient;
    }
}
