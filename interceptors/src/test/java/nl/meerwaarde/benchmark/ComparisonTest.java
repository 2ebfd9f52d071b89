package nl.meerwaarde.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.benchmark.LimitChoice.Dispersion;
import nl.meerwaarde.disclosure.PeriodGrid.Period;
import nl.meerwaarde.statistics.LimitStatus;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** What a comparison looks like to whoever asked. */
class ComparisonTest {
    private static final BigDecimal SIXTEEN = BigDecimal.valueOf(16);

    private final Reports reports = new Reports("mean-gain")
            .all(SIXTEEN, BigDecimal.valueOf(8))
            .organization("own", 64, new BigDecimal("13.5"))
            .organization("other", 400, new BigDecimal("17.3"))
            .pseudonym("K7Q2-XM3D", 100, new BigDecimal("16.2"))
            .pseudonym("unknown", 80, SIXTEEN)
            .organization("small", 12, new BigDecimal("20"))
            .organization("hidden", null, null);

    private static BenchmarkWords words(String language) {
        return new BenchmarkWords(
                language,
                "Knees",
                Map.of("Organization/own", "Own <hospital>", "Organization/other", "Other hospital"),
                new CodeSystem());
    }

    private Comparison comparison(String language, int... years) {
        LimitChoice choice = new LimitChoice(Optional.empty(), Dispersion.NONE);
        return new Comparison(
                words(language),
                java.util.Arrays.stream(years)
                        .mapToObj(year -> new Comparison.InPeriod(
                                new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
                                reports.report(),
                                Benchmark.of(reports.group(), true, null, choice, LimitStatus.FEWEST, "own")))
                        .toList());
    }

