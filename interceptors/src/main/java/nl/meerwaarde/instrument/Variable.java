package nl.meerwaarde.instrument;

import org.hl7.fhir.r4.fhirpath.ExpressionNode;

/**
 * An intermediate value that expressions refer to as {@code %name} (SDC {@code variable}).
 *
 * @param name without the percent sign
 * @param text the FHIRPath as written
 * @param expression the same, parsed
 */
public record Variable(String name, String text, ExpressionNode expression) {}
