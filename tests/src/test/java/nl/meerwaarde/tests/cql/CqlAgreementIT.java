package nl.meerwaarde.tests.cql;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.meerwaarde.ig.ImplementationGuide;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The measures of the five conditions, answered from outcome facts and, from the same resources, in CQL: every population, stratum and score is the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CqlAgreementIT {
    private static final int FIRST_YEAR = 2023;
    private static final int LAST_YEAR = 2026;
    private static final int DECIMALS = 6;

    private final Fhir fhir = CqlServer.fhir();
    private @Nullable CqlEngine engine;

    @BeforeAll
    void giveBothTheSamePatients() {
        List<Bundle> pages = new ArrayList<>(stored(fhir));
        Bundle libraries = new Bundle();
        shipped(Library.class).forEach(library -> libraries.addEntry().setResource(library));
        pages.add(libraries);
        engine = new CqlEngine(CqlEngine.together(pages));
    }

    /** As the server gives them: with the score Observations that it made. */
    private static List<Bundle> stored(Fhir fhir) {
        Fhir.CONTEXT.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        Fhir.CONTEXT.getRestfulClientFactory().setSocketTimeout(120_000);
        IGenericClient client = Fhir.CONTEXT.newRestfulGenericClient(fhir.base());
        List<Bundle> pages = new ArrayList<>();
        for (String type : List.of(
                "Patient",
                "CarePlan",
                "Procedure",
                "Condition",
                "Encounter",
                "Observation",
                "QuestionnaireResponse",
                "Task",
                "Organization")) {
            Bundle page = client.search()
                    .forResource(type)
                    .count(500)
                    .returnBundle(Bundle.class)
                    .execute();
            pages.add(page);
            while (page.getLink("next") != null) {
                page = client.loadPage().next(page).execute();
                pages.add(page);
            }
        }
        return pages;
    }

    static Stream<Measure> measuresInCql() {
        return shipped(Measure.class).filter(Measure::hasLibrary);
    }

    static <T extends Resource> Stream<T> shipped(Class<T> type) {
        return ImplementationGuide.definitions().stream()
                .filter(name -> name.startsWith(type.getSimpleName() + "-"))
                .map(name -> {
                    try (InputStream json = ImplementationGuide.open(name)) {
                        return Fhir.CONTEXT.newJsonParser().parseResource(type, json);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("measuresInCql")
    void factsAndCqlAgree(Measure measure) {
        MeasureReport ours = fhir.get("Measure/" + measure.getIdPart() + "/$evaluate-measure?periodStart=" + FIRST_YEAR
                        + "&periodEnd=" + LAST_YEAR)
                .stored(MeasureReport.class);
        CqlEngine cql = Objects.requireNonNull(engine);
        MeasureReport counts = cql.counts(measure, FIRST_YEAR, LAST_YEAR);
        MeasureReport means = cql.means(measure, FIRST_YEAR, LAST_YEAR);

        Map<String, String> expected = new TreeMap<>();
        Map<String, String> told = new TreeMap<>();
        for (int i = 0; i < measure.getGroup().size(); i++) {
            MeasureGroupComponent group = measure.getGroup().get(i);
            MeasureReportGroupComponent reported = ours.getGroup().get(i);
            told.putAll(told(group, reported));
            expected.putAll(counted(group, counts));
            expected.putAll(scored(group, counts, means));
        }

        assertThat(told).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(told.values()).as("something happens to somebody").anyMatch(value -> !value.startsWith("0"));
    }

    /** What our report tells, by group, population and stratum; what counts nobody is left out. */
    private static Map<String, String> told(MeasureGroupComponent group, MeasureReportGroupComponent reported) {
        Map<String, String> told = new LinkedHashMap<>();
        reported.getPopulation()
                .forEach(population -> put(
                        told,
                        group.getId() + "/"
                                + population.getCode().getCodingFirstRep().getCode(),
                        population.getCount()));
        score(told, group.getId(), reported.getMeasureScore());
        reported.getStratifier()
                .forEach(stratifier -> stratifier.getStratum().forEach(stratum -> {
                    String place = group.getId() + "/"
                            + stratifier.getCodeFirstRep().getCodingFirstRep().getCode() + "="
                            + stratum.getValue().getText();
                    stratum.getPopulation()
                            .forEach(population -> put(
                                    told,
                                    place + "/"
                                            + population
                                                    .getCode()
                                                    .getCodingFirstRep()
                                                    .getCode(),
                                    population.getCount()));
                    score(told, place, stratum.getMeasureScore());
                }));
        return told;
    }

    private static void put(Map<String, String> counts, String place, int count) {
        if (count > 0) {
            counts.put(place, String.valueOf(count));
        }
    }

    private static void score(Map<String, String> told, String place, Quantity score) {
        if (score.getValue() != null) {
            told.put(place + "/score", rounded(score.getValue()));
        }
    }

    private static String rounded(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Map<String, String> counted(MeasureGroupComponent group, MeasureReport counts) {
        Map<String, String> counted = new LinkedHashMap<>();
        group.getPopulation().forEach(population -> {
            String code = population.getCode().getCodingFirstRep().getCode();
            byPlace(group, group(counts, population.getCriteria().getExpression()))
                    .forEach((place, count) -> put(counted, place + "/" + code, count));
        });
        return counted;
    }

    /** How many episodes a criterion selects, in all and by those stratifiers that the group has. */
    private static Map<String, Integer> byPlace(MeasureGroupComponent group, MeasureReportGroupComponent counted) {
        Map<String, Integer> byPlace = new LinkedHashMap<>();
        byPlace.put(group.getId(), counted.getPopulationFirstRep().getCount());
        strata(group, counted)
                .forEach((place, stratum) ->
                        byPlace.put(place, stratum.getPopulationFirstRep().getCount()));
        return byPlace;
    }

    private static Map<String, StratifierGroupComponent> strata(
            MeasureGroupComponent group, MeasureReportGroupComponent counted) {
        Map<String, StratifierGroupComponent> strata = new LinkedHashMap<>();
        group.getStratifier().forEach(stratifier -> {
            String named = stratifier.getCriteria().getExpression();
            counted.getStratifier().stream()
                    .filter(all -> all.getCodeFirstRep().getText().equals(named))
                    .flatMap(all -> all.getStratum().stream())
                    .forEach(stratum -> strata.put(
                            group.getId() + "/"
                                    + stratifier.getCode().getCodingFirstRep().getCode() + "="
                                    + stratum.getValue().getText(),
                            stratum));
        });
        return strata;
    }

    private static Map<String, String> scored(
            MeasureGroupComponent group, MeasureReport counts, @Nullable MeasureReport means) {
        Map<String, String> scores = new LinkedHashMap<>();
        if (means != null
                && means.getGroup().stream().anyMatch(mean -> mean.getId().equals(group.getId()))) {
            MeasureReportGroupComponent mean = group(means, group.getId());
            score(scores, group.getId(), mean.getMeasureScore());
            strata(group, mean).forEach((place, stratum) -> score(scores, place, stratum.getMeasureScore()));
            return scores;
        }
        Map<String, Integer> wholes = byPlace(group, group(counts, criterion(group, "denominator", "eligible")));
        Map<String, Integer> parts = byPlace(group, group(counts, criterion(group, "numerator", "paired")));
        wholes.forEach((place, whole) -> {
            if (whole > 0) {
                scores.put(
                        place + "/score",
                        rounded(BigDecimal.valueOf(parts.getOrDefault(place, 0))
                                .divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64)));
            }
        });
        return scores;
    }

    private static String criterion(MeasureGroupComponent group, String... codes) {
        return group.getPopulation().stream()
                .filter(population -> Stream.of(codes).anyMatch(code -> CqlEngine.is(population, code)))
                .findFirst()
                .orElseThrow()
                .getCriteria()
                .getExpression();
    }

    private static MeasureReportGroupComponent group(MeasureReport report, String id) {
        return report.getGroup().stream()
                .filter(group -> id.equals(group.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No group " + id));
    }
}
