package nl.meerwaarde.team;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeSystem;

/** The roles as they are shipped. */
public final class ShippedRoles {
    private ShippedRoles() {}

    public static TeamRoles read() {
        try (InputStream json = Canonicals.class.getResourceAsStream("CodeSystem-team-role.json")) {
            return TeamRoles.of(FhirContext.forR4Cached().newJsonParser().parseResource(CodeSystem.class, json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
