package nl.meerwaarde.tests.assembly;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static nl.meerwaarde.tests.support.TestForm.assembled;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.SdcExtensions;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Facts;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestForm;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.junit.jupiter.api.Test;

class AssembleIT {
    private static final String KNEE = Canonicals.BASE + "/Questionnaire/oxford-knee-score";
    private static final String EUROQOL = Canonicals.BASE + "/Questionnaire/eq-5d-5l";
    private static final List<String> EUROQOL_SCORES = List.of("eq-5d-5l-index-nl", "eq-vas");

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    /** A core and a knee module that both ask the EQ-5D-5L: asked once, and every score is as it is alone. */
    @Test
    void anAssembledFormIsAnsweredOnceAndScoredAsItsParts() {
        String core = store(TestForm.unique().part("health", EUROQOL + "|1.0.0"));
        String knee = store(TestForm.unique().part("function", KNEE).part("health-again", EUROQOL));
        Questionnaire form = assembled(fhir.post(
                "Questionnaire/$assemble",
                Fhir.json(
                        TestForm.unique().part("core", core).part("knee", knee).questionnaire())));
        assertThat(form.getExtensionsByUrl(SdcExtensions.ASSEMBLED_FROM)).hasSize(4);
        assertThat(fhir.post(form)).isCreated();

        QuestionnaireResponse health = patient.answers("eq-5d-5l")
                .all(Map.of(
                        "mobility",
                        "2",
                        "self-care",
                        "1",
                        "usual-activities",
                        "3",
                        "pain-discomfort",
                        "4",
                        "anxiety-depression",
                        "1"))
                .answer("vas", 65)
                .response();
        QuestionnaireResponse function =
                patient.answers("oxford-knee-score").all("3").response();
        QuestionnaireResponse whole = response(form);
        group(group(whole, "core"), "health").setItem(health.getItem());
        group(group(whole, "knee"), "function").setItem(function.getItem());

        Map<String, Observation> scores = Scores.of(fhir, fhir.post(whole).id());
        Map<String, Observation> ofHealth = Scores.of(fhir, fhir.post(health).id());
        Map<String, Observation> ofFunction =
                Scores.of(fhir, fhir.post(function).id());
        assertThat(scores).hasSize(3);
        EUROQOL_SCORES.forEach(code -> assertThat(scores.get(code)).hasValue(value(ofHealth.get(code))));
        assertThat(scores.get("oxford-knee-score")).hasValue(value(ofFunction.get("oxford-knee-score")));
    }

    /** What the client calculates live is filled in and put right by the server. */
    @Test
    void aSharedAnswerIsStoredWithBothInstruments() {
        Questionnaire form = assembled(fhir.post(
                "Questionnaire/$assemble",
                Fhir.json(TestForm.unique()
                        .part("a", store(asking("a", "pain")))
                        .part("b", store(asking("b", "pain")))
                        .questionnaire())));
        assertThat(fhir.post(form)).isCreated();
        QuestionnaireResponse response = response(form);
        group(response, "a").addItem().setLinkId("a-pain").addAnswer().setValue(new DecimalType(4));
        group(response, "b").addItem().setLinkId("b-pain").addAnswer().setValue(new DecimalType(9));
        Reply reply = fhir.post(response);
        Map<String, Observation> scores = Scores.of(fhir, reply.id());
        assertThat(scores.get("a-score")).hasValue("8");
        assertThat(scores.get("b-score")).hasValue("8");
        QuestionnaireResponse stored =
                fhir.get("QuestionnaireResponse/" + reply.id()).stored(QuestionnaireResponse.class);
        assertThat(group(stored, "b")
                        .getItemFirstRep()
                        .getAnswerFirstRep()
                        .getValueDecimalType()
                        .getValue())
                .isEqualByComparingTo("4");
        assertThat(fhir.put(stored)).hasStatus(200);
    }

