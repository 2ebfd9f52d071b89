package nl.meerwaarde.tests.adaptive;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import nl.meerwaarde.terminology.Canonicals.CoreExtensions;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.AdaptiveSitting;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.TestBank;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the first question to the stored T-score. */
class NextQuestionIT {
    private final Fhir fhir = TestServer.fhir();
    private final Questionnaire bank = TestBank.madeUp();

    NextQuestionIT() {
        assertThat(fhir.post(bank)).isCreated();
    }

    @Test
    void aTestIsSatStoredAndScored() {
        AdaptiveSitting sitting = AdaptiveSitting.begin(fhir, bank).answerAll("3");
        assertThat(sitting.asked().size()).isBetween(4 + 2, 12 + 2);
        assertThat(sitting.asked()).endsWith("t", "se").doesNotHaveDuplicates();
        assertThat(sitting.response().getItem()).hasSameSizeAs(sitting.asked());

        String id = sitting.submit(Patients.create(fhir)).id();
        Observation score = Scores.of(fhir, id).get("t");
        assertThat(score).hasValue(shown(sitting, "t")).hasUnit("{Tscore}", "T-score");
        assertThat(score.getExtensionByUrl(Extensions.STANDARD_ERROR).getValue().primitiveValue())
                .isEqualTo(shown(sitting, "se"));
    }

    /** What is stored answers the bank, like any response, so it is found and scored again like any. */
    @Test
    void theStoredResponseAnswersTheBank() {
        AdaptiveSitting sitting = AdaptiveSitting.begin(fhir, bank).answerAll("2");
        String id = sitting.submit(Patients.create(fhir)).id();
        QuestionnaireResponse stored = fhir.get("QuestionnaireResponse/" + id).stored(QuestionnaireResponse.class);
        assertThat(stored.getQuestionnaire()).isEqualTo(bank.getUrl() + "|1.0.0");
        assertThat(stored.getContained()).isEmpty();
        assertThat(fhir.put(stored)).hasStatus(200);
        assertThat(Scores.count(fhir, id)).isEqualTo(1);
    }

    @Test
    void nothingIsStoredAndNoPatientNamed() {
        int before = fhir.count("QuestionnaireResponse", Map.of());
        AdaptiveSitting sitting = AdaptiveSitting.begin(fhir, bank).answer("1");
        assertThat(sitting.response().hasSubject()).isFalse();
        assertThat(fhir.count("QuestionnaireResponse", Map.of())).isEqualTo(before);
    }

    @Test
    void theParametersOfTheBankStayOnTheServer() {
        Reply reply = AdaptiveSitting.begin(fhir, bank).answer("4").ask();
        assertThat(reply.text()).doesNotContain("discrimination").doesNotContain("threshold");
    }

    @Test
    void theResponseMayComeInParametersAndNameTheBank() {
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setQuestionnaire(bank.getUrl()).setStatus(QuestionnaireResponseStatus.INPROGRESS);
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("questionnaire-response").setResource(response);
        QuestionnaireResponse begun =
                fhir.post("Questionnaire/$next-question", Fhir.json(parameters)).stored(QuestionnaireResponse.class);
        Questionnaire form = (Questionnaire) begun.getContained().get(0);
        assertThat(form.getItem()).hasSize(1);
        assertThat(form.getDerivedFrom().get(0).getValue()).isEqualTo(bank.getUrl() + "|1.0.0");
        assertThat(begun.getQuestionnaire())
                .isEqualTo("#" + form.getIdElement().getIdPart().replace("#", ""));
    }

    @Test
    void goingBackIsTakingAnAnswerAway() {
        AdaptiveSitting sitting = AdaptiveSitting.begin(fhir, bank).answer("5");
        List<String> asked = sitting.asked();
        sitting.answer("1").change(response -> response.getItem().remove(1)).next();
        assertThat(sitting.asked()).isEqualTo(asked);
        assertThat(sitting.response().getItem()).hasSize(1);
    }

    @Test
    void aSkippedQuestionIsNotAskedAgain() {
        AdaptiveSitting sitting = AdaptiveSitting.begin(fhir, bank);
        String first = sitting.asked().get(0);
        sitting.change(response -> response.addItem()
                        .setLinkId(first)
                        .addExtension(CoreExtensions.DATA_ABSENT_REASON, new CodeType("asked-declined")))
                .next();
        assertThat(sitting.asked()).hasSize(2).startsWith(first);
        sitting.answerAll("3");
        assertThat(sitting.submit(Patients.create(fhir))).isCreated();
    }

