package nl.meerwaarde.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.itemresponse.GradedItem;
import nl.meerwaarde.itemresponse.StoppingRule;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Type;

/** Reads the item bank of an adaptive Questionnaire: parameters and stopping rule, and everything that is wrong with them. */
final class ItemBankReading {
    private final Questionnaire questionnaire;
    private final List<Problem> problems;

    ItemBankReading(Questionnaire questionnaire, List<Problem> problems) {
        this.questionnaire = questionnaire;
        this.problems = problems;
    }

    /** The bank; empty when the Questionnaire is none, or cannot be used as one for the reasons that were added to the problems. */
    Optional<ItemBank> bank(List<Question> questions) {
        int before = problems.size();
        questionnaire.getItem().forEach(item -> refuseBelow(item.getItem()));
        List<ItemBank.Item> items = new ArrayList<>();
        for (int i = 0; i < questionnaire.getItem().size(); i++) {
            QuestionnaireItemComponent item = questionnaire.getItem().get(i);
            if (item.hasExtension(Canonicals.Extensions.GRADED_RESPONSE)) {
                read(item, questions.get(i), "Questionnaire.item[" + i + "]").ifPresent(items::add);
            }
        }
        boolean isBank = !items.isEmpty() || problems.size() > before;
        Optional<StoppingRule> rule = stoppingRule(isBank, items.size());
        return items.isEmpty() || problems.size() > before ? Optional.empty() : rule.map(r -> new ItemBank(items, r));
    }

    /** Which question comes next is decided among those of the first level. */
    private void refuseBelow(List<QuestionnaireItemComponent> items) {
        for (QuestionnaireItemComponent item : items) {
            if (item.hasExtension(Canonicals.Extensions.GRADED_RESPONSE)) {
                problem(
                        "Questionnaire.descendants().where(linkId='" + item.getLinkId() + "')",
                        "The item '" + item.getLinkId() + "' of the bank must stand on the first level.");
            }
            refuseBelow(item.getItem());
        }
    }

    private Optional<ItemBank.Item> read(QuestionnaireItemComponent item, Question question, String path) {
        int before = problems.size();
        String name = "The item '" + question.linkId() + "' of the bank ";
        if (question.type() != QuestionnaireItemType.CHOICE || question.repeats()) {
            problem(path + ".type", name + "must be a choice of one answer.");
        }
        if (question.required()) {
            problem(path + ".required", name + "may not be required: most patients are not asked it.");
        }
        if (item.hasEnableWhen() || question.enableWhen().expression() != null) {
            problem(
                    path + ".enableWhen",
                    name + "may have no condition: the answers so far decide whether it is asked.");
        }
        if (item.hasItem()) {
            problem(path + ".item", name + "may have no items below it.");
        }
        List<BigDecimal> weights = weights(question);
        Optional<GradedItem> parameters = parameters(item, path);
        if (question.options().stream().anyMatch(option -> option.weight() == null)) {
            problem(path + ".answerOption", name + "needs a weight (ordinalValue) on every answer option.");
        } else if (parameters.isPresent() && parameters.get().categories() != weights.size()) {
            problem(
                    path + ".answerOption",
                    name + "has " + weights.size() + " answer categories and thresholds for "
                            + parameters.get().categories() + ".");
        }
        return problems.size() > before
                ? Optional.empty()
                : parameters.map(p -> new ItemBank.Item(question, p, weights));
    }

    private static List<BigDecimal> weights(Question question) {
        return question.options().stream()
                .map(Question.AnswerOption::weight)
                .filter(Objects::nonNull)
                .map(BigDecimal::stripTrailingZeros)
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<GradedItem> parameters(QuestionnaireItemComponent item, String path) {
        Extension extension = ExtensionLookup.first(item.getExtension(), Canonicals.Extensions.GRADED_RESPONSE)
                .orElseThrow();
        try {
            return Optional.of(new GradedItem(
                    number(extension, "discrimination"),
                    extension.getExtensionsByUrl("threshold").stream()
                            .map(threshold -> number(threshold.getValue()))
                            .toList()));
        } catch (IllegalArgumentException e) {
            problem(
                    path + ".extension('" + Canonicals.Extensions.GRADED_RESPONSE + "')",
                    "The item '" + item.getLinkId() + "' has no usable parameters: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private Optional<StoppingRule> stoppingRule(boolean isBank, int items) {
        String path = "Questionnaire.extension('" + Canonicals.Extensions.STOPPING_RULE + "')";
        Extension extension = ExtensionLookup.first(questionnaire.getExtension(), Canonicals.Extensions.STOPPING_RULE)
                .orElse(null);
        if (extension == null || !isBank) {
            if (isBank || extension != null) {
                problem(path, "An item bank needs a stopping rule, and only an item bank has one.");
            }
            return Optional.empty();
        }
        try {
            StoppingRule rule = new StoppingRule(
                    (int) number(extension, "minimum-items"),
                    (int) number(extension, "maximum-items"),
                    number(extension, "standard-error"));
            if (rule.fewest() > items) {
                problem(path, "The stopping rule asks for more items than the bank has: " + rule.fewest() + ".");
            }
            return Optional.of(rule);
        } catch (IllegalArgumentException e) {
            problem(path, "The stopping rule cannot be used: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private static double number(Extension extension, String part) {
        List<Extension> found = extension.getExtensionsByUrl(part);
        if (found.size() != 1) {
            throw new IllegalArgumentException(part + (found.isEmpty() ? " is missing" : " is given twice"));
        }
        return number(found.get(0).getValue());
    }

    private static double number(Type value) {
        if ((value instanceof DecimalType || value instanceof IntegerType) && value.hasPrimitiveValue()) {
            return Double.parseDouble(value.primitiveValue());
        }
        throw new IllegalArgumentException("a value is missing or no number");
    }

    private void problem(String path, String sentence) {
        problems.add(new Problem(ProblemCode.INVALID_DEFINITION, path, sentence));
    }
}
