package nl.meerwaarde.audit;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.meerwaarde.audit.EmergencyListener.Emergency;

/** Those of the accesses that were recorded just now for which somebody broke the glass, for whoever listens. */
class Emergencies {
    private final Supplier<Stream<EmergencyListener>> listeners;
    private final AuditEvents events;

    /**
     * @param listeners asked for when the first emergency comes: they come after this package
     * @param events without names, because a transaction is open that cannot hold reads of resources
     */
    Emergencies(Supplier<Stream<EmergencyListener>> listeners, AuditEvents events) {
        this.listeners = listeners;
        this.events = events;
    }

    /** Tells them in the running transaction. */
    void tell(List<AuditEntry> recorded) {
        List<Emergency> emergencies = recorded.stream()
                .filter(AuditEntry::isEmergency)
                .map(entry -> new Emergency(events.of(entry), entry.brokeTheGlass()))
                .toList();
        if (!emergencies.isEmpty()) {
            listeners.get().forEach(listener -> listener.recorded(emergencies));
        }
    }
}
