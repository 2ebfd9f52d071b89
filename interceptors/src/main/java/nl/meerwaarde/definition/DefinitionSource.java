package nl.meerwaarde.definition;

import org.hl7.fhir.r4.model.Resource;

/** Reads a definition's resource by type and id; the port behind which HAPI's storage stands. */
@FunctionalInterface
public interface DefinitionSource {
    /** The resource as it is stored now, as seen by the running transaction. */
    <T extends Resource> T read(Class<T> type, String id);
}
