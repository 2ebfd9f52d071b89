package nl.meerwaarde.extraction;

import java.util.Optional;
import org.hl7.fhir.r4.model.StructureDefinition;

/** The profiles that resources are made by; the port behind which the host's validation support stands. */
@FunctionalInterface
interface Profiles {
    /** The profile at this canonical, with a snapshot; empty when it is not known here. */
    Optional<StructureDefinition> find(String canonical);
}
