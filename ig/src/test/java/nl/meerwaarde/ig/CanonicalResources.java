package nl.meerwaarde.ig;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Finds Questionnaires, Measures and PlanDefinitions for the validator by url or url|version. HAPI's own pre-populated
 * support knows profiles and terminology only; without this, wrong answers and unknown measures would pass.
 */
final class CanonicalResources implements IValidationSupport {

    private final FhirContext fhir;
    private final Map<String, IBaseResource> byAddress = new HashMap<>();

    CanonicalResources(FhirContext fhir, Stream<? extends Resource> resources) {
        this.fhir = fhir;
        resources
                .filter(MetadataResource.class::isInstance)
                .map(MetadataResource.class::cast)
                .forEach(this::add);
    }

    @Override
    public FhirContext getFhirContext() {
        return fhir;
    }

    @Override
    public <T extends IBaseResource> @Nullable T fetchResource(Class<T> type, String address) {
        IBaseResource found = byAddress.get(address);
        return type.isInstance(found) ? type.cast(found) : null;
    }

    private void add(MetadataResource resource) {
        byAddress.put(resource.getUrl(), resource);
        byAddress.put(resource.getUrl() + "|" + resource.getVersion(), resource);
    }
}
