package nl.meerwaarde.tests.support;

import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** Somebody who sits an adaptive test: asks the server for a question, answers it, and so on. */
public final class AdaptiveSitting {
    private final Fhir fhir;
    private QuestionnaireResponse response = new QuestionnaireResponse();

    private AdaptiveSitting(Fhir fhir) {
        this.fhir = fhir;
    }

    /** One that has the first question. */
    public static AdaptiveSitting begin(Fhir fhir, Questionnaire bank) {
        return of(fhir, bank).next();
    }

    /** Before the first question, as SDC shows it: with a form that has no items and says what it is derived from. */
    public static AdaptiveSitting of(Fhir fhir, Questionnaire bank) {
        AdaptiveSitting sitting = new AdaptiveSitting(fhir);
        Questionnaire form = new Questionnaire();
        form.setId("q");
        form.addDerivedFrom(bank.getUrl() + "|" + bank.getVersion());
        sitting.response.addContained(form);
        sitting.response.setQuestionnaire("#q").setStatus(QuestionnaireResponseStatus.INPROGRESS);
        return sitting;
    }

    /** Sends the response as it is now. */
    public Reply ask() {
        return fhir.post("Questionnaire/$next-question", Fhir.json(response));
    }

    public AdaptiveSitting next() {
        response = ask().stored(QuestionnaireResponse.class);
        return this;
    }

    public boolean isFinished() {
        return response.getStatus() == QuestionnaireResponseStatus.COMPLETED;
    }

    public QuestionnaireResponse response() {
        return response;
    }

    /** The form as it came with the last question. */
    public Questionnaire form() {
        return (Questionnaire) response.getContained().get(0);
    }

    /** The linkIds of the form. */
    public List<String> asked() {
        return form().getItem().stream()
                .map(QuestionnaireItemComponent::getLinkId)
                .toList();
    }

    /** Answers the question that was asked last. */
    public AdaptiveSitting answer(String level) {
        List<String> asked = asked();
        response.addItem()
                .setLinkId(asked.get(asked.size() - 1))
                .addAnswer()
                .setValue(new Coding().setSystem(TestBank.LEVELS).setCode(level));
        return next();
    }

    /** Gives the same answer until the test is finished. */
    public AdaptiveSitting answerAll(String level) {
        while (!isFinished()) {
            answer(level);
        }
        return this;
    }

    /** Anything that this language has no word for. */
    public AdaptiveSitting change(Consumer<QuestionnaireResponse> change) {
        change.accept(response);
        return this;
    }

    /** Stores the response as this patient's. */
    public Reply submit(TestPatient patient) {
        response.getSubject().setReference(patient.reference());
        response.setAuthoredElement(new DateTimeType("2026-02-20T10:05:00+01:00"));
        return fhir.post(response);
    }
}