    /** A draft keeps the answers; the test goes on from what was stored. */
    @Test
    void aTestCanBeInterrupted() {
        AdaptiveSitting sitting = AdaptiveSitting.begin(fhir, bank).answer("4").answer("4");
        QuestionnaireResponse draft = fhir.get("QuestionnaireResponse/"
                        + sitting.submit(Patients.create(fhir)).id())
                .stored(QuestionnaireResponse.class);
        assertThat(draft.getStatus()).isEqualTo(QuestionnaireResponseStatus.INPROGRESS);
        List<String> asked = sitting.asked();
        sitting.change(response -> {
                    response.setContained(null);
                    response.setQuestionnaire(draft.getQuestionnaire());
                    response.setItem(draft.getItem());
                })
                .next();
        assertThat(sitting.asked()).containsExactlyInAnyOrderElementsOf(asked);
    }

    /** All items on paper: the same bank, estimated from all that was answered. */
    @Test
    void theWholeBankCanBeAnsweredToo() {
        TestPatient patient = Patients.create(fhir);
        String id = Answers.to(bank).of(patient).all("3").submit().id();
        Observation score = Scores.of(fhir, id).get("t");
        assertThat(score.getValueQuantity().getValue().doubleValue()).isCloseTo(50, within(2.0));
    }

    @Test
    void withTooFewAnswersThereIsNoScore() {
        AdaptiveSitting sitting = AdaptiveSitting.begin(fhir, bank).answer("4").answer("4");
        sitting.change(response -> response.setStatus(QuestionnaireResponseStatus.COMPLETED));
        String id = sitting.submit(Patients.create(fhir)).id();
        assertThat(Scores.of(fhir, id).get("t")).isAbsent();
    }

    @Test
    void theBankMayNotChangeUnderOneVersion() {
        Questionnaire changed = TestBank.madeUp();
        changed.setUrl(bank.getUrl());
        changed.getItemFirstRep()
                .getExtensionByUrl(Extensions.GRADED_RESPONSE)
                .getExtensionByUrl("discrimination")
                .setValue(new DecimalType("9.9"));
        Reply stored = fhir.search("Questionnaire", Map.of("url", bank.getUrl()));
        changed.setId(stored.http().jsonPath().getString("entry[0].resource.id"));
        assertThat(fhir.put(changed)).isRefusedWith(FormComplaints.scoringChanged(bank.getUrl() + "|1.0.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anxiety", "depression"})
    void aPromisBankIsLoadedAndSat(String name) {
        Questionnaire promis = TestBank.promisOrSkip(name);
        assertThat(fhir.post(promis)).isCreated();
        AdaptiveSitting sitting = AdaptiveSitting.begin(fhir, promis).answerAll("3");
        assertThat(sitting.asked()).hasSizeBetween(4 + 2, 6 + 2);
        String id = sitting.submit(Patients.create(fhir)).id();
        assertThat(Scores.of(fhir, id).get("t").getValueQuantity().getValue().doubleValue())
                .isBetween(60.0, 70.0);
    }

    /** For a client that asks for the next question of an instrument that has none. */
    @Test
    void anOrdinaryInstrumentIsNotAdaptive() {
        Questionnaire ordinary = TestInstrument.unique().number("minutes").questionnaire();
        assertThat(fhir.post(ordinary)).isCreated();
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setQuestionnaire(ordinary.getUrl() + "|1.0.0").setStatus(QuestionnaireResponseStatus.INPROGRESS);
        assertThat(fhir.post("Questionnaire/$next-question", Fhir.json(response)))
                .isRefusedWith(FormComplaints.notAdaptive(ordinary.getUrl()));
    }

    private static String shown(AdaptiveSitting sitting, String linkId) {
        return sitting.response().getItem().stream()
                .filter(item -> item.getLinkId().equals(linkId))
                .map(item -> item.getAnswerFirstRep().getValue().primitiveValue())
                .findFirst()
                .orElseThrow();
    }
}
