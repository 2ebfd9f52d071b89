package nl.meerwaarde.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Lets the validators forget what they learnt when a profile changes. */
@Interceptor
public class ProfileChangeInterceptor {
    private final FhirRules fhirRules;

    public ProfileChangeInterceptor(FhirRules fhirRules) {
        this.fhirRules = fhirRules;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        changed(resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        changed(after);
    }

    private void changed(IBaseResource resource) {
        if (resource.fhirType().equals("StructureDefinition")) {
            fhirRules.profilesChanged();
        }
    }
}
