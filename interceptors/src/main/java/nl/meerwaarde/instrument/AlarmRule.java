package nl.meerwaarde.instrument;

import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Which answers to a question raise a safety alert. Judges generously: an answer that is coded or typed wrongly, and is therefore refused, is as
 * alarming as a right one.
 */
public sealed interface AlarmRule {
    /** The alert: a code of the code system {@code safety-alert}, or a hospital's own. */
    String alert();

    /** The answer as the instrument means it, when it is alarming. */
    Optional<Type> match(Type answer);

    /**
     * One of the options.
     *
     * @param option the answer as the instrument has it
     */
    record Option(String alert, Type option) implements AlarmRule {
        @Override
        public Optional<Type> match(Type answer) {
            String code = code(answer);
            return code != null && code.equals(code(option)) ? Optional.of(option.copy()) : Optional.empty();
        }

        private static @Nullable String code(Type value) {
            return value instanceof Coding coding ? coding.getCode() : value.primitiveValue();
        }
    }

    /**
     * Any number in a range.
     *
     * @param minimum smallest alarming number, or null
     * @param maximum largest alarming number, or null
     */
    record Range(
            String alert,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum) implements AlarmRule {
        @Override
        public Optional<Type> match(Type answer) {
            return number(answer).filter(this::contains).map(number -> answer.copy());
        }

        private boolean contains(BigDecimal number) {
            return (minimum == null || number.compareTo(minimum) >= 0)
                    && (maximum == null || number.compareTo(maximum) <= 0);
        }

        private static Optional<BigDecimal> number(Type answer) {
            if (answer instanceof Quantity quantity) {
                return Optional.ofNullable(quantity.getValue());
            }
            try {
                return Optional.ofNullable(answer.primitiveValue()).map(BigDecimal::new);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }
}
