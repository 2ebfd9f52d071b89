package nl.meerwaarde.fhir;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.UrlType;
import org.jspecify.annotations.Nullable;

/**
 * A value of one FHIR type as a value of another, where it means the same there. What would lose or invent something (a text as a number, a date as an
 * instant) is not converted.
 */
public final class Conversion {
    private static final Set<String> TEXTS =
            Set.of("string", "markdown", "code", "id", "uri", "url", "canonical", "oid", "uuid", "base64Binary");
    private static final Set<String> WHOLE_NUMBERS = Set.of("integer", "positiveInt", "unsignedInt");

    private Conversion() {}

    /**
     * A value as the given type.
     *
     * @param fhirType name of the wanted data type, such as {@code dateTime} or {@code CodeableConcept}
     * @return a copy, empty when the value has no meaning as that type
     */
    public static Optional<Type> to(String fhirType, Base value) {
        if (value instanceof Type same && value.fhirType().equals(fhirType)) {
            return Optional.of(same.copy());
        }
        return Optional.ofNullable(
                switch (fhirType) {
                    case "string", "markdown", "code", "id", "uri", "url", "canonical" -> text(fhirType, value);
                    case "integer", "positiveInt", "unsignedInt" -> wholeNumber(fhirType, value);
                    case "decimal" -> number(value) == null ? null : new DecimalType(number(value));
                    case "date" -> date(value);
                    case "dateTime" -> dateTime(value);
                    case "instant" -> instant(value);
                    case "Coding" -> coding(value);
                    case "CodeableConcept" -> concept(value);
                    case "Quantity" -> number(value) == null ? null : new Quantity().setValue(number(value));
                    case "Reference" -> reference(value);
                    default -> null;
                });
    }

    private static @Nullable Type text(String fhirType, Base value) {
        String text = TEXTS.contains(value.fhirType()) ? value.primitiveValue() : null;
        if (value instanceof Coding coding && fhirType.equals("code")) {
            text = coding.getCode();
        }
        if (text == null) {
            return null;
        }
        return switch (fhirType) {
            case "markdown" -> new MarkdownType(text);
            case "code" -> new CodeType(text);
            case "id" -> new IdType(text);
            case "uri" -> new UriType(text);
            case "url" -> new UrlType(text);
            case "canonical" -> new CanonicalType(text);
            default -> new StringType(text);
        };
    }

    private static @Nullable BigDecimal number(Base value) {
        return (value.fhirType().equals("decimal") || WHOLE_NUMBERS.contains(value.fhirType()))
                        && value.hasPrimitiveValue()
                ? new BigDecimal(value.primitiveValue())
                : null;
    }

    private static @Nullable Type wholeNumber(String fhirType, Base value) {
        BigDecimal number = number(value);
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            return null;
        }
        try {
            int whole = number.intValueExact();
            return switch (fhirType) {
                case "positiveInt" -> whole < 1 ? null : new PositiveIntType(whole);
                case "unsignedInt" -> whole < 0 ? null : new UnsignedIntType(whole);
                default -> new IntegerType(whole);
            };
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Type date(Base value) {
        return value instanceof BaseDateTimeType moment && moment.hasValue()
                ? new DateType(moment.getValueAsString()
                        .substring(0, Math.min(10, moment.getValueAsString().length())))
                : null;
    }

    private static @Nullable Type dateTime(Base value) {
        return value instanceof BaseDateTimeType moment && moment.hasValue()
                ? new DateTimeType(moment.getValueAsString())
                : null;
    }

    /** An instant is exact: a dateTime without time of day or time zone is none. */
    private static @Nullable Type instant(Base value) {
        return value instanceof BaseDateTimeType moment
                        && moment.hasValue()
                        && moment.getValueAsString().matches(".*T\\d\\d:\\d\\d:\\d\\d.*(Z|[+-]\\d\\d:\\d\\d)")
                ? new InstantType(moment.getValueAsString())
                : null;
    }

    private static @Nullable Type coding(Base value) {
        return value instanceof CodeableConcept concept && concept.hasCoding()
                ? concept.getCodingFirstRep().copy()
                : null;
    }

    private static @Nullable Type concept(Base value) {
        if (value instanceof Coding coding) {
            return new CodeableConcept(coding.copy());
        }
        return value.fhirType().equals("string") && value.hasPrimitiveValue()
                ? new CodeableConcept().setText(value.primitiveValue())
                : null;
    }

    private static @Nullable Type reference(Base value) {
        if (value instanceof Resource resource && resource.getIdElement().hasIdPart()) {
            return new Reference(
                    resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        }
        return TEXTS.contains(value.fhirType()) && value.hasPrimitiveValue()
                ? new Reference(value.primitiveValue())
                : null;
    }
}
