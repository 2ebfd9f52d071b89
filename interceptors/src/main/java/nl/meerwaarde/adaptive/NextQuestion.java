package nl.meerwaarde.adaptive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.instrument.ItemBank;
import nl.meerwaarde.itemresponse.Ability;
import nl.meerwaarde.score.ScoreCalculator;
import nl.meerwaarde.score.ScoreResult;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/**
 * One step of an adaptive test. What is answered or declined stays, a question without answer goes (it may not be the best one any more), and the item
 * that tells most at the present estimate comes in. So going back is taking an answer away.
 */
final class NextQuestion {
    private final ScoreCalculator calculator;

    NextQuestion(ScoreCalculator calculator) {
        this.calculator = calculator;
    }

    /** The response with its form after the step: one question more, or completed with its scores. */
    QuestionnaireResponse after(AdaptiveForm form) {
        List<String> settled = form.asked().stream()
                .filter(linkId -> form.isAnswered(linkId) || form.isDeclined(linkId))
                .toList();
        Optional<String> next = next(form, settled);
        List<String> items = new ArrayList<>(settled);
        next.ifPresent(items::add);
        Questionnaire shown = FormItems.form(form, items, next.isEmpty());
        QuestionnaireResponse response = form.response().copy();
        AdaptiveForms.removeForm(response, form.instrument());
        response.setQuestionnaire("#" + form.id());
        response.getContained().add(0, shown);
        form.instrument().questionnaire().getContained().forEach(resource -> response.addContained(resource.copy()));
        response.setStatus(
                next.isPresent() ? QuestionnaireResponseStatus.INPROGRESS : QuestionnaireResponseStatus.COMPLETED);
        keepAnswers(form, response, shown);
        if (next.isEmpty()) {
            addScores(form, response);
        }
        return response;
    }

    /** The item with the most information at the estimate, the first of several; none when the stopping rule is met or all were asked. */
    private static Optional<String> next(AdaptiveForm form, List<String> settled) {
        int answered = (int) settled.stream().filter(form::isAnswered).count();
        Ability ability = Ability.of(form.bank().answers(form.response()));
        if (form.bank().stoppingRule().isMet(settled.size(), answered, ability)) {
            return Optional.empty();
        }
        return form.bank().items().stream()
                .filter(item -> !settled.contains(item.linkId()))
                .reduce((best, item) -> informs(item, ability) > informs(best, ability) ? item : best)
                .map(ItemBank.Item::linkId);
    }

    private static double informs(ItemBank.Item item, Ability ability) {
        return item.parameters().information(ability.theta());
    }

    /** In the order of the form, as FHIR wants the items of a response. */
    private static void keepAnswers(AdaptiveForm form, QuestionnaireResponse response, Questionnaire shown) {
        List<String> order = shown.getItem().stream()
                .map(QuestionnaireItemComponent::getLinkId)
                .filter(linkId -> !form.instrument().isScore(linkId))
                .toList();
        response.getItem().removeIf(item -> !order.contains(item.getLinkId()));
        response.getItem().sort(Comparator.comparingInt(item -> order.indexOf(item.getLinkId())));
    }

    private void addScores(AdaptiveForm form, QuestionnaireResponse response) {
        List<ScoreResult> results = calculator.calculate(form.instrument(), response);
        for (QuestionnaireItemComponent item : form.instrument().questionnaire().getItem()) {
            results.stream()
                    .filter(result -> result.rule().linkId().equals(item.getLinkId()))
                    .filter(ScoreResult.Calculated.class::isInstance)
                    .map(ScoreResult.Calculated.class::cast)
                    .forEach(score -> response.addItem()
                            .setLinkId(item.getLinkId())
                            .addAnswer()
                            .setValue(new DecimalType(score.value())));
        }
    }
}
