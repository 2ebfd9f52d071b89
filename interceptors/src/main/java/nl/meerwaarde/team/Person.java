package nl.meerwaarde.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.PractitionerRole.PractitionerRoleAvailableTimeComponent;
import org.hl7.fhir.r4.model.PractitionerRole.PractitionerRoleNotAvailableComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * A member as a patient can reach it: a person, or a desk.
 *
 * @param key tells one person at one organisation from another
 * @param member as the team names it
 * @param name for people; empty when it is not known
 * @param organization on whose behalf; without reference and display when that is not known
 * @param telecom how to reach it, best first; nothing private, nothing old
 * @param hours when; empty when that is not known
 * @param away when not
 * @param active whether it still works there
 */
record Person(
        String key,
        Reference member,
        String name,
        Reference organization,
        List<ContactPoint> telecom,
        List<PractitionerRoleAvailableTimeComponent> hours,
        List<PractitionerRoleNotAvailableComponent> away,
        boolean active) {
    Person {
        telecom = List.copyOf(telecom);
        hours = List.copyOf(hours);
        away = List.copyOf(away);
    }

    /** Why it cannot be reached on a day; empty when it can. */
    Optional<String> absence(LocalDate day) {
        return away.stream()
                .filter(absence -> absence.hasDuring())
                .filter(absence -> Days.of(absence.getDuring()).contains(day))
                .map(absence -> absence.hasDescription() ? absence.getDescription() : "")
                .findFirst();
    }
}
