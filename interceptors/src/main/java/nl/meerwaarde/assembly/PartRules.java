package nl.meerwaarde.assembly;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;

/**
 * What a Questionnaire must keep to in order to become part of a form.
 *
 * @see <a href="http://hl7.org/fhir/uv/sdc/modular.html">SDC, Modular Forms</a>
 */
final class PartRules {
    private PartRules() {}

    /**
     * Adds what is wrong with a part.
     *
     * @param form the modular Questionnaire that it becomes part of
     * @param names the variables and launch contexts it finds there
     * @param where the item that names it
     */
    static void check(Questionnaire part, Questionnaire form, Set<String> names, String where, List<Problem> problems) {
        String name = part.getUrl() + (part.hasVersion() ? "|" + part.getVersion() : "");
        if (part.hasLanguage() && form.hasLanguage() && !part.getLanguage().equals(form.getLanguage())) {
            problem(
                    problems,
                    where,
                    name + " is in language " + part.getLanguage() + ", the form in " + form.getLanguage()
                            + ", into which not all of its texts are translated");
        }
        if (part.hasSubjectType() && form.hasSubjectType() && !subjects(part).containsAll(subjects(form))) {
            problem(
                    problems,
                    where,
                    name + " is about " + String.join(", ", subjects(part)) + ", the form about "
                            + String.join(", ", subjects(form)));
        }
        if (part.hasImplicitRules() || part.hasModifierExtension()) {
            problem(problems, where, name + " has implicitRules or a modifierExtension, which a part may not have");
        }
        if ("assemble-root".equals(expectation(part))) {
            problem(
                    problems,
                    where,
                    name + " says that it is only used as a whole form (assemble-expectation assemble-root)");
        }
        if (part.hasExtension(Canonicals.Extensions.STOPPING_RULE)) {
            problem(
                    problems,
                    where,
                    name + " is adaptive, so its questions cannot be part of a form that is the same for everybody");
        }
        String missing = context(part).stream()
                .filter(variable -> !names.contains(variable))
                .sorted()
                .map(variable -> "%" + variable)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            problem(problems, where, name + " needs " + missing + " (assembleContext), which is not defined there");
        }
    }

    private static List<String> subjects(Questionnaire questionnaire) {
        return questionnaire.getSubjectType().stream().map(CodeType::getValue).toList();
    }

    /** The names of the variables that a Questionnaire needs from the form it is put into. */
    static Set<String> context(Questionnaire part) {
        return part.getExtensionsByUrl(Canonicals.SdcExtensions.ASSEMBLE_CONTEXT).stream()
                .filter(Extension::hasValue)
                .map(extension -> extension.getValue().primitiveValue())
                .collect(Collectors.toSet());
    }

    /** The code that says what a Questionnaire is used for; empty when it says nothing. */
    static String expectation(Questionnaire questionnaire) {
        return ExtensionLookup.text(questionnaire.getExtension(), Canonicals.SdcExtensions.ASSEMBLE_EXPECTATION)
                .orElse("");
    }

    private static void problem(List<Problem> problems, String where, String sentence) {
        problems.add(new Problem(ProblemCode.INVALID_MODULE, where, sentence + "."));
    }
}
