package nl.meerwaarde.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.meerwaarde.benchmark.LimitChoice.Dispersion;
import nl.meerwaarde.measure.FactMeasure.ReferencePopulation;
import nl.meerwaarde.statistics.ControlLimits.Limits;
import nl.meerwaarde.statistics.LimitLevel;
import nl.meerwaarde.statistics.LimitStatus;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comparisons come out as worked by hand. */
class BenchmarkTest {
    private static final Offset<Double> PRINTED = within(0.0000051);
    private static final LimitChoice BY_DEFAULT = new LimitChoice(Optional.empty(), Dispersion.NONE);

    record Worked(
            String id,
            @Nullable Integer patients,
            @Nullable BigDecimal value,
            @Nullable String status,
            double low95,
            double high95,
            double low998,
            double high998) {}

    record Comparison(
            String name,
            String statistic,
            BigDecimal target,
            @Nullable BigDecimal deviation,
            boolean moreIsBetter,
            @Nullable String limits,
            @Nullable String overDispersion,
            @Nullable List<BigDecimal> reference,
            List<Worked> organizations) {
        Benchmark computed() {
            Reports reports = new Reports(statistic).all(target, deviation);
            organizations.forEach(worked -> reports.organization(worked.id, worked.patients, worked.value));
            LimitChoice choice = new LimitChoice(
                    Optional.ofNullable(limits).flatMap(LimitChoice::methodOf),
                    Optional.ofNullable(overDispersion).flatMap(Dispersion::of).orElse(Dispersion.NONE));
            ReferencePopulation published = reference == null
                    ? null
                    : new ReferencePopulation(
                            "published", reference.get(0), reference.get(1), BigDecimal.ZERO, reference.get(2));
            return Benchmark.of(reports.group(), moreIsBetter, published, choice, LimitStatus.FEWEST, "a");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record Comparisons(String comment, List<Comparison> comparisons) {}

    static List<Comparison> comparisons() throws IOException {
        try (InputStream in = BenchmarkTest.class.getResourceAsStream("comparisons.json")) {
            return new ObjectMapper()
                    .readValue(Objects.requireNonNull(in), Comparisons.class)
                    .comparisons();
        }
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void everyOrganisationIsPlacedAsWorkedByHand(Comparison comparison) {
        Benchmark benchmark = comparison.computed();

        assertThat(benchmark.places()).hasSameSizeAs(comparison.organizations());
        for (int i = 0; i < benchmark.places().size(); i++) {
            Worked worked = comparison.organizations().get(i);
            Place place = benchmark.places().get(i);
            assertThat(place.status().map(LimitStatus::code))
                    .as(worked.id())
                    .isEqualTo(Optional.ofNullable(worked.status()));
            assertThat(place.own()).isEqualTo(worked.id().equals("a"));
            if (place.isDrawn()) {
                Limits inner = benchmark.limits().orElseThrow().at(worked.patients(), LimitLevel.P_95);
                Limits outer = benchmark.limits().orElseThrow().at(worked.patients(), LimitLevel.P_99_8);
                assertThat(inner.low()).isCloseTo(worked.low95(), PRINTED);
                assertThat(inner.high()).isCloseTo(worked.high95(), PRINTED);
                assertThat(outer.low()).isCloseTo(worked.low998(), PRINTED);
                assertThat(outer.high()).isCloseTo(worked.high998(), PRINTED);
            }
        }
    }

    @Test
    void withoutATargetThereAreNoLimitsAndThatIsSaid() {
        assertThat(missing(new Reports("mean-gain").all(null, null))).isEqualTo("no-limits.hidden");
        assertThat(missing(new Reports("mean-gain").all(BigDecimal.ONE, BigDecimal.ZERO)))
                .isEqualTo("no-limits.no-spread");
        assertThat(missing(new Reports("improved-any").all(BigDecimal.ONE, null)))
                .isEqualTo("no-limits.no-spread");
    }

    private static String missing(Reports reports) {
        Benchmark benchmark = Benchmark.of(
                reports.organization("a", 40, BigDecimal.ONE).group(),
                true,
                null,
                BY_DEFAULT,
                LimitStatus.FEWEST,
                null);
        assertThat(benchmark.limits()).isEmpty();
        assertThat(benchmark.places())
                .singleElement()
                .satisfies(place -> assertThat(place.status()).isEmpty());
        return benchmark.missing();
    }

    /** Nobody's episodes are no organisation: they are in the total, but have no place. */
    @Test
    void episodesOfNoOrganisationAreNotCompared() {
        Reports reports = new Reports("mean-gain")
                .all(BigDecimal.TEN, BigDecimal.ONE)
                .pseudonym("unknown", 400, BigDecimal.ONE)
                .pseudonym("K7Q2-XM3D", 40, BigDecimal.TEN);

        Benchmark benchmark = Benchmark.of(reports.group(), true, null, BY_DEFAULT, LimitStatus.FEWEST, "K7Q2-XM3D");

        assertThat(benchmark.places()).extracting(Place::key).containsExactly("K7Q2-XM3D");
        assertThat(benchmark.own()).isEmpty();
    }
}
