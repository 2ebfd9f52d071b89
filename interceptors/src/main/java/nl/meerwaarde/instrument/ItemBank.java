package nl.meerwaarde.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.itemresponse.GradedAnswer;
import nl.meerwaarde.itemresponse.GradedItem;
import nl.meerwaarde.itemresponse.StoppingRule;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * The questions of an adaptive instrument, of which every patient gets those that tell most.
 *
 * @param items in the order of the Questionnaire
 * @param stoppingRule when enough was asked
 */
public record ItemBank(List<Item> items, StoppingRule stoppingRule) {
    public ItemBank {
        items = List.copyOf(items);
    }

    /**
     * One question of the bank.
     *
     * @param weights the weights of its answer options, each once, ascending, without trailing zeros: the place of a weight is the category
     */
    public record Item(Question question, GradedItem parameters, List<BigDecimal> weights) {
        public Item {
            weights = List.copyOf(weights);
        }

        public String linkId() {
            return question.linkId();
        }

        /** The answer as a category of the model; empty when it is none of the options. */
        Optional<GradedAnswer> graded(@Nullable Type answer) {
            return Optional.ofNullable(answer)
                    .flatMap(value -> Weights.of(question, value))
                    .map(weight -> weights.indexOf(weight.stripTrailingZeros()))
                    .filter(category -> category >= 0)
                    .map(category -> new GradedAnswer(parameters, category));
        }
    }

    /** The item with this linkId. */
    public Optional<Item> item(@Nullable String linkId) {
        return items.stream().filter(item -> item.linkId().equals(linkId)).findFirst();
    }

    /** What a response answers, in the order of the bank: the same answers give the same estimate to the last digit, in whatever order they came. */
    public List<GradedAnswer> answers(QuestionnaireResponse response) {
        List<GradedAnswer> answers = new ArrayList<>();
        for (Item item : items) {
            response.getItem().stream()
                    .filter(answered -> item.linkId().equals(answered.getLinkId()))
                    .filter(QuestionnaireResponseItemComponent::hasAnswer)
                    .findFirst()
                    .flatMap(
                            answered -> item.graded(answered.getAnswerFirstRep().getValue()))
                    .ifPresent(answers::add);
        }
        return List.copyOf(answers);
    }
}
