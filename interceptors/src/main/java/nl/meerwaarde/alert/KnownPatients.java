package nl.meerwaarde.alert;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Which Patients are stored here: a Flag or Task may only refer to one that is. */
class KnownPatients {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private final DaoRegistry daos;

    KnownPatients(DaoRegistry daos) {
        this.daos = daos;
    }

    /**
     * The id of the Patient that a reference points to, when it is stored here.
     *
     * @param base this server's address, with which a reference may begin; null when it has none
     */
    Optional<String> find(Reference reference, @Nullable String base) {
        IIdType id = reference.getReferenceElement();
        boolean ours = !id.hasBaseUrl()
                || id.getBaseUrl().equals(base + "/")
                || id.getBaseUrl().equals(base);
        boolean patient = !id.hasResourceType() || "Patient".equals(id.getResourceType());
        return id.hasIdPart() && ours && patient && ID.matcher(id.getIdPart()).matches() && isStored(id.getIdPart())
                ? Optional.of(id.getIdPart())
                : Optional.empty();
    }

    private boolean isStored(String id) {
        try {
            daos.getResourceDao(Patient.class).read(new IdType("Patient", id), new SystemRequestDetails());
            return true;
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return false;
        }
    }
}
