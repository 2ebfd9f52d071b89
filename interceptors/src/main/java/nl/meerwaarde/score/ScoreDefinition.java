package nl.meerwaarde.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.ObservationDefinition.ObservationDefinitionQualifiedIntervalComponent;
import org.hl7.fhir.r4.model.ObservationDefinition.ObservationRangeCategory;
import org.hl7.fhir.r4.model.Range;
import org.jspecify.annotations.Nullable;

/**
 * What a score's number means: unit, direction, range, bands, and which change matters (from its ObservationDefinition).
 *
 * @param code the score
 * @param otherCodes what others call it, such as its LOINC code
 * @param method how it came about, or null
 * @param unit UCUM Coding with a display, or null
 * @param decimals digits after the point that the publisher gives, or null for as many as the expression yields
 * @param higherIsBetter the direction; null when the definition does not say
 * @param possible smallest and largest possible value, or null
 * @param bands named ranges of values
 * @param references what others score
 * @param individualMic the change that matters to one patient (minimal important change), or null where no source supports one
 * @param sdc95 smallest detectable change at 95 % confidence; null when none is published at 95 or 90 %
 */
public record ScoreDefinition(
        Code code,
        List<Coding> otherCodes,
        @Nullable CodeableConcept method,
        @Nullable Coding unit,
        @Nullable Integer decimals,
        @Nullable Boolean higherIsBetter,
        @Nullable Range possible,
        List<Band> bands,
        List<ReferenceValue> references,
        @Nullable BigDecimal individualMic,
        @Nullable BigDecimal sdc95) {
    /** z-values of the confidence levels in which smallest detectable changes are published. */
    private static final BigDecimal Z_90 = new BigDecimal("1.645");

    private static final BigDecimal Z_95 = new BigDecimal("1.96");

    public ScoreDefinition {
        otherCodes = List.copyOf(otherCodes);
        bands = List.copyOf(bands);
        references = List.copyOf(references);
    }

    /**
     * What a population scores.
     *
     * @param population who, and when
     * @param mean in the unit of the score
     * @param deviation standard deviation, or null when the source gives none
     * @param source who published it
     */
    public record ReferenceValue(
            String population,
            BigDecimal mean,
            @Nullable BigDecimal deviation,
            @Nullable String source) {
        /** For people. */
        String text() {
            return population + ": mean " + mean.toPlainString()
                    + (deviation == null ? "" : ", SD " + deviation.toPlainString())
                    + (source == null ? "" : " (" + source + ")");
        }
    }

    /** A named range of values, such as "moderate". */
    public record Band(Range range, CodeableConcept meaning) {
        boolean contains(BigDecimal value) {
            boolean aboveLow = !range.hasLow() || value.compareTo(range.getLow().getValue()) >= 0;
            return aboveLow
                    && (!range.hasHigh() || value.compareTo(range.getHigh().getValue()) <= 0);
        }
    }

    /** Reads an ObservationDefinition; empty when it defines no code. */
    public static Optional<ScoreDefinition> of(ObservationDefinition definition) {
        return Code.of(definition.getCode()).stream().findFirst().map(code -> read(code, definition));
    }

    private static ScoreDefinition read(Code code, ObservationDefinition definition) {
        Coding unit = definition.getQuantitativeDetails().getUnit().getCodingFirstRep();
        return new ScoreDefinition(
                code,
                definition.getCode().getCoding().stream()
                        .filter(coding -> !Code.of(coding).equals(Optional.of(code)))
                        .toList(),
                definition.hasMethod() ? definition.getMethod() : null,
                unit.hasCode() ? unit : null,
                definition.getQuantitativeDetails().hasDecimalPrecision()
                        ? definition.getQuantitativeDetails().getDecimalPrecision()
                        : null,
                direction(definition),
                possibleRange(definition),
                bands(definition),
                references(definition),
                individualMic(definition),
                sdc95(definition));
    }

    private static @Nullable Boolean direction(ObservationDefinition definition) {
        return ExtensionLookup.text(definition.getExtension(), Canonicals.Extensions.SCORE_DIRECTION)
                .map("higher-is-better"::equals)
                .orElse(null);
    }

    private static @Nullable Range possibleRange(ObservationDefinition definition) {
        return definition.getQualifiedInterval().stream()
                .filter(interval -> interval.getCategory() == ObservationRangeCategory.ABSOLUTE)
                .map(ObservationDefinitionQualifiedIntervalComponent::getRange)
                .findFirst()
                .orElse(null);
    }

    private static List<Band> bands(ObservationDefinition definition) {
        return definition.getQualifiedInterval().stream()
                .filter(interval ->
                        interval.getCategory() == ObservationRangeCategory.REFERENCE && interval.hasContext())
                .map(interval -> new Band(interval.getRange(), interval.getContext()))
                .toList();
    }

    private static List<ReferenceValue> references(ObservationDefinition definition) {
        return definition.getExtensionsByUrl(Canonicals.Extensions.REFERENCE_VALUE).stream()
                .map(reference -> new ReferenceValue(
                        String.valueOf(text(reference, "population")),
                        decimal(reference, "mean"),
                        reference.hasExtension("sd") ? decimal(reference, "sd") : null,
                        text(reference, "source")))
                .toList();
    }

    private static @Nullable String text(Extension complex, String name) {
        Element part = part(complex, name);
        return part == null ? null : part.primitiveValue();
    }

    private static @Nullable BigDecimal individualMic(ObservationDefinition definition) {
        return definition.getExtensionsByUrl(Canonicals.Extensions.MINIMAL_IMPORTANT_CHANGE).stream()
                .filter(mic -> part(mic, "use") instanceof CodeType use && "individual".equals(use.getValue()))
                .map(mic -> decimal(mic, "value"))
                .findFirst()
                .orElse(null);
    }

    /**
     * The one published at 95 % confidence; otherwise the one at 90 %, which is z(95 %) / z(90 %) times as large at 95 %: both are z · √2 · SEM (de Vet
     * 2006).
     */
    private static @Nullable BigDecimal sdc95(ObservationDefinition definition) {
        List<Extension> published = definition.getExtensionsByUrl(Canonicals.Extensions.SMALLEST_DETECTABLE_CHANGE);
        return at(published, 95)
                .or(() -> at(published, 90)
                        .map(value -> value.multiply(Z_95).divide(Z_90, 4, java.math.RoundingMode.HALF_UP)))
                .orElse(null);
    }

    private static Optional<BigDecimal> at(List<Extension> published, int confidence) {
        return published.stream()
                .filter(sdc -> decimal(sdc, "confidence").compareTo(BigDecimal.valueOf(confidence)) == 0)
                .map(sdc -> decimal(sdc, "value"))
                .findFirst();
    }

    private static BigDecimal decimal(Extension complex, String name) {
        if (part(complex, name) instanceof DecimalType value) {
            return value.getValue();
        }
        throw new IllegalArgumentException("The extension " + complex.getUrl() + " needs a decimal '" + name + "'");
    }

    private static @Nullable Element part(Extension complex, String name) {
        return ExtensionLookup.value(complex.getExtension(), name).orElse(null);
    }
}
