package nl.meerwaarde.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meerwaarde.assembly.Assembly.Note;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Single questions that two different Questionnaires share: same definition or a code in common, and the same answers with the same weights. The first
 * is asked. The other stays as an item that is not shown and holds the same answers, so that the scores of its instrument find them; where both have the
 * same linkId, one item is enough.
 */
final class QuestionSharing {
    /** What limits an answer or makes it alarming, and must agree. */
    private static final Set<String> LIMITS = Set.of(
            Canonicals.CoreExtensions.MIN_VALUE,
            Canonicals.CoreExtensions.MAX_VALUE,
            Canonicals.CoreExtensions.MAX_DECIMAL_PLACES,
            Canonicals.CoreExtensions.MIN_OCCURS,
            Canonicals.CoreExtensions.MAX_OCCURS,
            Canonicals.CoreExtensions.QUESTIONNAIRE_UNIT,
            Canonicals.Extensions.ALARMING_RANGE);

    /** What an answer option means besides its code, and must agree. */
    private static final Set<String> MEANINGS = Set.of(
            Canonicals.CoreExtensions.ORDINAL_VALUE,
            Canonicals.CoreExtensions.ITEM_WEIGHT,
            Canonicals.Extensions.ALARMING_ANSWER);

    private final Form form;
    private final List<Note> notes;

    QuestionSharing(Form form, List<Note> notes) {
        this.form = form;
        this.notes = notes;
    }

    void share() {
        List<FormItem> asked = new ArrayList<>();
        for (FormItem question : form.all().filter(QuestionSharing::canBeShared).toList()) {
            Optional<FormItem> same =
                    asked.stream().filter(other -> isSame(other, question)).findFirst();
            if (same.isEmpty() || !share(same.get(), question)) {
                asked.add(question);
            }
        }
    }

    private static boolean canBeShared(FormItem item) {
        return item.isQuestion()
                && !item.isCalculated()
                && (item.item().hasDefinition() || item.item().hasCode());
    }

    private static boolean isSame(FormItem one, FormItem other) {
        if (one.from().canonical().url().equals(other.from().canonical().url())) {
            return false;
        }
        Set<Code> codes = codes(one);
        codes.retainAll(codes(other));
        return !codes.isEmpty()
                || one.item().hasDefinition()
                        && one.item().getDefinition().equals(other.item().getDefinition());
    }

    private static Set<Code> codes(FormItem item) {
        return item.item().getCode().stream()
                .map(Code::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether the second is asked as the first from now on. */
    private boolean share(FormItem first, FormItem second) {
        String reason = difference(first, second);
        if (reason != null) {
            note(first, second, IssueSeverity.WARNING, "ask the same, but are both asked, because " + reason);
            return false;
        }
        boolean sameText = Objects.equals(first.item().getText(), second.item().getText());
        note(
                first,
                second,
                sameText ? IssueSeverity.INFORMATION : IssueSeverity.WARNING,
                "ask the same and are asked once, as the first" + (sameText ? "" : "; their texts differ"));
        first.item().setRequired(first.item().getRequired() || second.item().getRequired());
        form.all().forEach(item -> redirectConditions(item.item(), second.linkId(), first.linkId()));
        if (first.linkId().equals(second.linkId())) {
            form.replace(second, first);
        } else {
            askAs(first, second);
        }
        return true;
    }

    private static @Nullable String difference(FormItem first, FormItem second) {
        if (!first.children().isEmpty() || !second.children().isEmpty()) {
            return "other items stand below one of them";
        }
        if (!first.isAskedOfAll() || !second.isAskedOfAll()) {
            return "one of them is not asked of everybody, once";
        }
        if (first.linkId().equals(second.linkId()) && !second.from().roots().contains(second)) {
            return "they have one linkId and the second stands inside a group of its Questionnaire";
        }
        return sameAnswers(first.item(), second.item()) ? null : "their answers, weights or alarms differ";
    }

    private static boolean sameAnswers(QuestionnaireItemComponent first, QuestionnaireItemComponent second) {
        return first.getType() == second.getType()
                && first.getRepeats() == second.getRepeats()
                && first.getMaxLength() == second.getMaxLength()
                && Objects.equals(first.getAnswerValueSet(), second.getAnswerValueSet())
                && options(first).equals(options(second))
                && limits(first).equals(limits(second));
    }

    private static Set<String> options(QuestionnaireItemComponent item) {
        return item.getAnswerOption().stream().map(QuestionSharing::option).collect(Collectors.toSet());
    }

    private static String option(QuestionnaireItemAnswerOptionComponent option) {
        Type value = option.getValue();
        String system = value instanceof Coding coding ? coding.getSystem() + "|" : "";
        return system + text(value) + "=" + meanings(option.getExtension())
                + (value == null ? "" : meanings(value.getExtension()));
    }

    private static String meanings(List<Extension> extensions) {
        return extensions.stream()
                .filter(extension -> extension.hasUrl() && MEANINGS.contains(extension.getUrl()))
                .map(extension -> text(extension.getValue()))
                .collect(Collectors.joining(","));
    }

    private static Set<String> limits(QuestionnaireItemComponent item) {
        return item.getExtension().stream()
                .filter(extension -> extension.hasUrl() && LIMITS.contains(extension.getUrl()))
                .map(QuestionSharing::content)
                .collect(Collectors.toSet());
    }

    /** An extension as text, with its parts in the order of their names. */
    private static String content(Extension extension) {
        return extension.getUrl() + "=" + text(extension.getValue())
                + extension.getExtension().stream()
                        .map(QuestionSharing::content)
                        .sorted()
                        .toList();
    }

    private static String text(@Nullable Type value) {
        if (value instanceof DecimalType decimal && decimal.hasValue()) {
            return decimal.getValue().stripTrailingZeros().toPlainString();
        }
        if (value instanceof Coding coding) {
            return String.valueOf(coding.getCode());
        }
        return value == null ? "" : String.valueOf(value.primitiveValue());
    }

    private static void redirectConditions(QuestionnaireItemComponent item, String from, String to) {
        item.getEnableWhen().stream()
                .filter(condition -> from.equals(condition.getQuestion()))
                .forEach(condition -> condition.setQuestion(to));
    }

    private static void askAs(FormItem first, FormItem second) {
        QuestionnaireItemComponent item = second.item();
        item.getExtension()
                .removeIf(extension -> Canonicals.SdcExtensions.OBSERVATION_EXTRACT.equals(extension.getUrl()));
        item.setInitial(null);
        item.setRequired(false).setReadOnly(true);
        item.addExtension(Canonicals.CoreExtensions.QUESTIONNAIRE_HIDDEN, new BooleanType(true));
        item.addExtension(Canonicals.Extensions.ASKED_AS, new StringType(first.linkId()));
        item.addExtension(
                Canonicals.SdcExtensions.CALCULATED_EXPRESSION,
                new Expression()
                        .setLanguage("text/fhirpath")
                        .setExpression(FormItem.level("%resource", first.parent()) + ".where(linkId = "
                                + ExpressionText.literal(first.linkId()) + ").answer.value"));
    }

    private void note(FormItem first, FormItem second, IssueSeverity severity, String what) {
        notes.add(new Note(
                new Problem(
                        ProblemCode.SHARED_QUESTION,
                        second.path(),
                        "'" + first.linkId() + "' of " + first.from().canonical() + " and '" + second.linkId() + "' of "
                                + second.from().canonical() + " " + what + "."),
                severity));
    }
}
