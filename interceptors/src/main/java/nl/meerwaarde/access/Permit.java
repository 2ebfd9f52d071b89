package nl.meerwaarde.access;

import java.util.Optional;
import java.util.Set;

/**
 * What somebody may do something to.
 *
 * @param everybody whether to resources of everybody
 * @param patients otherwise: ids of the patients whose resources these are
 * @param query to which of these resources only: parameters of a search; empty for all
 */
record Permit(boolean everybody, Set<String> patients, Optional<String> query) {
    Permit {
        patients = Set.copyOf(patients);
    }

    boolean isUnlimited() {
        return everybody && query.isEmpty();
    }

    boolean reaches(Set<String> owners) {
        return everybody || owners.stream().anyMatch(patients::contains);
    }
}
