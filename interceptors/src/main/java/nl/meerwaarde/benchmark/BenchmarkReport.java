package nl.meerwaarde.benchmark;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.statistics.ControlLimits;
import nl.meerwaarde.statistics.LimitLevel;
import nl.meerwaarde.statistics.OverDispersion;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.Profiles;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Reference;

/**
 * Writes a comparison into a copy of the report it was computed from: every number of that stays what it was, and the limits stand beside those that are compared.
 * The group and the stratifier that are compared come first; the others stay, because a report without them is none of its Measure.
 */
final class BenchmarkReport {
    /** As many as the figures of a report have. */
    private static final int DECIMALS = 9;

    private final Benchmark benchmark;
    private final BenchmarkWords words;

    private BenchmarkReport(Benchmark benchmark, BenchmarkWords words) {
        this.benchmark = benchmark;
        this.words = words;
    }

    /**
     * The report of a comparison, of profile {@code benchmark-report}.
     *
     * @param report what it was computed from
     * @param narrative the same for people
     */
    static MeasureReport of(MeasureReport report, Benchmark benchmark, BenchmarkWords words, Narrative narrative) {
        MeasureReport compared = report.copy();
        compared.setId((String) null);
        compared.setMeta(new Meta().addProfile(Profiles.BENCHMARK_REPORT));
        compared.getIdentifier().clear();
        compared.setLanguage(words.language());
        compared.setText(narrative);
        List<MeasureReportGroupComponent> groups = new ArrayList<>();
        groups.add(new BenchmarkReport(benchmark, words).group());
        report.getGroup().stream()
                .filter(other -> other != benchmark.group().component())
                .map(MeasureReportGroupComponent::copy)
                .forEach(groups::add);
        compared.setGroup(groups);
        return compared;
    }

    private MeasureReportGroupComponent group() {
        MeasureReportGroupComponent group = benchmark.group().component().copy();
        ReportedGroup compared = new ReportedGroup(group, unit());
        compared.byUnit().ifPresent(units -> {
            List<MeasureReportGroupStratifierComponent> stratifiers = new ArrayList<>(group.getStratifier());
            stratifiers.remove(units);
            stratifiers.add(0, units);
            group.setStratifier(stratifiers);
        });
        benchmark.limits().ifPresent(limits -> group.addExtension(basis(limits)));
        Map<String, Place> places =
                benchmark.places().stream().collect(Collectors.toMap(Place::key, Function.identity()));
        compared.units().forEach(stratum -> {
            stratum.getExtension().removeIf(extension -> Extensions.CONTROL_LIMIT_STATUS.equals(extension.getUrl()));
            Place place = places.get(stratum.getValue().getText());
            if (place != null) {
                place(stratum, place);
            }
        });
        return group;
    }

    private Unit unit() {
        return benchmark.group().unit();
    }

    private void place(StratifierGroupComponent stratum, Place place) {
        stratum.getExtension().stream()
                .filter(extension -> unit().stratum().equals(extension.getUrl()))
                .map(Extension::getValue)
                .forEach(value -> ((Reference) value).setDisplay(words.name(place)));
        if (place.own()) {
            stratum.addExtension(unit().own(), new BooleanType(true));
        }
        place.status()
                .ifPresent(
                        status -> stratum.addExtension(Extensions.CONTROL_LIMIT_STATUS, new CodeType(status.code())));
        benchmark.limits().filter(limits -> place.isDrawn()).ifPresent(limits -> {
            for (LimitLevel level : LimitLevel.values()) {
                stratum.addExtension(limit(level, limits.at(place.figure().size(), level)));
            }
        });
    }

    private static Extension basis(ControlLimits limits) {
        Extension basis = new Extension(Extensions.CONTROL_LIMIT_BASIS);
        basis.addExtension("target", decimal(limits.target()));
        basis.addExtension("exact", new BooleanType(limits.method() == ControlLimits.Method.EXACT));
        if (limits.overDispersion() instanceof OverDispersion.Additive additive) {
            basis.addExtension("variance-between", decimal(additive.variance()));
        } else if (limits.overDispersion() instanceof OverDispersion.Multiplicative wider && wider.phi() != 1) {
            basis.addExtension("dispersion", decimal(wider.phi()));
        }
        return basis;
    }

    private static Extension limit(LimitLevel level, ControlLimits.Limits limits) {
        Extension limit = new Extension(Extensions.CONTROL_LIMIT);
        limit.addExtension("share", decimal(FunnelPlots.share(level)));
        limit.addExtension("low", decimal(limits.low()));
        limit.addExtension("high", decimal(limits.high()));
        return limit;
    }

    private static DecimalType decimal(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return new DecimalType(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
    }
}
