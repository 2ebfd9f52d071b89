package nl.meerwaarde.access;

import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;

/** Whether something may be done to one resource that is named by its id. */
class InstanceRules {
    /** It is not stored as a resource; whoever serves it looks at whose it is. */
    private static final String AUDIT_EVENT = "AuditEvent";

    private final StoredResources stored;

    InstanceRules(StoredResources stored) {
        this.stored = stored;
    }

    /**
     * Returns when it may.
     *
     * @param emergency whether the sender says that it is one
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 403 when it may not be done to any such resource; 404 when not to this one, or when there is none
     */
    void check(Access access, Interaction interaction, IdType id, boolean emergency) {
        String type = id.getResourceType();
        if (!access.allows(interaction, type)) {
            throw Refusal.notAllowed("", "interaction", interaction.code(), type);
        }
        if (AUDIT_EVENT.equals(type)) {
            return;
        }
        if (access.permits(interaction, type).stream().anyMatch(Permit::isUnlimited)) {
            if (interaction == Interaction.UPDATE
                    && access.permits(Interaction.CREATE, type).stream().noneMatch(Permit::isUnlimited)) {
                checkStored(access, interaction, id);
            }
            return;
        }
        if (emergency && interaction.reads()) {
            stored.find(id).map(Ownership::of).ifPresent(owners -> owners.forEach(access::open));
        }
        checkStored(access, interaction, id);
    }

    private void checkStored(Access access, Interaction interaction, IdType id) {
        Optional<Resource> found = stored.find(id);
        if (found.filter(resource -> access.allows(interaction, resource)).isEmpty()) {
            throw Refusal.notHere(id.getResourceType() + "/" + id.getIdPart());
        }
    }
}
