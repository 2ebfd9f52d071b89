package nl.meerwaarde.outcomeset;

import java.beans.Introspector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.instrument.QuestionIdentity;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;

/** The tables of {@code docs/outcome-sets.md}, made from the shipped sets. */
final class OutcomeSetPage {
    private final StringBuilder page = new StringBuilder();

    private OutcomeSetPage() {}

    static String tables() {
        OutcomeSetPage page = new OutcomeSetPage();
        ShippedSets.definitions().forEach(page::set);
        return page.page.toString();
    }

    private void set(PlanDefinition definition) {
        line("");
        line("### " + definition.getTitle() + " (" + dutch(definition) + ")");
        line("");
        line("`" + definition.getIdPart() + "`. " + definition.getDescription());
        line("");
        line(burden(ShippedSets.sittings(definition)));
        line("");
        line("| outcome | asked or recorded | reporter | months | questions | mark |");
        line("|---|---|---|---|---|---|");
        actions(definition).forEach(this::row);
        String caseMix = caseMix(definition);
        if (!caseMix.isEmpty()) {
            line("");
            line("Case-mix variables, at baseline: " + caseMix + ".");
        }
    }

    private static Stream<Map.Entry<SetAction, PlanDefinitionActionComponent>> actions(PlanDefinition definition) {
        List<SetAction> actions = SetAction.of(definition);
        return IntStream.range(0, actions.size())
                .mapToObj(i -> Map.entry(actions.get(i), definition.getAction().get(i)));
    }

    private void row(Map.Entry<SetAction, PlanDefinitionActionComponent> entry) {
        SetAction action = entry.getKey();
        if (action.isTakenSet()) {
            line("| " + action.title() + " | "
                    + means(new Measurement.Asked(action.definition().orElseThrow())) + " |  | "
                    + months(action.moments()) + " |  |  |");
        }
        OutcomeSetReader.measurement(action)
                .filter(measurement -> measurement.kind() == Measurement.Kind.OUTCOME)
                .ifPresent(measurement -> line("| " + measurement.title() + only(entry.getValue()) + " | "
                        + means(measurement.means()) + " | "
                        + measurement.reporter().code() + " | "
                        + months(measurement.moments()) + " | " + questions(measurement.means()) + " | "
                        + mark(entry.getValue()) + " |"));
    }

    private static String only(PlanDefinitionActionComponent action) {
        return action.hasReason()
                ? ", only with "
                        + action.getReasonFirstRep().getCodingFirstRep().getDisplay()
                : "";
    }

    private static String means(Measurement.Means means) {
        if (means instanceof Measurement.Asked asked) {
            String version = asked.questionnaire().version();
            return "`" + lastPart(asked.questionnaire().url()) + "`" + (version == null ? "" : " " + version);
        }
        Measurement.Recorded recorded = (Measurement.Recorded) means;
        String codes = recorded.codes().stream().map(OutcomeSetPage::code).collect(Collectors.joining(", "));
        return recorded.resourceType() + "." + recorded.element() + (codes.isEmpty() ? "" : " " + codes);
    }

    private static String code(Code code) {
        return (code.system().contains("snomed") ? "SNOMED CT " : code.system().contains("loinc") ? "LOINC " : "") + "`"
                + code.code() + "`";
    }

    /** An instrument without items has a dash: nobody may read a nought. */
    private static String questions(Measurement.Means means) {
        if (!(means instanceof Measurement.Asked asked)) {
            return "";
        }
        int questions = QuestionIdentity.questionsOf(ShippedSets.instrument(asked.questionnaire()))
                .size();
        return questions == 0 ? "–" : String.valueOf(questions);
    }

    private static String mark(PlanDefinitionActionComponent action) {
        return action.getDocumentationFirstRep().getLabel();
    }

    private static String caseMix(PlanDefinition definition) {
        return actions(definition)
                .filter(entry -> entry.getKey()
                        .kind()
                        .filter(Measurement.Kind.CASE_MIX_VARIABLE::equals)
                        .isPresent())
                .map(entry -> Introspector.decapitalize(entry.getKey().title()) + " (" + mark(entry.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Moments with equal numbers stand together. */
    private static String burden(List<Sitting> sittings) {
        Map<Integer, List<String>> moments = sittings.stream()
                .filter(sitting -> sitting.reporter() == Reporter.PATIENT)
                .collect(Collectors.groupingBy(
                        Sitting::questions,
                        LinkedHashMap::new,
                        Collectors.mapping(Sitting::moment, Collectors.toList())));
        String counted = moments.entrySet().stream()
                .map(entry -> "A patient answers at most " + entry.getKey() + " questions at months "
                        + months(entry.getValue()) + ".")
                .collect(Collectors.joining(" "));
        return counted + uncounted(sittings);
    }

    private static String uncounted(List<Sitting> sittings) {
        String empty = sittings.stream()
                .flatMap(sitting -> sitting.instruments().stream())
                .filter(asked -> asked.questions() == 0)
                .map(asked -> "`" + lastPart(asked.instrument().canonical().url()) + "`")
                .distinct()
                .collect(Collectors.joining(", "));
        return empty.isEmpty() ? "" : " Not counted: " + empty + ".";
    }

    private static String months(List<String> moments) {
        return moments.stream()
                .map(moment -> moment.equals("baseline") ? "0" : moment.substring("month-".length()))
                .collect(Collectors.joining(", "));
    }

    private static String lastPart(String canonical) {
        return canonical.substring(canonical.lastIndexOf('/') + 1);
    }

    private static String dutch(PlanDefinition definition) {
        return definition.getTitleElement().getExtensionFirstRep().getExtensionString("content");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
