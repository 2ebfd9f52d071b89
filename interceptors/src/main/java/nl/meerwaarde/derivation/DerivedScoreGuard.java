package nl.meerwaarde.derivation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.score.ScoreObservations;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Observation;

/** Keeps clients' hands off derived score Observations: they follow from their response, and only from it. */
@Interceptor
public class DerivedScoreGuard {
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void beforeCreate(IBaseResource resource) {
        refuseDerived(resource);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void beforeUpdate(IBaseResource before, IBaseResource after) {
        refuseDerived(before);
        refuseDerived(after);
    }

    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void beforeDelete(IBaseResource resource) {
        refuseDerived(resource);
    }

    private static void refuseDerived(IBaseResource resource) {
        if (resource instanceof Observation observation
                && ScoreObservations.isDerived(observation)
                && !ChangedResources.isDeriving()) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.DERIVED_RESOURCE,
                    "Observation.identifier",
                    "This Observation is a score that the server derives from "
                            + observation.getDerivedFromFirstRep().getReference()
                            + "; change that response instead."));
        }
    }
}
