package nl.meerwaarde.population;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import nl.meerwaarde.response.Enablement;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/**
 * Takes answers away that were filled in to questions which, given the other answers, are not asked: a response could not be completed with them. From the
 * top down, and one at a time, because a condition may look at an answer that goes.
 */
final class UnaskedAnswers {
    private final FhirPath fhirPath;
    private final Instrument instrument;
    private final Map<String, Question> questions;
    private final QuestionnaireResponse response;

    UnaskedAnswers(FhirPath fhirPath, Instrument instrument, QuestionnaireResponse response) {
        this.fhirPath = fhirPath;
        this.instrument = instrument;
        this.questions = instrument.questionsByLinkId();
        this.response = response;
    }

    void remove() {
        Optional<QuestionnaireResponseItemComponent> unasked = firstUnasked();
        while (unasked.isPresent()) {
            clear(unasked.get());
            unasked = firstUnasked();
        }
    }

    private Optional<QuestionnaireResponseItemComponent> firstUnasked() {
        Enablement enablement = new Enablement(fhirPath, instrument, response);
        return withDescendants(response.getItem())
                .filter(UnaskedAnswers::hasAnswers)
                .filter(item -> Optional.ofNullable(questions.get(item.getLinkId()))
                        .filter(question -> !isAsked(enablement, question))
                        .isPresent())
                .findFirst();
    }

    /** A condition that fails over these answers takes nothing away; when the response is submitted it is judged again. */
    private static boolean isAsked(Enablement enablement, Question question) {
        try {
            return enablement.isEnabled(question);
        } catch (FHIRException e) {
            return true;
        }
    }

    private static Stream<QuestionnaireResponseItemComponent> withDescendants(
            List<QuestionnaireResponseItemComponent> items) {
        return items.stream()
                .flatMap(item -> Stream.concat(
                        Stream.of(item),
                        Stream.concat(
                                withDescendants(item.getItem()),
                                item.getAnswer().stream().flatMap(answer -> withDescendants(answer.getItem())))));
    }

    private static boolean hasAnswers(QuestionnaireResponseItemComponent item) {
        return item.hasAnswer()
                || withDescendants(item.getItem()).anyMatch(QuestionnaireResponseItemComponent::hasAnswer);
    }

    private static void clear(QuestionnaireResponseItemComponent item) {
        item.setAnswer(null);
        item.getItem().forEach(UnaskedAnswers::clear);
    }
}
