package nl.meerwaarde.ig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a Library in CQL says that a moment asks is what the shipped pathway and its outcome sets ask there. */
class AskedInCqlTest {
    private static final String BASE = "https://w3id.org/meerwaarde/fhir/";
    private static final String MOMENT = BASE + "StructureDefinition/measurement-moment";
    private static final Pattern PATHWAY = Pattern.compile("/PlanDefinition/([a-z-]+)'");
    private static final Pattern ASKS = Pattern.compile("\"Is Asked\"\\(E, '([a-z0-9-]+)'");
    private static final Pattern ASKED = Pattern.compile("define \"Asked\":(.*)");
    private static final Pattern GENERIC = Pattern.compile("define \"Generic Core\":\\s*\\{([^}]*)}");
    private static final Pattern QUOTED = Pattern.compile("'([a-z0-9-]+)'");

    private static final Map<String, Resource> DEFINITIONS = nl.meerwaarde.ig.Library.definitions();

    static Stream<String> librariesThatSayWhatIsAsked() {
        return DEFINITIONS.keySet().stream()
                .filter(name -> name.startsWith("Library-") && !name.contains("MeerwaardeFacts"))
                .filter(name -> ASKS.matcher(cql(name)).find());
    }

    @ParameterizedTest
    @MethodSource("librariesThatSayWhatIsAsked")
    void itIsWhatThePathwayAsks(String library) {
        String cql = cql(library);
        String moment = first(ASKS, cql);
        String said = first(ASKED, cql);
        Set<String> instruments = quoted(said);
        if (said.contains("Facts.\"Generic Core\"")) {
            instruments.addAll(quoted(first(GENERIC, cql("Library-MeerwaardeFacts.json"))));
        }

        assertThat(instruments).isNotEmpty().isEqualTo(asked(plan(first(PATHWAY, cql)), moment));
    }

    private static String cql(String name) {
        byte[] source = ((org.hl7.fhir.r4.model.Library) Objects.requireNonNull(DEFINITIONS.get(name)))
                .getContentFirstRep()
                .getData();
        return new String(source, StandardCharsets.UTF_8);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    private static Set<String> quoted(String list) {
        return QUOTED.matcher(list)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static PlanDefinition plan(String name) {
        return (PlanDefinition) Objects.requireNonNull(DEFINITIONS.get("PlanDefinition-" + name + ".json"));
    }

    private static Set<String> asked(PlanDefinition pathway, String moment) {
        List<PlanDefinitionActionComponent> actions = pathway.getAction().stream()
                .filter(action -> moment.equals(action.getId()))
                .flatMap(action -> action.getAction().stream())
                .toList();
        return Stream.concat(
                        instruments(actions.stream()), sets(actions.stream()).flatMap(set -> askedBySet(set, moment)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> askedBySet(PlanDefinition set, String moment) {
        return Stream.concat(
                instruments(set.getAction().stream().filter(action -> isAt(action, moment))),
                sets(set.getAction().stream()).flatMap(taken -> askedBySet(taken, moment)));
    }

    private static boolean isAt(PlanDefinitionActionComponent action, String moment) {
        return action.getExtensionsByUrl(MOMENT).stream()
                .anyMatch(at -> ((Coding) at.getValue()).getCode().equals(moment));
    }

    private static Stream<String> instruments(Stream<PlanDefinitionActionComponent> actions) {
        return named(actions, "Questionnaire/");
    }

    private static Stream<PlanDefinition> sets(Stream<PlanDefinitionActionComponent> actions) {
        return named(actions, "PlanDefinition/").map(AskedInCqlTest::plan);
    }

    private static Stream<String> named(Stream<PlanDefinitionActionComponent> actions, String type) {
        return actions.map(PlanDefinitionActionComponent::getDefinition)
                .filter(CanonicalType.class::isInstance)
                .map(canonical -> ((CanonicalType) canonical).getValue())
                .filter(canonical -> canonical.startsWith(BASE + type))
                .map(canonical -> canonical.substring((BASE + type).length()).replaceAll("[|].*", ""));
    }
}
