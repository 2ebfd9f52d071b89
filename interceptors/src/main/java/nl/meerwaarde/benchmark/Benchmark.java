package nl.meerwaarde.benchmark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.benchmark.LimitChoice.Compared;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.measure.FactMeasure.ReferencePopulation;
import nl.meerwaarde.statistics.ControlLimits;
import nl.meerwaarde.statistics.LimitStatus;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Organisations or teams side by side over one period, computed from nothing but what a report tells its recipient: so it gives nothing away that the report does not.
 *
 * @param group what is compared
 * @param moreIsBetter whether one whose figure is larger does better
 * @param limits what chance allows; empty when they cannot be computed
 * @param missing why they cannot: the key of a sentence; empty when they can
 * @param places who is compared, in the order of the report; without the episodes that are nobody's
 */
record Benchmark(
        ReportedGroup group, boolean moreIsBetter, Optional<ControlLimits> limits, String missing, List<Place> places) {
    /**
     * Compares.
     *
     * @param reference the published reference population that adjusted figures compare with, or null when it is everybody of the period
     * @param fewest episodes for a statement about the limits
     * @param own id of the recipient's own organisation or team, or null
     */
    static Benchmark of(
            ReportedGroup group,
            boolean moreIsBetter,
            @Nullable ReferencePopulation reference,
            LimitChoice choice,
            int fewest,
            @Nullable String own) {
        List<Place> unplaced = group.units()
                .filter(stratum ->
                        !group.unit().nobody().equals(stratum.getValue().getText()))
                .map(stratum -> unplaced(group.unit(), stratum, own))
                .toList();
        List<Compared> compared = unplaced.stream()
                .map(Place::figure)
                .filter(figure -> figure.isTold() && figure.patients().orElseThrow() >= fewest)
                .map(figure -> new Compared(figure.value().orElseThrow().doubleValue(), figure.size()))
                .toList();
        Standard standard = Standard.of(group, reference);
        Optional<ControlLimits> limits = standard.limits(group, choice).map(chance -> choice.widened(chance, compared));
        List<Place> places = unplaced.stream()
                .map(place -> placed(place, limits, fewest, moreIsBetter))
                .toList();
        return new Benchmark(group, moreIsBetter, limits, limits.isPresent() ? "" : standard.missing(), places);
    }

    /** What all are compared with. */
    private record Standard(Optional<BigDecimal> target, Optional<BigDecimal> deviation, boolean hidden) {
        static Standard of(ReportedGroup group, @Nullable ReferencePopulation reference) {
            ReportedFigure everybody = group.everybody();
            if (group.isRatio()) {
                return new Standard(Optional.of(BigDecimal.ONE), Optional.empty(), false);
            }
            return reference == null || !group.isAdjusted()
                    ? new Standard(everybody.value(), everybody.deviation(), everybody.hidden())
                    : new Standard(
                            Optional.of(reference.meanAfter().subtract(reference.meanBefore())),
                            Optional.of(reference.sdResidual()),
                            false);
        }

        Optional<ControlLimits> limits(ReportedGroup group, LimitChoice choice) {
            if (group.isRatio()) {
                return target.map(ratio -> ControlLimits.ofRatio(ratio.doubleValue(), choice.ofShares()));
            }
            if (group.isShare()) {
                return target.filter(p -> p.signum() > 0 && p.compareTo(BigDecimal.ONE) < 0)
                        .map(p -> ControlLimits.ofProportion(p.doubleValue(), choice.ofShares()));
            }
            return target.flatMap(mean -> deviation
                    .filter(sd -> sd.signum() > 0)
                    .map(sd -> ControlLimits.ofMean(mean.doubleValue(), sd.doubleValue())));
        }

        String missing() {
            return hidden ? "no-limits.hidden" : target.isEmpty() ? "no-limits.too-few" : "no-limits.no-spread";
        }
    }

    private static Place unplaced(Unit unit, StratifierGroupComponent stratum, @Nullable String own) {
        Optional<IIdType> known = ExtensionLookup.value(stratum.getExtension(), unit.stratum())
                .flatMap(value -> value instanceof Reference reference ? Optional.of(reference) : Optional.empty())
                .map(Reference::getReferenceElement);
        return new Place(
                stratum.getValue().getText(),
                known.map(IIdType::getValue),
                known.filter(id -> id.getIdPart().equals(own)).isPresent(),
                ReportedFigure.of(stratum),
                Optional.empty());
    }

    private static Place placed(Place place, Optional<ControlLimits> limits, int fewest, boolean moreIsBetter) {
        ReportedFigure figure = place.figure();
        boolean few = figure.patients().isPresent() && figure.patients().getAsInt() < fewest;
        Optional<LimitStatus> status = few && !figure.hidden()
                ? Optional.of(LimitStatus.TOO_FEW)
                : limits.filter(known -> figure.isTold())
                        .map(known ->
                                known.status(figure.value().orElseThrow().doubleValue(), figure.size(), moreIsBetter));
        return new Place(place.key(), place.reference(), place.own(), figure, status);
    }

    /** The own one, when it is among them. */
    Optional<Place> own() {
        return places.stream().filter(Place::own).findFirst();
    }
}
