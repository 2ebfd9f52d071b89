package nl.meerwaarde.instrument;

import nl.meerwaarde.fhir.Code;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/**
 * How one score is computed from a response (an item with SDC {@code calculatedExpression} and {@code observationExtract}).
 *
 * @param code the score's code; one per score and direction
 * @param linkId the item that holds the score in a response
 * @param label a short name for people
 * @param text the FHIRPath as written
 * @param expression the same, parsed
 * @param unit the unit as UCUM Coding, or null when the Questionnaire names none
 * @param standardErrorOf linkId of the score whose standard error this is, or null
 * @param extracted whether it becomes an Observation of its own ({@code observationExtract}); otherwise it only fills its item
 */
public record ScoreRule(
        Code code,
        String linkId,
        String label,
        String text,
        ExpressionNode expression,
        @Nullable Coding unit,
        @Nullable String standardErrorOf,
        boolean extracted) {}
