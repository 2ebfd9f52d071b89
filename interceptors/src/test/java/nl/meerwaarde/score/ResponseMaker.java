package nl.meerwaarde.score;

import java.math.BigDecimal;
import java.util.Map;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Makes completed responses from answers by linkId: a code for a choice, a number for a number, a text for a text. */
public final class ResponseMaker {
    private ResponseMaker() {}

    public static QuestionnaireResponse response(Instrument instrument, Map<String, ?> answers) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setId("r1");
        response.setQuestionnaire(instrument.canonical().toString());
        response.setStatus(QuestionnaireResponseStatus.COMPLETED);
        response.getSubject().setReference("Patient/p1");
        response.setAuthoredElement(new DateTimeType("2026-03-01"));
        instrument.questions().stream()
                .filter(question -> answers.get(question.linkId()) != null)
                .forEach(question -> response.addItem()
                        .setLinkId(question.linkId())
                        .addAnswer()
                        .setValue(answer(question, answers.get(question.linkId()))));
        return response;
    }

    /** An answer to this question. */
    public static Type answer(Question question, Object answer) {
        if (answer instanceof Number number) {
            return question.type() == QuestionnaireItemType.DECIMAL
                    ? new DecimalType(new BigDecimal(number.toString()))
                    : new IntegerType(number.intValue());
        }
        if (question.type() == QuestionnaireItemType.TEXT) {
            return new StringType(answer.toString());
        }
        return question.options().stream()
                .map(option -> (Coding) option.value())
                .filter(coding -> coding.getCode().equals(answer))
                .findFirst()
                .map(Coding::copy)
                .orElseThrow(() -> new AssertionError(question.linkId() + " has no option " + answer));
    }
}
