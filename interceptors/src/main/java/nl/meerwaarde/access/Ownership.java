package nl.meerwaarde.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Whose a resource is: the patient it is about. Not FHIR's compartment, in which it also stands for everybody who wrote it or took part: who wrote something about
 * another patient need not see it later.
 */
public final class Ownership {
    private static final List<String> ABOUT = List.of("subject", "patient", "for");
    private static final String PATIENT = "Patient";

    private Ownership() {}

    /** Ids of patients of this server; none when it is about nobody who is stored here. */
    public static Set<String> of(Resource resource) {
        Set<String> owners = new HashSet<>();
        if (PATIENT.equals(resource.fhirType())) {
            add(owners, resource.getIdElement());
        } else if (resource instanceof AuditEvent event) {
            event.getAgent().stream().map(AuditEventAgentComponent::getWho).forEach(who -> add(owners, who));
            event.getEntity().stream().map(AuditEventEntityComponent::getWhat).forEach(what -> add(owners, what));
        } else {
            for (String element : ABOUT) {
                Property property = resource.getNamedProperty(element);
                if (property != null) {
                    property.getValues().forEach(value -> add(owners, value));
                }
            }
        }
        return owners;
    }

    private static void add(Set<String> owners, Base value) {
        if (value instanceof Reference reference) {
            add(owners, new IdType(reference.getReference()));
        }
    }

    private static void add(Set<String> owners, IdType id) {
        boolean patient = id.getResourceType() == null || PATIENT.equals(id.getResourceType());
        if (patient && !id.isAbsolute() && id.hasIdPart()) {
            owners.add(id.getIdPart());
        }
    }

    /** A team that cares for a population names no patient: it is as public as the directory. */
    static boolean isOfNobody(Resource resource) {
        return resource instanceof CareTeam team
                && team.getSubject().getReference() != null
                && team.getSubject().getReference().startsWith("Group/");
    }
}
