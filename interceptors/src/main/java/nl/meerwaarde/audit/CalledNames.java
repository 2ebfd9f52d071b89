package nl.meerwaarde.audit;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.RelatedPerson;

/** What people and organisations are called, read once for one answer. A patient may know by name who saw the data. */
class CalledNames implements UnaryOperator<String> {
    private final DaoRegistry daos;
    private final Map<String, String> known = new HashMap<>();

    CalledNames(DaoRegistry daos) {
        this.daos = daos;
    }

    /** Empty when it is not here, or has no name. */
    @Override
    public String apply(String reference) {
        return reference.isEmpty() ? "" : known.computeIfAbsent(reference, this::read);
    }

    private String read(String reference) {
        IdType id = new IdType(reference);
        if (!id.hasResourceType() || !id.hasIdPart() || !daos.isResourceTypeSupported(id.getResourceType())) {
            return "";
        }
        try {
            return name(daos.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails()));
        } catch (BaseServerResponseException e) { // it does not exist, or no more
            return "";
        }
    }

    private static String name(IBaseResource resource) {
        if (resource instanceof Practitioner practitioner) {
            return name(practitioner.getName());
        }
        if (resource instanceof RelatedPerson relative) {
            return name(relative.getName());
        }
        if (resource instanceof Patient patient) {
            return name(patient.getName());
        }
        return resource instanceof Organization organization && organization.hasName() ? organization.getName() : "";
    }

    private static String name(List<HumanName> names) {
        return names.stream()
                .map(name -> name.hasText() ? name.getText() : name.getNameAsSingleString())
                .findFirst()
                .orElse("");
    }
}
