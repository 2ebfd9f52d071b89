package nl.meerwaarde.adaptive;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToIntFunction;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.ItemBank;
import nl.meerwaarde.score.Instruments;
import nl.meerwaarde.score.ScoreCalculator;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** Somebody who sits an adaptive test: the form goes to and fro, as between a portal and the server. */
final class Sitting {
    private static final NextQuestion NEXT = new NextQuestion(new ScoreCalculator(Instruments.FHIR_PATH));

    private final Instrument instrument;
    private QuestionnaireResponse response;

    Sitting(Instrument instrument) {
        this.instrument = instrument;
        QuestionnaireResponse empty = new QuestionnaireResponse();
        empty.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        response = NEXT.after(new AdaptiveForm(instrument, "form", List.of(), empty));
    }

    QuestionnaireResponse response() {
        return response;
    }

    boolean isFinished() {
        return response.getStatus() == QuestionnaireResponseStatus.COMPLETED;
    }

    /** The linkIds of the form's bank items, in the order asked. */
    List<String> asked() {
        return form().getItem().stream()
                .map(QuestionnaireItemComponent::getLinkId)
                .filter(linkId -> bank().item(linkId).isPresent())
                .toList();
    }

    /** The question that waits for an answer. */
    ItemBank.Item question() {
        List<String> asked = asked();
        return bank().item(asked.get(asked.size() - 1)).orElseThrow();
    }

    /** Answers the question that waits with a category, counted from 0. */
    Sitting answer(int category) {
        ItemBank.Item question = question();
        response.addItem()
                .setLinkId(question.linkId())
                .addAnswer()
                .setValue(question.question().options().get(category).value().copy());
        return step();
    }

    /** Answers until the test is finished. */
    Sitting answerAll(ToIntFunction<ItemBank.Item> category) {
        while (!isFinished()) {
            answer(category.applyAsInt(question()));
        }
        return this;
    }

    /** Takes the answer to a question away. */
    Sitting withdraw(String linkId) {
        response.getItem().removeIf(item -> linkId.equals(item.getLinkId()));
        response.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        return step();
    }

    BigDecimal score(String linkId) {
        return response.getItem().stream()
                .filter(item -> linkId.equals(item.getLinkId()))
                .map(QuestionnaireResponseItemComponent::getAnswerFirstRep)
                .map(answer -> answer.getValueDecimalType().getValue())
                .findFirst()
                .orElseThrow();
    }

    Sitting step() {
        AdaptiveForms.Reading reading =
                new FormCheck(instrument, form(), "QuestionnaireResponse.contained[0]", response).reading();
        if (reading instanceof AdaptiveForms.Reading.Usable usable) {
            response = NEXT.after(usable.form());
            return this;
        }
        throw new AssertionError("The form came back changed: " + reading);
    }

    private Questionnaire form() {
        return (Questionnaire) response.getContained().get(0);
    }

    private ItemBank bank() {
        return requireNonNull(instrument.bank());
    }
}
