package nl.meerwaarde.instrument;

import nl.meerwaarde.fhir.Code;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/**
 * How one score is computed from a response (an item with SDC {@code calculatedExpression}, or one that is estimated from an item bank).
 *
 * @param code the score's code; one per score and direction
 * @param linkId the item that holds the score in a response
 * @param label a short name for people
 * @param computation how its value comes about
 * @param unit the unit as UCUM Coding, or null when the Questionnaire names none
 * @param standardErrorOf linkId of the score whose standard error this is, or null
 * @param extracted whether it becomes an Observation of its own ({@code observationExtract}); otherwise it only fills its item
 */
public record ScoreRule(
        Code code,
        String linkId,
        String label,
        ScoreComputation computation,
        @Nullable Coding unit,
        @Nullable String standardErrorOf,
        boolean extracted) {}
