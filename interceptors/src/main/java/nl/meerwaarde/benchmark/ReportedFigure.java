package nl.meerwaarde.benchmark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Quantity;

/**
 * A figure as a report tells it to its recipient.
 *
 * @param value points of the score, or a share (0 to 1); empty when there is none or it is hidden
 * @param patients how many it stands on; empty when that is hidden
 * @param deviation sample SD of single values; empty when there is none or it is hidden
 * @param expected how many a case-mix model expected where a ratio compares with that; empty elsewhere
 * @param hidden whether the value is withheld from this recipient
 */
record ReportedFigure(
        Optional<BigDecimal> value,
        OptionalInt patients,
        Optional<BigDecimal> deviation,
        OptionalDouble expected,
        boolean hidden) {
    /** The populations on which figures stand: of means, of shares, and of the response chain. */
    private static final List<String> ANALYSED = List.of("measure-population", "denominator", "eligible");

    static ReportedFigure of(MeasureReportGroupComponent group) {
        return of(
                group,
                group.getMeasureScore(),
                group.getPopulation().stream()
                        .map(population -> new Count(population.getCode(), population.getCountElement()))
                        .toList());
    }

    static ReportedFigure of(StratifierGroupComponent stratum) {
        return of(
                stratum,
                stratum.getMeasureScore(),
                stratum.getPopulation().stream()
                        .map(population -> new Count(population.getCode(), population.getCountElement()))
                        .toList());
    }

    private record Count(CodeableConcept code, IntegerType number) {
        boolean isAnalysed() {
            return ANALYSED.contains(code.getCodingFirstRep().getCode());
        }
    }

    private static ReportedFigure of(Element reported, Quantity score, List<Count> counts) {
        OptionalInt patients = counts.stream()
                .filter(Count::isAnalysed)
                .filter(count -> count.number().hasValue())
                .mapToInt(count -> count.number().getValue())
                .findFirst();
        Optional<BigDecimal> share = decimal(reported, Extensions.EXPECTED_SHARE);
        return new ReportedFigure(
                Optional.ofNullable(score.getValue()),
                patients,
                decimal(reported, Extensions.STANDARD_DEVIATION),
                share.isPresent() && patients.isPresent()
                        ? OptionalDouble.of(share.get().doubleValue() * patients.getAsInt())
                        : OptionalDouble.empty(),
                ExtensionLookup.first(reported.getExtension(), Extensions.SUPPRESSION_REASON)
                        .isPresent());
    }

    private static Optional<BigDecimal> decimal(Element reported, String url) {
        return ExtensionLookup.value(reported.getExtension(), url)
                .flatMap(value ->
                        value instanceof DecimalType number ? Optional.of(number.getValue()) : Optional.empty());
    }

    /** By which its limits are narrower or wider: the expected number, where there is one, else the patients. Only of one that is told. */
    double size() {
        return expected.orElseGet(patients::orElseThrow);
    }

    /** Whether it can be compared at all. */
    boolean isTold() {
        return value.isPresent() && patients.isPresent() && patients.getAsInt() > 0;
    }
}
