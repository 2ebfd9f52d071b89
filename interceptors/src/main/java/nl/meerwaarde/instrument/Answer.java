package nl.meerwaarde.instrument;

import java.util.Objects;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Type;

/** Comparing answers the way Questionnaires mean it. */
public final class Answer {
    private Answer() {}

    /** Codings are equal by system and code, numbers by value, everything else by content. */
    public static boolean sameValue(Type expected, Type actual) {
        if (expected instanceof Coding e && actual instanceof Coding a) {
            return Objects.equals(e.getSystem(), a.getSystem()) && Objects.equals(e.getCode(), a.getCode());
        }
        if (isNumber(expected) && isNumber(actual)) {
            return new java.math.BigDecimal(expected.primitiveValue())
                            .compareTo(new java.math.BigDecimal(actual.primitiveValue()))
                    == 0;
        }
        return expected.fhirType().equals(actual.fhirType()) && expected.equalsDeep(actual);
    }

    private static boolean isNumber(Type value) {
        return (value instanceof DecimalType || value instanceof IntegerType) && value.hasPrimitiveValue();
    }
}
