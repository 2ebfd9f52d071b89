package nl.meerwaarde.tests.cql;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.Measure.MeasureGroupPopulationComponent;
import org.hl7.fhir.r4.model.Measure.MeasureGroupStratifierComponent;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.fhir.cql.EvaluationSettings;
import org.opencds.cqf.fhir.cr.measure.MeasureEvaluationOptions;
import org.opencds.cqf.fhir.cr.measure.common.MeasurePeriodValidator;
import org.opencds.cqf.fhir.cr.measure.r4.R4MultiMeasureService;
import org.opencds.cqf.fhir.utility.monad.Eithers;
import org.opencds.cqf.fhir.utility.repository.InMemoryFhirRepository;

/**
 * HAPI's clinical reasoning over resources in memory, so that no search is ever answered from an earlier one. It knows no Measures of ours: their populations are
 * evaluated as groups of a Measure that it knows, each population a cohort of episodes, each mean an observation of them.
 */
final class CqlEngine {
    private static final String MEASURE_POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population";
    private static final String SCORING = "http://terminology.hl7.org/CodeSystem/measure-scoring";
    private static final String PROFILES = "http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/";

    private final InMemoryFhirRepository repository;
    private final R4MultiMeasureService service;

    /** @param resources the patients' resources, and the Libraries */
    CqlEngine(Bundle resources) {
        MeasureEvaluationOptions options = MeasureEvaluationOptions.defaultOptions();
        options.setEvaluationSettings(EvaluationSettings.getDefault()
                .withLibraryCache(new ConcurrentHashMap<>())
                .withModelCache(new ConcurrentHashMap<>())
                .withValueSetCache(new ConcurrentHashMap<>()));
        repository = new InMemoryFhirRepository(Fhir.CONTEXT, resources);
        service = new R4MultiMeasureService(repository, options, "http://localhost/fhir", new MeasurePeriodValidator());
    }

    /** How many episodes each criterion of the Measure selects, in groups of that name, by its stratifiers. */
    MeasureReport counts(Measure measure, int firstYear, int lastYear) {
        Measure counting = like(measure, "cohort");
        Set<String> criteria = new LinkedHashSet<>();
        measure.getGroup()
                .forEach(group -> group.getPopulation()
                        .forEach(population ->
                                criteria.add(population.getCriteria().getExpression())));
        for (String criterion : criteria) {
            MeasureGroupComponent group = group(counting, criterion);
            population(group, "initial-population", criterion);
            stratify(group, measure);
        }
        return evaluate(counting, firstYear, lastYear);
    }

    /**
     * The means of the groups that have an observed population, in groups of the name of the statistic.
     *
     * @return null when there are none
     */
    @Nullable
    MeasureReport means(Measure measure, int firstYear, int lastYear) {
        Measure averaging = like(measure, "continuous-variable");
        for (MeasureGroupComponent asked : measure.getGroup()) {
            asked.getPopulation().stream()
                    .filter(population -> is(population, "measure-population"))
                    .forEach(population -> average(
                            averaging,
                            measure,
                            asked.getId(),
                            asked.getPopulationFirstRep().getCriteria().getExpression(),
                            population.getCriteria().getExpression()));
        }
        if (!averaging.hasGroup()) {
            return null;
        }
        Library inTexts = inTexts(measure, averaging);
        repository.update(inTexts);
        averaging.setLibrary(List.of(new CanonicalType(inTexts.getUrl() + "|" + inTexts.getVersion())));
        return evaluate(averaging, firstYear, lastYear);
    }

    /** The engine averages whole numbers and texts, no decimals: this Library says what the shipped one says, and its numbers as texts. */
    private static Library inTexts(Measure measure, Measure averaging) {
        String shipped = measure.getLibrary().get(0).getValue().replaceAll(".*/|[|].*", "");
        StringBuilder cql = new StringBuilder("""
                library %1$sInTexts version '1.0.0'
                using FHIR version '4.0.1'
                include FHIRHelpers version '4.0.1' called FHIRHelpers
                include %1$s version '1.0.0' called Shipped
                parameter "Measurement Period" Interval<DateTime>
                context Patient
                """.formatted(shipped));
        Set<String> said = new LinkedHashSet<>();
        averaging.getGroup().forEach(group -> {
            group.getPopulation().forEach(population -> {
                String name = population.getCriteria().getExpression();
                said.add(
                        is(population, "measure-observation")
                                ? "define function \"%1$s\"(episode CarePlan): ToString(Shipped.\"%1$s\"(episode))"
                                        .formatted(name)
                                : "define \"%1$s\": Shipped.\"%1$s\"".formatted(name));
            });
            group.getStratifier()
                    .forEach(stratifier ->
                            said.add("define function \"%1$s\"(episode CarePlan): Shipped.\"%1$s\"(episode)"
                                    .formatted(stratifier.getCode().getText())));
        });
        said.forEach(definition -> cql.append(definition).append('\n'));
        Library library = new Library();
        library.setId("Library/" + shipped + "InTexts");
        library.setUrl("http://localhost/fhir/Library/" + shipped + "InTexts")
                .setVersion("1.0.0")
                .setName(shipped + "InTexts")
                .setStatus(PublicationStatus.ACTIVE);
        library.addContent().setContentType("text/cql").setData(cql.toString().getBytes(StandardCharsets.UTF_8));
        return library;
    }