    /** One response, one episode, the facts of every part. */
    @Test
    void theFactsOfEveryPartFollow() {
        Questionnaire form = assembled(fhir.post(
                "Questionnaire/$assemble",
                Fhir.json(TestForm.unique()
                        .part("health", EUROQOL)
                        .part("function", KNEE)
                        .questionnaire())));
        assertThat(fhir.post(form)).isCreated();
        TestEpisode episode = patient.episode("knee-replacement-primary", Side.LEFT);
        episode.operatedOn("2026-03-01");
        QuestionnaireResponse response = response(form);
        response.addBasedOn(new Reference(episode.reference()));
        response.addExtension(
                Canonicals.Extensions.MEASUREMENT_MOMENT,
                new Coding()
                        .setSystem(Canonicals.CodeSystems.MEASUREMENT_MOMENT)
                        .setCode("baseline"));
        group(response, "health")
                .setItem(
                        patient.answers("eq-5d-5l").answer("vas", 65).response().getItem());
        group(response, "function")
                .setItem(
                        patient.answers("oxford-knee-score").all("3").response().getItem());
        assertThat(fhir.post(response)).isCreated();
        Facts facts = new Facts(TestServer.jdbc());
        assertThat(facts.counting(episode.id(), "baseline", "oxford-knee-score"))
                .contains("36");
        assertThat(facts.counting(episode.id(), "baseline", "eq-vas")).contains("65");
    }

    @Test
    void aStoredFormIsNamedInEveryWay() {
        TestForm modular = TestForm.unique().part("health", EUROQOL);
        String id = fhir.post(modular.questionnaire()).id();
        Questionnaire byInstance = assembled(fhir.get("Questionnaire/" + id + "/$assemble"));
        Questionnaire byPost =
                assembled(fhir.post("Questionnaire/" + id + "/$assemble", "{\"resourceType\": \"Parameters\"}"));
        Questionnaire byAddress =
                assembled(fhir.get("Questionnaire/$assemble", Map.of("questionnaire", modular.url() + "|1.0.0")));
        Questionnaire byUri =
                assembled(fhir.post("Questionnaire/$assemble", Fhir.json(parameters(new UriType(modular.url())))));
        Questionnaire byReference = assembled(
                fhir.post("Questionnaire/$assemble", Fhir.json(parameters(new Reference("Questionnaire/" + id)))));
        assertThat(byInstance.getVersion()).isEqualTo("1.0.0-assembled");
        assertThat(List.of(byPost, byAddress, byUri, byReference)).allMatch(byInstance::equalsDeep);
    }

    @Test
    void whatThereIsToKnowComesWithTheForm() {
        Parameters answer = fhir.post(
                        "Questionnaire/$assemble",
                        Fhir.json(TestForm.unique().part("health", EUROQOL).questionnaire()))
                .stored(Parameters.class);
        assertThat(outcome(answer).getIssue())
                .extracting(OperationOutcomeIssueComponent::getDiagnostics)
                .hasSize(2)
                .allMatch(about -> about.contains(EUROQOL))
                .anyMatch(about -> about.contains("copyright"))
                .anyMatch(about -> about.contains("the owner's wording"));
    }

    @Test
    void withNothingToSayTheFormComesAlone() {
        String part = store(asking("a", "pain"));
        Reply reply = fhir.post(
                "Questionnaire/$assemble",
                Fhir.json(TestForm.unique().part("a", part).questionnaire()));
        assertThat(reply.stored(Questionnaire.class).getItem()).hasSize(1);
    }

    /** The tests' server is a demonstration: it takes responses without the owner's wording, and says so on them. */
    @Test
    void aFormNeedsTheWordingOfItsParts() {
        Questionnaire form = assembled(fhir.post(
                "Questionnaire/$assemble",
                Fhir.json(TestForm.unique().part("function", KNEE).questionnaire())));
        assertThat(fhir.post(form)).isCreated();
        QuestionnaireResponse response = response(form);
        group(response, "function")
                .setItem(
                        patient.answers("oxford-knee-score").all("3").response().getItem());
        Map<String, Observation> scores = Scores.of(fhir, fhir.post(response).id());
        assertThat(scores.get("oxford-knee-score").getMeta().getSecurity())
                .extracting(Coding::getCode)
                .containsExactly("HTEST");
    }

    /** Its parts are missing, so a score over it would be wrong. */
    @Test
    void aFormWithoutItsPartsCannotBeAnswered() {
        TestForm modular = TestForm.unique().part("health", EUROQOL);
        Questionnaire stored = fhir.post(modular.questionnaire()).stored(Questionnaire.class);
        assertThat(fhir.post(response(stored)))
                .isRefusedWith(new Complaint(
                        ProblemCode.QUESTIONNAIRE_NOT_ASSEMBLED,
                        "QuestionnaireResponse.questionnaire",
                        modular.url() + "|1.0.0"));
    }

