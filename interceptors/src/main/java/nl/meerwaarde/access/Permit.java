package nl.meerwaarde.access;

import java.util.Optional;
import java.util.Set;

/**
 * What somebody may do something to.
 *
 * @param everybody whether to resources of everybody
 * @param patients otherwise: the patients whose resources these are
 * @param query to which of these resources only: parameters of a search; empty for all
 */
record Permit(boolean everybody, Patients patients, Optional<String> query) {
    boolean isUnlimited() {
        return everybody && query.isEmpty();
    }

    boolean reaches(Set<String> owners) {
        return everybody || owners.stream().anyMatch(patients::has);
    }
}
