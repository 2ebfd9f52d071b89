package nl.meerwaarde.response;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;

/** Which of two answers is larger. */
final class AnswerOrder {
    private AnswerOrder() {}

    /** Negative, zero or positive as {@code a} is smaller, equal or larger; empty when the two cannot be compared. */
    static Optional<Integer> compare(Type a, Type b) {
        if (isNumber(a) && isNumber(b)) {
            return Optional.of(new BigDecimal(a.primitiveValue()).compareTo(new BigDecimal(b.primitiveValue())));
        }
        if (a instanceof BaseDateTimeType first
                && b instanceof BaseDateTimeType second
                && first.hasValue()
                && second.hasValue()) {
            return Optional.of(first.getValue().compareTo(second.getValue()));
        }
        if (a instanceof TimeType first && b instanceof TimeType second) {
            return Optional.of(first.getValue().compareTo(second.getValue()));
        }
        if (a instanceof Quantity first && b instanceof Quantity second && sameUnit(first, second)) {
            return Optional.of(first.getValue().compareTo(second.getValue()));
        }
        return Optional.empty();
    }

    private static boolean isNumber(Type value) {
        return (value instanceof DecimalType || value instanceof IntegerType) && value.hasPrimitiveValue();
    }

    private static boolean sameUnit(Quantity a, Quantity b) {
        return a.hasValue()
                && b.hasValue()
                && Objects.equals(a.getSystem(), b.getSystem())
                && Objects.equals(a.getCode(), b.getCode());
    }
}
