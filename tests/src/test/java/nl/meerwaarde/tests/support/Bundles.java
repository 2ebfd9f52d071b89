package nl.meerwaarde.tests.support;

import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Putting transactions and batches together, and reading what came of their entries. */
public final class Bundles {
    private Bundles() {}

    /** Adds an entry that creates a resource; gives the reference by which other entries name it. */
    public static Reference create(Bundle bundle, Resource resource) {
        String urn = "urn:uuid:" + UUID.randomUUID();
        bundle.addEntry()
                .setFullUrl(urn)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType());
        return new Reference(urn);
    }

    /** Adds an entry that updates a resource under its own id. */
    public static void update(Bundle bundle, Resource resource) {
        bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
    }

    /** Adds an entry that deletes a resource. */
    public static void delete(Bundle bundle, String path) {
        bundle.addEntry().getRequest().setMethod(HTTPVerb.DELETE).setUrl(path);
    }

    /** The id under which the first entry of this type was stored. */
    public static String idOf(Reply reply, String type) {
        return reply.stored(Bundle.class).getEntry().stream()
                .filter(entry -> entry.getResponse().hasLocation())
                .map(entry -> new IdType(entry.getResponse().getLocation()))
                .filter(id -> type.equals(id.getResourceType()))
                .map(IdType::getIdPart)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + type + " in " + reply));
    }

    /** The id under which an entry was stored. */
    public static String id(BundleEntryComponent entry) {
        return new IdType(entry.getResponse().getLocation()).getIdPart();
    }
}
