package nl.meerwaarde.access;

import java.time.Clock;
import java.util.Set;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.Role;
import org.hl7.fhir.r4.model.Patient;

/** A patient's own: herself, from the age at which somebody has a say of her own. */
class OwnRecord implements Reach {
    private final StoredResources stored;
    private final Clock clock;

    OwnRecord(StoredResources stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    @Override
    public Role role() {
        return Role.PATIENT;
    }

    @Override
    public ListedPatients patients(Requester requester) {
        return requester
                .person()
                .flatMap(person -> stored.find(Patient.class, person))
                .filter(patient -> LegalAge.of(patient, clock).hasASay())
                .map(patient -> new ListedPatients(Set.of(patient.getIdElement().getIdPart())))
                .orElse(ListedPatients.NONE);
    }
}
