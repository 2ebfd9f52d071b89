package nl.meerwaarde.ig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Measure.MeasureGroupComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

/** The shipped measures of joint replacement are the same measure again and again; these are the rules by which they differ. */
class ShippedMeasuresTest {

    private static final String BASE = "https://w3id.org/meerwaarde/fhir/";
    private static final List<String> PATHWAYS = List.of(
            "knee-replacement-primary",
            "knee-replacement-revision",
            "hip-replacement-primary",
            "hip-replacement-revision");
    private static final String BY_TEAM = "-by-team";
    private static final List<String> SCORES = List.of("oxford", "eq-5d-3l-uk", "eq-5d-5l-nl", "eq-vas");
    private static final List<String> CHANGE = List.of(
            "response-chain", "mean-before", "mean-after", "mean-gain", "improved-any", "unchanged", "worsened");

    private final Map<String, Resource> definitions = Library.definitions();
    private final Map<String, Measure> measures = definitions.values().stream()
            .filter(Measure.class::isInstance)
            .map(Measure.class::cast)
            .filter(measure -> measure.getIdPart().contains("-replacement-"))
            .filter(measure -> !measure.getIdPart().endsWith(BY_TEAM))
            .collect(Collectors.toMap(Measure::getIdPart, measure -> measure));

    @Test
    void everyPathwayHasEveryScoreAndNhsEnglandsVersionOfThoseItPublishes() {
        assertThat(measures.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(names(SCORES, ""), names(List.of("oxford", "eq-5d-3l-uk", "eq-vas"), "nhs-"))
                                .toList());
    }

    @Test
    void groupsFollowTheScoreAndThePathway() {
        measures.forEach((id, measure) -> assertThat(measure.getGroup())
                .as(id)
                .extracting(MeasureGroupComponent::getId)
                .containsExactlyElementsOf(statistics(id)));
    }

    @Test
    void nhsEnglandAnalysesModelledRecordsOnly() {
        measures.forEach((id, measure) -> measure.getGroup()
                .forEach(group -> assertThat(analysisSet(group))
                        .as("%s %s", id, group.getId())
                        .isEqualTo(expectedAnalysisSet(id, group.getId()))));
    }

    @Test
    void everyGroupIsStratifiedInTheSameWay() {
        measures.forEach((id, measure) -> measure.getGroup()
                .forEach(group -> assertThat(group.getStratifier())
                        .as("%s %s", id, group.getId())
                        .extracting(stratifier ->
                                stratifier.getCode().getCodingFirstRep().getCode())
                        .containsExactlyElementsOf(stratifiers(group))));
    }

    @Test
    void whatComparesTeamsDividesEveryGroupByTeam() {
        Measure byTeam = (Measure) definitions.get("Measure-knee-replacement-primary-oxford" + BY_TEAM + ".json");

        assertThat(byTeam.getGroup())
                .isNotEmpty()
                .allSatisfy(group -> assertThat(group.getStratifier())
                        .extracting(stratifier ->
                                stratifier.getCode().getCodingFirstRep().getCode())
                        .containsAll(stratifiers(group))
                        .contains("team"));
    }

    /** Who does not answer is looked for by what may keep people from it, too. */
    private static List<String> stratifiers(MeasureGroupComponent group) {
        return "response-chain".equals(group.getId())
                ? List.of("organization", "sex", "age-band", "language", "literacy", "deprivation")
                : List.of("organization", "sex", "age-band");
    }

    @Test
    void theCaseMixModelIsThatOfThePathway() {
        measures.forEach((id, measure) -> {
            Coding model = (Coding) extension(measure, "case-mix-model");
            assertThat(model.getVersion()).isEqualTo("2017-18");
            assertThat(pathway(id))
                    .isEqualTo(model.getCode().replace("nhs-proms-", "").replace("-", "-replacement-"));
        });
    }

    @Test
    void pathwaysAndScoresAreOnesWeShip() {
        measures.forEach((id, measure) -> {
            assertThat(extension(measure, "pathway").primitiveValue())
                    .isEqualTo(BASE + "PlanDefinition/" + pathway(id));
            assertThat(definitions).containsKey("PlanDefinition-" + pathway(id) + ".json");
            assertThat(Library.scoreDefinitions()).containsKey(((Coding) extension(measure, "score")).getCode());
        });
    }

    private static Stream<String> names(List<String> scores, String prefix) {
        return PATHWAYS.stream().flatMap(pathway -> scores.stream().map(score -> prefix + pathway + "-" + score));
    }

    private static List<String> statistics(String measure) {
        List<String> statistics = new ArrayList<>(CHANGE);
        if (measure.endsWith("-oxford")) {
            statistics.add("beyond-measurement-error");
        }
        if (measure.endsWith("-primary-oxford")) {
            statistics.add("reached-mic");
        }
        statistics.add("adjusted-gain");
        return statistics;
    }

    private static String expectedAnalysisSet(String measure, String statistic) {
        if (statistic.equals("response-chain")) {
            return "none";
        }
        return measure.startsWith("nhs-") || statistic.equals("adjusted-gain") ? "modelled" : "paired";
    }

    private static String analysisSet(MeasureGroupComponent group) {
        String url = BASE + "StructureDefinition/analysis-set";
        return group.hasExtension(url)
                ? ((PrimitiveType<?>) group.getExtensionByUrl(url).getValue()).getValueAsString()
                : "none";
    }

    private static String pathway(String measure) {
        return PATHWAYS.stream().filter(measure::contains).findFirst().orElseThrow();
    }

    private static Type extension(Measure measure, String id) {
        return measure.getExtensionByUrl(BASE + "StructureDefinition/" + id).getValue();
    }
}
