package nl.meerwaarde.caregap;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.List;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Which patients a request is about. */
public class Subjects {
    private final DaoRegistry daos;

    public Subjects(DaoRegistry daos) {
        this.daos = daos;
    }

    /**
     * Ids of Patients; none when no subject is named.
     *
     * @param subject {@code Patient/id} or {@code Group/id}, or null
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException when it is not stored here
     */
    public List<String> patients(@Nullable String subject) {
        if (subject == null) {
            return List.of();
        }
        IdType id = new IdType(subject);
        Resource stored = daos
                .getResourceDao(id.getResourceType())
                .search(
                        SearchParameterMap.newSynchronous("_id", new TokenParam(id.getIdPart())),
                        new SystemRequestDetails())
                .getAllResources()
                .stream()
                .map(Resource.class::cast)
                .findFirst()
                .orElseThrow(() -> Problems.notFound(List.of(new Problem(
                        ProblemCode.UNKNOWN_SUBJECT, "subject", subject + " is not stored on this server."))));
        return stored instanceof Group group ? members(group) : List.of(id.getIdPart());
    }

    /** Those who are in it now; who left is not chased. */
    private static List<String> members(Group group) {
        return group.getMember().stream()
                .filter(member -> !member.getInactive())
                .map(member -> member.getEntity().getReferenceElement())
                .filter(entity -> "Patient".equals(entity.getResourceType()))
                .map(entity -> entity.getIdPart())
                .distinct()
                .toList();
    }
}
