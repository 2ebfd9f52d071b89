package nl.meerwaarde.tests.adaptive;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.util.List;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.AdaptiveSitting;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.TestBank;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.Test;

/** A form that is not as the server made it is refused, with everything that is wrong, whether the next question is asked for or it is stored. */
class RefusedFormIT {
    private final Fhir fhir = TestServer.fhir();
    private final Questionnaire bank = TestBank.madeUp();
    private final AdaptiveSitting sitting;

    RefusedFormIT() {
        assertThat(fhir.post(bank)).isCreated();
        sitting = AdaptiveSitting.begin(fhir, bank).answer("3");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        String first = sitting.asked().get(0);
        sitting.form().getItemFirstRep().setText("Something else?");
        sitting.form().addItem().setLinkId("mine").setType(QuestionnaireItemType.STRING);
        sitting.response()
                .addItem()
                .setLinkId("item-16")
                .addAnswer()
                .setValue(new Coding().setSystem(TestBank.LEVELS).setCode("9"));
        assertThat(sitting.ask())
                .isRefusedWith(
                        new Complaint(
                                ProblemCode.ANSWER_OPTION,
                                "QuestionnaireResponse.item[1].answer[0]",
                                "is not an option"),
                        FormComplaints.changed(0, first),
                        FormComplaints.unknown(2, "mine"),
                        FormComplaints.notAsked(1, "item-16"));
    }

    @Test
    void otherAnswerOptionsAreAnotherQuestion() {
        sitting.form().getItemFirstRep().getAnswerOption().remove(0);
        assertThat(sitting.ask())
                .isRefusedWith(FormComplaints.changed(0, sitting.asked().get(0)));
    }

    @Test
    void answersAreCheckedAgainstTheBank() {
        sitting.response()
                .getItemFirstRep()
                .getAnswerFirstRep()
                .setValue(new Coding().setSystem(TestBank.LEVELS).setCode("6"));
        sitting.response().addItem().setLinkId("mine");
        assertThat(sitting.ask())
                .isRefusedWith(
                        new Complaint(
                                ProblemCode.ANSWER_OPTION,
                                "QuestionnaireResponse.item[0].answer[0]",
                                "is not an option"),
                        new Complaint(ProblemCode.UNKNOWN_ITEM, "QuestionnaireResponse.item[1]", "no item 'mine'"));
    }

    @Test
    void aFormOfNoBank() {
        sitting.form().getDerivedFrom().get(0).setValue("https://tests.meerwaarde.example/Questionnaire/none");
        assertThat(sitting.ask())
                .isRefusedWith(FormComplaints.unknownBank("https://tests.meerwaarde.example/Questionnaire/none"));
    }

    @Test
    void aFormThatIsNotThere() {
        sitting.response().setContained(null);
        assertThat(sitting.ask()).isRefusedWith(FormComplaints.noForm());
    }

    @Test
    void aStoppedTestDoesNotGoOn() {
        sitting.response().setStatus(QuestionnaireResponseStatus.STOPPED);
        assertThat(sitting.ask())
                .isRefusedWith(FormComplaints.parameter("QuestionnaireResponse.status", "in-progress or completed"));
    }

    @Test
    void aChangedFormIsNotStored() {
        String first = sitting.asked().get(0);
        sitting.answerAll("3");
        sitting.form().getItemFirstRep().setText("Something else?");
        assertThat(sitting.submit(Patients.create(fhir))).isRefusedAlsoWith(FormComplaints.changed(0, first));
    }

    @Test
    void aBodyThatIsNoResponse() {
        assertThat(fhir.post("Questionnaire/$next-question", Fhir.json(bank)))
                .isRefusedWith(
                        400,
                        List.of(FormComplaints.parameter("questionnaire-response", "must be a QuestionnaireResponse")));
        assertThat(fhir.post(
                        "Questionnaire/$next-question",
                        "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"in\"}]}"))
                .isRefusedWith(
                        400,
                        List.of(
                                FormComplaints.parameter("in", "is not known here"),
                                FormComplaints.parameter("questionnaire-response", "is needed")));
        assertThat(fhir.post("Questionnaire/$next-question", "{\"resourceType\": \"Nonsense\"}"))
                .hasStatus(400)
                .leaksNothing();
    }

    @Test
    void aResponseWithoutQuestionnaire() {
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setStatus(QuestionnaireResponseStatus.INPROGRESS);
        assertThat(fhir.post("Questionnaire/$next-question", Fhir.json(response)))
                .isRefusedWith(new Complaint(
                        ProblemCode.QUESTIONNAIRE_MISSING, "QuestionnaireResponse.questionnaire", "must name"));
    }
}
