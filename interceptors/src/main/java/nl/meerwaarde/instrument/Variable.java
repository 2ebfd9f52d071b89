package nl.meerwaarde.instrument;

import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.jspecify.annotations.Nullable;

/**
 * An intermediate value that expressions refer to as {@code %name} (SDC {@code variable}).
 *
 * @param name without the percent sign
 * @param text the FHIRPath as written
 * @param expression the same, parsed
 * @param item linkId of the item that declares it, where and below which it is known; null when the Questionnaire does and it is known everywhere
 */
public record Variable(
        String name,
        String text,
        ExpressionNode expression,
        @Nullable String item) {}
