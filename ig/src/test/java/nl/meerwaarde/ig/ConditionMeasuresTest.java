package nl.meerwaarde.ig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** Every condition has the same few measures, and what they ask for is there. */
class ConditionMeasuresTest {
    private static final String BASE = "https://w3id.org/meerwaarde/fhir/";
    private static final List<String> CONDITIONS = List.of(
            "knee-osteoarthritis",
            "breast-cancer",
            "pancreatic-carcinoma",
            "inflammatory-bowel-disease",
            "chronic-kidney-disease");
    private static final Set<String> OF_TREATMENT = Set.of("decision", "experience", "recorded", "goals");
    private static final List<String> EVERYWHERE = List.of("organization", "sex", "age-band");

    private final Map<String, Resource> definitions = Library.definitions();
    private final List<Measure> measures = definitions.values().stream()
            .filter(Measure.class::isInstance)
            .map(Measure.class::cast)
            .filter(measure -> !measure.getIdPart().contains("-replacement-"))
            .toList();

    @Test
    void everyConditionHasOneScoreAndTheSameMeasuresBesides() {
        assertThat(measures).hasSize(5 * CONDITIONS.size());
        for (String condition : CONDITIONS) {
            assertThat(measures.stream()
                            .map(Measure::getIdPart)
                            .filter(id -> id.startsWith(condition))
                            .map(id -> id.substring(condition.length() + 1)))
                    .as(condition)
                    .containsAll(OF_TREATMENT)
                    .hasSize(5);
        }
    }

    @Test
    void episodesAreThoseOfTheConditionsPathway() {
        measures.forEach(measure -> assertThat(definitions)
                .as(measure.getIdPart())
                .containsKey("PlanDefinition-" + pathway(measure) + ".json"));
    }

    @Test
    void scoresAndMomentsAreOnesThatThePathwayHas() {
        measures.forEach(measure -> {
            score(measure)
                    .forEach(score -> assertThat(Library.scoreDefinitions())
                            .as(measure.getIdPart())
                            .containsKey(score));
            assertThat(actions(measure, "measurement-moment"))
                    .as(measure.getIdPart())
                    .containsAll(moments(measure));
        });
    }

    @Test
    void everyEventIsOneOfThePathwayOrDeath() {
        measures.forEach(measure -> measure.getGroup().stream()
                .flatMap(group -> group.getExtensionsByUrl(BASE + "StructureDefinition/counted-event").stream())
                .map(event -> ((Coding) event.getValue()).getCode())
                .filter(event -> !event.equals("death"))
                .forEach(event -> assertThat(actions(measure, "outcome-event"))
                        .as(measure.getIdPart())
                        .contains(event)));
    }

    /** What no source supports is not shipped. */
    @Test
    void thresholdsOfChangeAreUsedWhereTheyAreSourced() {
        measures.stream()
                .filter(measure -> measure.hasExtension(BASE + "StructureDefinition/moments"))
                .forEach(measure -> {
                    ObservationDefinition definition = (ObservationDefinition) Library.scoreDefinitions()
                            .get(score(measure).findFirst().orElseThrow());
                    assertThat(statistics(measure).contains("beyond-measurement-error"))
                            .as(measure.getIdPart())
                            .isEqualTo(
                                    definition.hasExtension(BASE + "StructureDefinition/smallest-detectable-change"));
                    assertThat(statistics(measure).contains("reached-mic"))
                            .as(measure.getIdPart())
                            .isEqualTo(definition.hasExtension(BASE + "StructureDefinition/minimal-important-change"));
                });
    }

    @Test
    void whoDoesNotAnswerStandsBesideEveryScore() {
        measures.stream()
                .filter(measure -> score(measure).findAny().isPresent())
                .forEach(measure -> {
                    MeasureGroupComponent chain = measure.getGroupFirstRep();
                    assertThat(chain.getId()).as(measure.getIdPart()).isEqualTo("response-chain");
                    assertThat(stratifiers(chain))
                            .containsExactly("organization", "sex", "age-band", "language", "literacy", "deprivation");
                });
    }

    @Test
    void goalsAreNotComparedBetweenOrganisations() {
        measures.forEach(measure -> measure.getGroup().stream()
                .filter(group -> !group.getId().equals("response-chain"))
                .forEach(group -> assertThat(stratifiers(group))
                        .as(measure.getIdPart())
                        .isEqualTo(group.getId().equals("goals-attained") ? List.of("sex", "age-band") : EVERYWHERE)));
    }

    private static List<String> stratifiers(MeasureGroupComponent group) {
        return group.getStratifier().stream()
                .map(stratifier -> stratifier.getCode().getCodingFirstRep().getCode())
                .toList();
    }

    private static Set<String> statistics(Measure measure) {
        return measure.getGroup().stream().map(MeasureGroupComponent::getId).collect(Collectors.toSet());
    }

    private static Stream<String> score(Measure measure) {
        return measure.getExtensionsByUrl(BASE + "StructureDefinition/score").stream()
                .map(score -> ((Coding) score.getValue()).getCode());
    }

    private static List<String> moments(Measure measure) {
        return Stream.concat(
                        measure.getExtensionsByUrl(BASE + "StructureDefinition/moments").stream()
                                .flatMap(moments -> moments.getExtension().stream()),
                        measure.getExtensionsByUrl(BASE + "StructureDefinition/measurement-moment").stream())
                .map(Extension::getValue)
                .map(moment -> ((Coding) moment).getCode())
                .toList();
    }

    private List<String> actions(Measure measure, String kind) {
        PlanDefinition pathway = (PlanDefinition) definitions.get("PlanDefinition-" + pathway(measure) + ".json");
        return pathway.getAction().stream()
                .flatMap(action -> action.getCode().stream())
                .flatMap(code -> code.getCoding().stream())
                .filter(coding -> coding.getSystem().equals(BASE + "CodeSystem/" + kind))
                .map(Coding::getCode)
                .toList();
    }

    private static String pathway(Measure measure) {
        String canonical = ((PrimitiveType<?>) measure.getExtensionByUrl(BASE + "StructureDefinition/pathway")
                        .getValue())
                .getValueAsString();
        return canonical.substring((BASE + "PlanDefinition/").length());
    }
}