    /** The function that a mean is of is called as the mean itself: MeanGain for mean-gain. */
    private static void average(Measure averaging, Measure measure, String id, String initial, String analysed) {
        MeasureGroupComponent group = group(averaging, id);
        population(group, "initial-population", initial);
        population(group, "measure-population", analysed);
        MeasureGroupPopulationComponent observation = population(group, "measure-observation", camelCase(id));
        observation.addExtension(PROFILES + "cqfm-aggregateMethod", new StringType("avg"));
        observation.addExtension(PROFILES + "cqfm-criteriaReference", new StringType(id + "-measure-population"));
        stratify(group, measure);
    }

    static boolean is(MeasureGroupPopulationComponent population, String code) {
        return population.getCode().getCodingFirstRep().getCode().equals(code);
    }

    private static String camelCase(String code) {
        StringBuilder name = new StringBuilder();
        for (String word : code.split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }

    private static Measure like(Measure measure, String scoring) {
        Measure other = new Measure();
        other.setId(measure.getIdPart());
        other.setUrl(measure.getUrl()).setVersion(measure.getVersion()).setStatus(measure.getStatus());
        other.setLibrary(measure.getLibrary());
        other.setScoring(new CodeableConcept(new Coding(SCORING, scoring, null)));
        return other;
    }

    private static MeasureGroupComponent group(Measure measure, String id) {
        MeasureGroupComponent group = measure.addGroup();
        group.setId(id);
        group.addExtension(PROFILES + "cqfm-populationBasis", new CodeType("CarePlan"));
        return group;
    }

    private static MeasureGroupPopulationComponent population(MeasureGroupComponent group, String code, String named) {
        MeasureGroupPopulationComponent population = group.addPopulation();
        population.setId(group.getId() + "-" + code);
        population.setCode(new CodeableConcept(new Coding(MEASURE_POPULATION, code, null)));
        population.setCriteria(criterion(named));
        return population;
    }

    /** By what any group of the Measure is stratified: a function of the episode, which the engine calls a component. */
    private static void stratify(MeasureGroupComponent group, Measure measure) {
        measure.getGroup().stream()
                .flatMap(asked -> asked.getStratifier().stream())
                .map(stratifier -> stratifier.getCriteria().getExpression())
                .distinct()
                .forEach(named -> {
                    MeasureGroupStratifierComponent stratifier = group.addStratifier();
                    stratifier.setId(group.getId() + "-" + named);
                    stratifier.setCode(new CodeableConcept().setText(named));
                    stratifier
                            .addComponent()
                            .setCode(new CodeableConcept().setText(named))
                            .setCriteria(criterion(named))
                            .setId(group.getId() + "-" + named + "-component");
                });
    }

    private static Expression criterion(String named) {
        return new Expression().setLanguage("text/cql-identifier").setExpression(named);
    }

    private MeasureReport evaluate(Measure measure, int firstYear, int lastYear) {
        return service.evaluate(
                Eithers.forRight3(measure),
                ZonedDateTime.of(firstYear, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
                ZonedDateTime.of(lastYear, 12, 31, 23, 59, 59, 0, ZoneOffset.UTC),
                "population",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Resources as the engine wants them: their ids say the type, and no server or version. */
    static Bundle together(List<Bundle> bundles) {
        Bundle all = new Bundle();
        all.setType(Bundle.BundleType.COLLECTION);
        bundles.forEach(bundle -> bundle.getEntry().forEach(entry -> {
            Resource resource = entry.getResource();
            resource.setId(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
            all.addEntry().setResource(resource);
        }));
        return all;
    }
}
