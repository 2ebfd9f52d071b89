package nl.meerwaarde.tests.support;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** A response in the making: completed on 20 February 2026 about the left side, unless a test says otherwise. */
public final class Answers {
    private final Questionnaire questionnaire;
    private final QuestionnaireResponse response = new QuestionnaireResponse();
    private @Nullable TestPatient patient;

    private Answers(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
        response.setQuestionnaire(questionnaire.getUrl() + "|" + questionnaire.getVersion());
        response.setStatus(QuestionnaireResponseStatus.COMPLETED);
        response.setAuthoredElement(new DateTimeType("2026-02-20T10:05:00+01:00"));
        if (questionnaire.hasExtension(Canonicals.Extensions.SIDE_SPECIFIC)) {
            side(Side.LEFT);
        }
    }

    /** Answers to a shipped instrument. */
    public static Answers to(String instrument) {
        return to(Instruments.shipped(instrument));
    }

    /** Answers to any Questionnaire. */
    public static Answers to(Questionnaire questionnaire) {
        return new Answers(questionnaire);
    }

    public Answers of(TestPatient whose) {
        patient = whose;
        response.setSubject(new Reference(whose.reference()));
        return this;
    }

    /** Chooses the same option of every question that has options. */
    public Answers all(String code) {
        questionnaire.getItem().stream()
                .filter(QuestionnaireItemComponent::hasAnswerOption)
                .forEach(item -> answer(item.getLinkId(), code));
        return this;
    }

    /** Answers several questions: a code for a choice, a number for an integer. */
    public Answers all(Map<String, ?> answers) {
        answers.forEach(this::answer);
        return this;
    }

    /** Answers a question, instead of what it was answered with before. */
    public Answers answer(String linkId, Object answer) {
        without(linkId);
        response.addItem().setLinkId(linkId).addAnswer().setValue(value(linkId, answer));
        return this;
    }

    public Answers without(String linkId) {
        response.getItem().removeIf(item -> item.getLinkId().equals(linkId));
        return this;
    }

    /** Sends a score along, as a form does that shows it live. */
    public Answers withScore(String linkId, String value) {
        without(linkId);
        response.addItem().setLinkId(linkId).addAnswer().setValue(new DecimalType(value));
        return this;
    }

    /** When the patient answered. */
    public Answers on(String dateTime) {
        response.setAuthoredElement(new DateTimeType(dateTime));
        return this;
    }

    public Answers side(Side side) {
        response.getExtension().removeIf(e -> e.getUrl().equals(Canonicals.Extensions.LATERALITY));
        response.addExtension(side.extension());
        return this;
    }

    public Answers status(QuestionnaireResponseStatus status) {
        response.setStatus(status);
        return this;
    }

    public Answers basedOn(TestEpisode episode) {
        response.addBasedOn(new Reference(episode.reference()));
        return this;
    }

    /** Says something more about how it was answered: a Coding extension of ours. */
    public Answers saying(String extension, String system, String code) {
        response.addExtension(extension, new Coding().setSystem(system).setCode(code));
        return this;
    }

    /** Anything that this language has no word for. */
    public Answers change(Consumer<QuestionnaireResponse> change) {
        change.accept(response);
        return this;
    }

    /** The response as it would be sent. */
    public QuestionnaireResponse response() {
        return response.copy();
    }

    /** Sends the response as a new one. */
    public Reply submit() {
        if (patient == null) {
            throw new IllegalStateException("Whose answers are these?");
        }
        return patient.fhir().post(response());
    }

    /** Sends the response under an id of the client's choice. */
    public Reply submitAs(String id) {
        if (patient == null) {
            throw new IllegalStateException("Whose answers are these?");
        }
        QuestionnaireResponse named = response();
        named.setId(id);
        return patient.fhir().put(named);
    }

    private Type value(String linkId, Object answer) {
        QuestionnaireItemComponent item = questionnaire.getItem().stream()
                .filter(candidate -> candidate.getLinkId().equals(linkId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(questionnaire.getUrl() + " has no item " + linkId));
        if (answer instanceof Number number) {
            return item.getType() == QuestionnaireItemType.DECIMAL
                    ? new DecimalType(new BigDecimal(number.toString()))
                    : new IntegerType(number.intValue());
        }
        if (item.getType() == QuestionnaireItemType.TEXT) {
            return new StringType(answer.toString());
        }
        return item.getAnswerOption().stream()
                .map(option -> (Coding) option.getValue())
                .filter(option -> option.getCode().equals(answer))
                .map(option -> new Coding().setSystem(option.getSystem()).setCode(option.getCode()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(linkId + " has no option " + answer));
    }
}
