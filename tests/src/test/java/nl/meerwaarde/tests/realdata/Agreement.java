package nl.meerwaarde.tests.realdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Report;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;

/** How our figures of providers compare with the published ones, for providers of whom both sides have the same number of records. */
final class Agreement {
    /** Published figures have six significant digits. */
    private static final int SIGNIFICANT_DIGITS = 6;

    /** The file lacks providers with fewer than six records, so England's mean of it is not quite the published one. */
    private static final BigDecimal ADJUSTED_TOLERANCE = new BigDecimal("0.005");

    /** What is compared. */
    enum Compared {
        BEFORE("mean before"),
        AFTER("mean after"),
        GAIN("mean gain"),
        RESIDUAL_DEVIATION("SD"),
        IMPROVED("improved"),
        SAME("same"),
        WORSE("worse"),
        ADJUSTED_GAIN("adjusted gain"),
        STATUS("status");

        private final String title;

        Compared(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final Map<Compared, Integer> agreeing = new EnumMap<>(Compared.class);
    private final List<String> differences = new ArrayList<>();
    private int sameNumber;
    private int otherNumber;
    private BigDecimal widestAdjustedDifference = BigDecimal.ZERO;

    /** Compares one provider's strata with its published row. */
    void compare(String provider, Report ours, PublishedTables.Row published) {
        ProviderFigures figures = new ProviderFigures(ours, provider);
        if (figures.n() != published.n()) {
            otherNumber++;
            return;
        }
        sameNumber++;
        digits(Compared.BEFORE, provider, figures.value("mean-before"), Optional.of(published.before()));
        digits(Compared.AFTER, provider, figures.value("mean-after"), Optional.of(published.after()));
        digits(Compared.GAIN, provider, figures.value("mean-gain"), Optional.of(published.gain()));
        count(Compared.IMPROVED, provider, figures.numerator("improved-any"), published.improved());
        count(Compared.SAME, provider, figures.numerator("unchanged"), published.same());
        count(Compared.WORSE, provider, figures.numerator("worsened"), published.worse());
        if (published.residualDeviation().isPresent()) {
            digits(Compared.RESIDUAL_DEVIATION, provider, figures.deviation(), published.residualDeviation());
        }
        adjusted(provider, figures.value("adjusted-gain"), published.adjustedGain());
        published
                .status()
                .ifPresent(status -> settle(
                        Compared.STATUS,
                        provider,
                        figures.status(),
                        status,
                        figures.status().equals(status)));
    }

    private void count(Compared compared, String provider, int ours, int published) {
        settle(compared, provider, ours, published, ours == published);
    }

    private void digits(Compared compared, String provider, Optional<BigDecimal> ours, Optional<BigDecimal> published) {
        boolean same = ours.isPresent()
                && published.isPresent()
                && ours.get().subtract(published.get()).abs().compareTo(halfOfLastDigit(published.get())) <= 0;
        settle(compared, provider, ours, published, same);
    }

    private static BigDecimal halfOfLastDigit(BigDecimal published) {
        int integerDigits = published.precision() - published.scale();
        return new BigDecimal("0.5").scaleByPowerOfTen(integerDigits - SIGNIFICANT_DIGITS);
    }

    /** Neither side has an adjusted gain of too few records. */
    private void adjusted(String provider, Optional<BigDecimal> ours, Optional<BigDecimal> published) {
        if (ours.isEmpty() || published.isEmpty()) {
            settle(Compared.ADJUSTED_GAIN, provider, ours, published, ours.isEmpty() && published.isEmpty());
            return;
        }
        BigDecimal difference = ours.get().subtract(published.get()).abs();
        widestAdjustedDifference = widestAdjustedDifference.max(difference);
        settle(Compared.ADJUSTED_GAIN, provider, ours, published, difference.compareTo(ADJUSTED_TOLERANCE) <= 0);
    }

    private void settle(Compared compared, String provider, Object ours, Object published, boolean same) {
        if (same) {
            agreeing.merge(compared, 1, Integer::sum);
        } else {
            differences.add(provider + " " + compared.title + ": " + ours + ", published " + published);
        }
    }

    int sameNumber() {
        return sameNumber;
    }

    int otherNumber() {
        return otherNumber;
    }

    int agreeing(Compared compared) {
        return agreeing.getOrDefault(compared, 0);
    }

    BigDecimal widestAdjustedDifference() {
        return widestAdjustedDifference;
    }

    /** Provider, figure, our value, published value. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    /** The strata of one provider in a report. */
    private record ProviderFigures(Report report, String provider) {
        int n() {
            return stratum("mean-gain")
                    .flatMap(stratum -> stratum.getPopulation().stream()
                            .filter(population -> population
                                    .getCode()
                                    .getCodingFirstRep()
                                    .getCode()
                                    .equals("measure-population"))
                            .findFirst())
                    .map(population -> population.getCount())
                    .orElse(0);
        }

        Optional<BigDecimal> value(String statistic) {
            return stratum(statistic)
                    .flatMap(stratum ->
                            Optional.ofNullable(stratum.getMeasureScore().getValue()));
        }

        int numerator(String statistic) {
            return stratum(statistic).orElseThrow().getPopulation().stream()
                    .filter(population ->
                            population.getCode().getCodingFirstRep().getCode().equals("numerator"))
                    .findFirst()
                    .orElseThrow()
                    .getCount();
        }

        Optional<BigDecimal> deviation() {
            return stratum("adjusted-gain")
                    .map(stratum -> stratum.getExtensionByUrl(Canonicals.Extensions.STANDARD_DEVIATION))
                    .map(extension -> ((DecimalType) extension.getValue()).getValue());
        }

        String status() {
            return stratum("adjusted-gain")
                    .map(stratum -> Report.code(stratum, Canonicals.Extensions.CONTROL_LIMIT_STATUS))
                    .orElse("");
        }

        private Optional<StratifierGroupComponent> stratum(String statistic) {
            return report.stratifier(statistic, "organization").stream()
                    .filter(stratum -> stratum.getValue().getText().equals("nhs-" + provider))
                    .findFirst();
        }
    }
}
