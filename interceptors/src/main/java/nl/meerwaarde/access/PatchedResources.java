package nl.meerwaarde.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Judges what a patch makes of a resource, which nobody knows before it is applied: it may move it to another patient, or refer to what should not be told. */
@Interceptor
public class PatchedResources {
    /** Before anything else looks at it, and complains. */
    private static final int FIRST = -1_000;

    private final Accesses accesses;
    private final WriteRules writes;

    PatchedResources(Accesses accesses, WriteRules writes) {
        this.accesses = accesses;
        this.writes = writes;
    }

    /** @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException when it may not be stored like this */
    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = FIRST)
    public void patched(IBaseResource before, IBaseResource after, @Nullable RequestDetails request) {
        if (request != null && after instanceof Resource patched) {
            accesses.of(request)
                    .filter(access -> access.isPatching(patched))
                    .ifPresent(access -> writes.check(access, Interaction.PATCH, patched));
        }
    }
}
