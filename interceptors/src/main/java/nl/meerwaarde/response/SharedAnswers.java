package nl.meerwaarde.response;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.SharedQuestion;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/** Gives every instrument of a form the answers to the questions that it shares with another and that were asked there. */
public final class SharedAnswers {
    private SharedAnswers() {}

    /** Takes the answers over, in place of whatever a client had put there. Repeating this changes nothing more. */
    public static void fill(Instrument instrument, QuestionnaireResponse response) {
        ResponseItems items = new ResponseItems(instrument, response);
        for (SharedQuestion shared : instrument.shared()) {
            List<Type> answers = answers(items.find(shared.askedAs()));
            if (!answers.isEmpty()) {
                items.set(shared.linkId(), answers);
            } else {
                items.clear(shared.linkId());
            }
        }
    }

    private static List<Type> answers(Optional<QuestionnaireResponseItemComponent> asked) {
        return asked.stream()
                .flatMap(item -> item.getAnswer().stream())
                .filter(QuestionnaireResponseItemAnswerComponent::hasValue)
                .map(answer -> answer.getValue().copy())
                .toList();
    }
}
