package nl.meerwaarde.server.demo;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;

/** A small library of decision aids, one per condition. They are made up, and say so. */
final class DemoDecisionAids {
    private DemoDecisionAids() {}

    static Bundle read(FhirContext fhirContext) {
        try (InputStream json =
                Objects.requireNonNull(DemoDecisionAids.class.getResourceAsStream("decision-aids.json"))) {
            return fhirContext.newJsonParser().parseResource(Bundle.class, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
