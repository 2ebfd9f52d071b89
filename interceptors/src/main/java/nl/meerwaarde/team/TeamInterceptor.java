package nl.meerwaarde.team;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.RelatedPerson;

/**
 * Lets teams into storage, or not, on every way in. It looks before the commit rather than before the storing: only then are the references of a transaction
 * resolved, so that it is known what kind of member each is.
 */
@Interceptor
public class TeamInterceptor {
    private final DaoRegistry daos;
    private final DefinitionSource source;

    TeamInterceptor(DaoRegistry daos, DefinitionSource source) {
        this.daos = daos;
        this.source = source;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        check(resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        check(after);
    }

    private void check(IBaseResource resource) {
        if (resource instanceof CareTeam team && Team.isOurs(team)) {
            List<Problem> problems = TeamRules.check(team, TeamRoles.stored(source), this::patientOf);
            if (!problems.isEmpty()) {
                throw Problems.unprocessable(problems);
            }
        }
    }

    private Optional<String> patientOf(String relative) {
        try {
            RelatedPerson person =
                    daos.getResourceDao(RelatedPerson.class).read(new IdType(relative), new SystemRequestDetails());
            return Optional.ofNullable(person.getPatient()
                    .getReferenceElement()
                    .toUnqualifiedVersionless()
                    .getValue());
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }
}