    private static <T> List<T> all(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static StratifierGroupComponent stratum(MeasureReport report, String value) {
        return report.getGroupFirstRep().getStratifierFirstRep().getStratum().stream()
                .filter(stratum -> stratum.getValue().getText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static String status(Element element) {
        return Optional.ofNullable(element.getExtensionByUrl(Extensions.CONTROL_LIMIT_STATUS))
                .map(extension -> ((CodeType) extension.getValue()).getCode())
                .orElse("none");
    }

    @Test
    void everyNumberOfTheReportStaysAndTheLimitsStandBesideIt() {
        MeasureReport report =
                all(comparison("en", 2025).bundle(), MeasureReport.class).get(0);

        assertThat(status(stratum(report, "own"))).isEqualTo("below-95");
        assertThat(status(stratum(report, "other"))).isEqualTo("above-99-8");
        assertThat(status(stratum(report, "K7Q2-XM3D"))).isEqualTo("within");
        assertThat(status(stratum(report, "small"))).isEqualTo("too-few");
        assertThat(status(stratum(report, "hidden"))).isEqualTo("none");
        assertThat(status(stratum(report, "unknown"))).isEqualTo("none");
        assertThat(report.getGroupFirstRep().getStratifierFirstRep().getStratum())
                .filteredOn(stratum -> stratum.hasExtension(Extensions.OWN_ORGANIZATION))
                .singleElement()
                .isSameAs(stratum(report, "own"));
        assertThat(((Reference) stratum(report, "own")
                                .getExtensionByUrl(Extensions.STRATUM_ORGANIZATION)
                                .getValue())
                        .getDisplay())
                .isEqualTo("Own <hospital>");
        assertThat(stratum(report, "own").getExtensionsByUrl(Extensions.CONTROL_LIMIT))
                .hasSize(2)
                .first()
                .satisfies(limit -> {
                    assertThat(limit.getExtensionByUrl("low").getValue().primitiveValue())
                            .isEqualTo("14.04");
                    assertThat(limit.getExtensionByUrl("high").getValue().primitiveValue())
                            .isEqualTo("17.96");
                });
        assertThat(stratum(report, "small").hasExtension(Extensions.CONTROL_LIMIT))
                .isFalse();
        assertThat(reports.report()
                        .getGroupFirstRep()
                        .getStratifierFirstRep()
                        .getStratum()
                        .get(0)
                        .hasExtension(Extensions.CONTROL_LIMIT))
                .as("the report it was made of is left as it was")
                .isFalse();
    }

    @Test
    void theTableSaysWhatThePictureShowsAndWhoIsNotInIt() {
        Bundle bundle = comparison("en", 2025).bundle();
        String table = all(bundle, MeasureReport.class).get(0).getText().getDivAsString();
        String picture = new String(
                all(bundle, DocumentReference.class)
                        .get(0)
                        .getContentFirstRep()
                        .getAttachment()
                        .getData(),
                StandardCharsets.UTF_8);

        assertThat(table)
                .contains("<td><b>Own &lt;hospital&gt; (own)</b></td><td>64</td><td>13.5</td>")
                .contains("<td>14.0 to 18.0</td>")
                .contains("<td>Other hospital</td><td>400</td><td>17.3</td>")
                .contains("<td>Organisation K7Q2-XM3D</td><td>100</td><td>16.2</td>")
                .contains("fewer than 30 patients")
                .contains("<td>Organization/hidden</td><td>not shown</td><td>not shown</td>");
        assertThat(picture)
                .contains("Own &lt;hospital&gt;: 13.5 with 64 patients, below the 95 % limits.")
                .contains("Other hospital: 17.3 with 400 patients, above the 99.8 % limits.")
                .contains("Organisation K7Q2-XM3D: 16.2 with 100 patients, within the limits.")
                .contains("Not drawn: 1 with too few patients, 1 whose figures are not shown.")
                .doesNotContain("unknown");
        assertThat(comparison("en", 2025).picture()).isEqualTo(picture);
    }

    @Test
    void severalPeriodsMakeATimeLine() {
        Bundle bundle = comparison("nl", 2023, 2024, 2025).bundle();

        assertThat(all(bundle, MeasureReport.class)).hasSize(3);
        assertThat(all(bundle, DocumentReference.class))
                .extracting(DocumentReference::getDescription)
                .containsExactly("Knees, 2025", "Knees, 2023 – 2025");
        assertThat(comparison("nl", 2023, 2024, 2025).picture())
                .contains("Own &lt;hospital&gt;: 2023 13,5 bij 64 patiënten, onder de 95%-grenzen; 2024 13,5")
                .doesNotContain("Organization/small", "Organization/hidden");
    }

    /** Axes without a mark would say that there is something to see. */
    @Test
    void whereNobodyCanBeDrawnThePictureSaysSo() {
        Reports few = new Reports("mean-gain")
                .all(SIXTEEN, BigDecimal.valueOf(8))
                .organization("own", 12, SIXTEEN)
                .organization("hidden", null, null);
        Period period = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        Benchmark benchmark = Benchmark.of(
                few.group(), true, null, new LimitChoice(Optional.empty(), Dispersion.NONE), LimitStatus.FEWEST, null);
        Comparison comparison =
                new Comparison(words("en"), List.of(new Comparison.InPeriod(period, few.report(), benchmark)));

        assertThat(comparison.picture())
                .startsWith("<svg")
                .contains("Not drawn: 1 with too few patients, 1 whose figures are not shown.")
                .doesNotContain("Patients behind the outcome");
    }

    /** 30 where 20 were expected lie above the 95 % limits (1.49 at 20), 12 where 10 were expected within them. */
    @Test
    void ratiosLieByWhatWasExpected() {
        Reports ratios = new Reports("observed-over-expected")
                .all(new BigDecimal("1.1"), null)
                .organization("own", 200, new BigDecimal("1.5"))
                .organization("other", 100, new BigDecimal("1.2"));
        ratios.group()
                .units()
                .forEach(stratum -> stratum.addExtension(Extensions.EXPECTED_SHARE, new DecimalType("0.1")));
        Period period = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        Benchmark benchmark = Benchmark.of(
                ratios.group(),
                false,
                null,
                new LimitChoice(Optional.empty(), Dispersion.NONE),
                LimitStatus.FEWEST,
                "own");
        Comparison comparison =
                new Comparison(words("en"), List.of(new Comparison.InPeriod(period, ratios.report(), benchmark)));
        MeasureReport report = all(comparison.bundle(), MeasureReport.class).get(0);

        assertThat(status(stratum(report, "own"))).isEqualTo("below-95");
        assertThat(status(stratum(report, "other"))).isEqualTo("within");
        assertThat(new BigDecimal(stratum(report, "other")
                        .getExtensionsByUrl(Extensions.CONTROL_LIMIT)
                        .get(0)
                        .getExtensionByUrl("high")
                        .getValue()
                        .primitiveValue()))
                .isCloseTo(new BigDecimal("1.616"), within(new BigDecimal("0.00001")));
        assertThat(report.getText().getDivAsString()).contains("<td>200</td><td>20.0</td>");
        assertThat(comparison.picture())
                .contains("Expected by the case-mix model")
                .contains("Own &lt;hospital&gt;: 1.5");
    }

    @Test
    void withoutLimitsThePictureSaysWhy() {
        Reports none = new Reports("mean-gain").all(null, null).organization("own", 64, SIXTEEN);
        Period period = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        Benchmark benchmark = Benchmark.of(
                none.group(), true, null, new LimitChoice(Optional.empty(), Dispersion.NONE), LimitStatus.FEWEST, null);
        Comparison comparison =
                new Comparison(words("en"), List.of(new Comparison.InPeriod(period, none.report(), benchmark)));

        assertThat(comparison.picture()).startsWith("<svg").contains("is not shown to this recipient");
        assertThat(all(comparison.bundle(), MeasureReport.class)
                        .get(0)
                        .getText()
                        .getDivAsString())
                .contains("is not shown to this recipient");
    }
}
