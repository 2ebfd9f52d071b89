package nl.meerwaarde.assembly;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import nl.meerwaarde.response.ResponseItems;
import nl.meerwaarde.score.Instruments;
import nl.meerwaarde.score.ResponseMaker;
import nl.meerwaarde.score.ScoreCalculator;
import nl.meerwaarde.score.ScoreResult;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** A filled-in form and its scores. */
final class Sheet {
    private final Instrument instrument;
    private final QuestionnaireResponse response = new QuestionnaireResponse();

    Sheet(Questionnaire questionnaire) {
        instrument = Instruments.read(questionnaire);
        response.setQuestionnaire(instrument.canonical().toString());
        response.setStatus(QuestionnaireResponseStatus.COMPLETED);
        response.getSubject().setReference("Patient/p1");
    }

    /** Answers a question wherever it stands: a code for a choice, a number for a number, a text for a text. */
    Sheet answer(String linkId, Object answer) {
        Question question = instrument.question(linkId).orElseThrow();
        new ResponseItems(instrument, response).set(linkId, List.of(ResponseMaker.answer(question, answer)));
        return this;
    }

    QuestionnaireResponse response() {
        return response;
    }

    Instrument instrument() {
        return instrument;
    }

    /** By score code, without trailing zeros; empty when it cannot be calculated. Scores that are not stored are left out. */
    Map<String, Optional<BigDecimal>> scores() {
        Map<String, Optional<BigDecimal>> scores = new HashMap<>();
        for (ScoreResult result : new ScoreCalculator(Instruments.FHIR_PATH).calculate(instrument, response)) {
            if (result.rule().extracted()) {
                scores.put(
                        result.rule().code().code(),
                        result instanceof ScoreResult.Calculated calculated
                                ? Optional.of(calculated.value().stripTrailingZeros())
                                : Optional.empty());
            }
        }
        return scores;
    }
}
