package nl.meerwaarde.derivation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import nl.meerwaarde.derivation.ChangedResources.Change;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.record.RecordReading;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Notes which resources a transaction changes. Does nothing else: deriving happens once, before the commit. */
@Interceptor
public class ChangeInterceptor {
    private final PatientDerivation derivation;
    private final DerivedScores derivedScores;

    public ChangeInterceptor(PatientDerivation derivation, DerivedScores derivedScores) {
        this.derivation = derivation;
        this.derivedScores = derivedScores;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, TransactionDetails details) {
        note(resource, null, resource, details);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after, TransactionDetails details) {
        note(after, before, after, details);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource, TransactionDetails details) {
        note(resource, resource, null, details);
    }

    /** What was derived from a resource refers to it and would block its deletion, so it goes first. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_DELETED)
    public void beforeDelete(IBaseResource resource, TransactionDetails details) {
        if (isRelevant(resource)) {
            ChangedResources.current(derivation).deriving(() -> {
                derivation.beforeDelete((Resource) resource, details);
                if (resource instanceof QuestionnaireResponse response) {
                    derivedScores.deleteAll(response.getIdElement().getIdPart(), details);
                }
            });
        }
    }

    private void note(
            IBaseResource resource,
            @Nullable IBaseResource before,
            @Nullable IBaseResource after,
            TransactionDetails details) {
        if (isRelevant(resource) && !ChangedResources.isDeriving()) {
            PatientRecords.Source source = new PatientRecords.Source(
                    resource.fhirType(), resource.getIdElement().getIdPart());
            ChangedResources.current(derivation)
                    .note(new Change(source, (Resource) before, (Resource) after, before == null, details));
        }
    }

    /**
     * A pathway matters too: episodes may have named it before it was stored. So does a case-mix model, which expects something of them, and a team, which answers
     * for them.
     */
    private static boolean isRelevant(IBaseResource resource) {
        return RecordReading.TYPES.contains(resource.fhirType())
                || resource instanceof PlanDefinition
                || resource instanceof Library
                || resource instanceof CareTeam;
    }
}
