package nl.meerwaarde.disclosure;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;

/** Reads the code system of recipients; the port behind which HAPI's storage stands. */
@FunctionalInterface
public interface PolicySource {
    /** The one that was stored last; empty when there is none. */
    Optional<CodeSystem> newest();
}
