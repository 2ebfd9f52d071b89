package nl.meerwaarde.erasure;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.IdType;

/** What refers to resources, as HAPI's index of references knows it. */
class References {
    private static final String TO = """
            select distinct source.myResourceType, source.myFhirId
            from ResourceLink link join link.mySourceResource source join link.myTargetResource target
            where target.myResourceType = :type and target.myFhirId in :ids and source.myDeleted is null
            """;

    private final EntityManager entityManager;

    References(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** The resources that refer to any of these, by versionless id. */
    List<IdType> to(String type, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery(TO, Object[].class)
                .setParameter("type", type)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(source -> new IdType((String) source[0], (String) source[1]))
                .toList();
    }
}
