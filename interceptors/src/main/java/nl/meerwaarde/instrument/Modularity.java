package nl.meerwaarde.instrument;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;

/**
 * What a Questionnaire leaves to the form it becomes part of, and to the parts that are put into it (SDC modular forms).
 *
 * @param context names of the variables that a form must offer it (SDC {@code assembleContext})
 * @param hasParts whether items stand for other Questionnaires (SDC {@code subQuestionnaire})
 */
record Modularity(Set<String> context, boolean hasParts) {
    static Modularity of(Questionnaire questionnaire) {
        return new Modularity(
                questionnaire.getExtensionsByUrl(Canonicals.SdcExtensions.ASSEMBLE_CONTEXT).stream()
                        .filter(extension ->
                                extension.hasValue() && extension.getValue().hasPrimitiveValue())
                        .map(extension -> extension.getValue().primitiveValue())
                        .collect(toUnmodifiableSet()),
                hasParts(questionnaire.getItem()));
    }

    private static boolean hasParts(List<QuestionnaireItemComponent> items) {
        return items.stream()
                .anyMatch(item ->
                        item.hasExtension(Canonicals.SdcExtensions.SUB_QUESTIONNAIRE) || hasParts(item.getItem()));
    }

    boolean isModule() {
        return hasParts || !context.isEmpty();
    }

    /** Whether a variable may come from elsewhere. A part brings variables that only show when it is put in. */
    boolean knows(String variable) {
        return hasParts || context.contains(variable);
    }
}
