package nl.meerwaarde.audit;

import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;

/** Whoever is to hear of accesses in an emergency. The trail knows none of them: each is a bean of a package that comes later. */
@FunctionalInterface
public interface EmergencyListener {
    /**
     * Called in the transaction that records the accesses. When this fails, they are not recorded, and do not happen.
     *
     * @param emergencies of one request, one for each patient; never empty
     */
    void recorded(List<Emergency> emergencies);

    /**
     * An access for which its sender said that it is an emergency.
     *
     * @param event the entry as whoever may read it gets it, without the names of people, which are looked up when it is read
     * @param opened whether something of a patient was answered; false for an attempt that was refused or failed, and for what concerns nobody
     */
    record Emergency(AuditEvent event, boolean opened) {}
}
