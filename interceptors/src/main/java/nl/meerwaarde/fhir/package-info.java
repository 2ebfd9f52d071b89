/**
 * The FHIR ground everything else stands on: problems and the one place that turns them into OperationOutcomes, references, codings, fingerprints
 * and computed ids. Knows HAPI's model classes and exceptions; knows no feature of ours. Every other package may use it; it uses none.
 */
@NullMarked
package nl.meerwaarde.fhir;

import org.jspecify.annotations.NullMarked;
