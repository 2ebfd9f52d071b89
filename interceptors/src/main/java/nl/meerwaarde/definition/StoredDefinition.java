package nl.meerwaarde.definition;

import nl.meerwaarde.fhir.CanonicalReference;

/**
 * A definition as the register knows it.
 *
 * @param canonical address and version; the version is null for definitions that have none
 * @param resourceType the FHIR type
 * @param resourceId the logical id
 * @param resourceVersion the version of the resource (meta.versionId), which changes with every edit
 * @param rules fingerprint of the content that computing depends on, which never changes under one business version
 */
public record StoredDefinition(
        CanonicalReference canonical, String resourceType, String resourceId, long resourceVersion, String rules) {}