    @Test
    void aCycleIsNamed() {
        TestForm first = TestForm.unique();
        TestForm second = TestForm.unique().part("first", first.url());
        fhir.post(second.questionnaire()).id();
        first.part("second", second.url());
        assertThat(fhir.post("Questionnaire/$assemble", Fhir.json(first.questionnaire())))
                .isRefusedWith(new Complaint(
                        ProblemCode.MODULE_CYCLE,
                        second.url() + "|1.0.0#first-part",
                        first.url() + "|1.0.0 → " + second.url() + "|1.0.0 → " + first.url()));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        String part = store(asking("a", "pain"));
        Questionnaire modular = TestForm.unique()
                .part("here", KNEE + "|0.0.9")
                .part("there", "https://tests.meerwaarde.example/Questionnaire/none")
                .part("twice", part)
                .change(q -> q.addItem().setLinkId("a-pain").setType(Questionnaire.QuestionnaireItemType.DECIMAL))
                .questionnaire();
        assertThat(fhir.post("Questionnaire/$assemble", Fhir.json(modular)))
                .isRefusedWith(
                        new Complaint(
                                ProblemCode.UNKNOWN_QUESTIONNAIRE_VERSION, item("here-part"), "no version 0.0.9 of"),
                        new Complaint(ProblemCode.UNKNOWN_QUESTIONNAIRE, item("there-part"), "has no Questionnaire"),
                        new Complaint(ProblemCode.DUPLICATE_LINK_ID, item("a-pain"), "occurs 2 times"));
    }

    @Test
    void aRequestThatNamesNoQuestionnaire() {
        assertThat(fhir.get(
                        "Questionnaire/$assemble", Map.of("questionnaire", "https://tests.meerwaarde.example/none")))
                .hasStatus(404)
                .leaksNothing();
        assertThat(fhir.get("Questionnaire/none/$assemble")).hasStatus(404).leaksNothing();
        assertThat(fhir.get("Questionnaire/$assemble", Map.of("form", "x")))
                .isRefusedWith(
                        400, List.of(parameter("form", "is not known"), parameter("questionnaire", "is needed")));
        assertThat(fhir.post("Questionnaire/$assemble", Fhir.json(parameters(new Reference("Patient/1")))))
                .isRefusedWith(400, List.of(parameter("questionnaire", "must be a Questionnaire")));
    }

    private static Complaint parameter(String name, String says) {
        return new Complaint(ProblemCode.INVALID_PARAMETER, name, says);
    }

    private static String item(String linkId) {
        return "Questionnaire.descendants().where(linkId='" + linkId + "')";
    }

    private static Parameters parameters(Type questionnaire) {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("questionnaire").setValue(questionnaire);
        return parameters;
    }

    /** An instrument of one number, whose score is twice that. */
    private static Questionnaire asking(String name, String code) {
        return TestInstrument.unique()
                .number(name + "-" + code)
                .change(q -> q.getItemFirstRep()
                        .addCode()
                        .setSystem(TestInstrument.SCORES)
                        .setCode(code))
                .score(name + "-score", "%resource.item.where(linkId = '" + name + "-" + code + "').answer.value * 2")
                .questionnaire();
    }

    private String store(TestForm form) {
        return store(form.questionnaire());
    }

    private String store(Questionnaire questionnaire) {
        assertThat(fhir.post(questionnaire)).isCreated();
        return questionnaire.getUrl() + "|" + questionnaire.getVersion();
    }

    private static OperationOutcome outcome(Parameters answer) {
        return (OperationOutcome) answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("outcome"))
                .findFirst()
                .orElseThrow()
                .getResource();
    }

    private QuestionnaireResponse response(Questionnaire form) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setQuestionnaire(form.getUrl() + "|" + form.getVersion());
        response.setStatus(QuestionnaireResponseStatus.COMPLETED);
        response.setSubject(new Reference(patient.reference()));
        response.setAuthoredElement(new DateTimeType("2026-02-20T10:05:00+01:00"));
        response.addExtension(Side.LEFT.extension());
        return response;
    }

    private static QuestionnaireResponseItemComponent group(QuestionnaireResponse response, String linkId) {
        return response.getItem().stream()
                .filter(item -> item.getLinkId().equals(linkId))
                .findFirst()
                .orElseGet(() -> response.addItem().setLinkId(linkId));
    }

    private static QuestionnaireResponseItemComponent group(QuestionnaireResponseItemComponent in, String linkId) {
        return in.getItem().stream()
                .filter(item -> item.getLinkId().equals(linkId))
                .findFirst()
                .orElseGet(() -> in.addItem().setLinkId(linkId));
    }

    private static String value(Observation score) {
        return score.getValueQuantity().getValue().toPlainString();
    }
}
