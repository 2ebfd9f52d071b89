package nl.meerwaarde.alert;

import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;

/**
 * One alarming answer.
 *
 * @param alert what it warns of: a code of the code system {@code safety-alert}, or a hospital's own
 * @param linkId the question
 * @param question how the question is called
 * @param answer the answer; an option as the instrument has it
 */
public record Alarm(String alert, String linkId, Sentence question, Type answer) {
    /** Equal for equal answers to the same question. */
    String key() {
        return linkId + "|" + alert + "|" + value();
    }

    private String value() {
        if (answer instanceof Coding coding) {
            return String.valueOf(coding.getCode());
        }
        return answer instanceof Quantity quantity
                ? quantity.getValue().stripTrailingZeros().toPlainString()
                : String.valueOf(answer.primitiveValue());
    }
}
