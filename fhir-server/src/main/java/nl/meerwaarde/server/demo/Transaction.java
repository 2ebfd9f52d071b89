package nl.meerwaarde.server.demo;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/** A transaction Bundle in the making: every resource goes by PUT to the id it has, so that sending it twice changes nothing. */
final class Transaction {
    private final Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);

    /** Adds a resource; returns the reference to it. */
    String put(Resource resource) {
        String reference = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(reference);
        return reference;
    }

    Bundle bundle() {
        return bundle;
    }
}
