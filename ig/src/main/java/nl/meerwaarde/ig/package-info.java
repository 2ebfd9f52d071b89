/**
 * The implementation guide as resources of this package: profiles, extensions, operations, pathways and measures, one
 * JSON file each, compiled from FHIR Shorthand. {@link nl.meerwaarde.ig.ImplementationGuide} lists and opens them. Depends
 * on nothing.
 */
@NullMarked
package nl.meerwaarde.ig;

import org.jspecify.annotations.NullMarked;
