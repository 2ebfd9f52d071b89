package nl.meerwaarde.tests.population;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.CoreExtensions;
import nl.meerwaarde.terminology.Canonicals.SdcExtensions;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases of {@code populations.json}, and what a portal does with a populated form. */
class PopulateIT {
    private static final String EMPTY = "{\"resourceType\": \"Parameters\"}";

    private final Fhir fhir = TestServer.fhir();

    @TestFactory
    Stream<DynamicTest> populations() {
        return PopulateCase.all().stream().map(form -> dynamicTest(form.title(), () -> check(form)));
    }

    /** Brought along and stored, a form is filled in the same; what comes back can be stored as it stands. */
    private void check(PopulateCase form) {
        TestPatient patient = Patients.create(fhir);
        form.record(patient)
                .forEach(resource -> assertThat(
                                fhir.post(resource.get("resourceType").asText(), resource.toString()))
                        .isCreated());
        String questionnaire = form.questionnaireResource();

        Populated sent =
                Populated.of(fhir.post("Questionnaire/$populate", form.parametersWith(questionnaire, patient)));
        String id = fhir.post("Questionnaire", questionnaire).id();
        Populated stored = Populated.of(fhir.post("Questionnaire/" + id + "/$populate", form.parameters(patient)));

        assertFilledIn(sent, form, patient);
        assertFilledIn(stored, form, patient);
        assertThat(fhir.post(stored.response())).isCreated();
    }

    private static void assertFilledIn(Populated populated, PopulateCase form, TestPatient patient) {
        assertThat(populated.answers()).isEqualTo(form.answers(patient));
        List<Complaint> complaints = form.complaints(patient);
        assertThat(populated.issues()).as(populated::said).hasSameSizeAs(complaints);
        complaints.forEach(complaint -> assertThat(populated.issues())
                .as(complaint + " in " + populated.said())
                .anyMatch(complaint::isMadeBy));
        assertThat(populated.response().getSubject().getReference()).isEqualTo(patient.reference());
        assertThat(populated.response().getStatus()).isEqualTo(QuestionnaireResponseStatus.INPROGRESS);
    }

    /** A score that this server derived answers where its code is asked for: our own, or what others call it. */
    @Test
    void scoresOfTheServerAnswerByTheirCodes() {
        TestPatient patient = Patients.create(fhir);
        assertThat(patient.answers("eq-5d-5l").all("1").answer("vas", 80).submit())
                .isCreated();
        Questionnaire form = TestInstrument.unique()
                .change(q -> asked(q, "vas", CodeSystems.SCORE, "eq-vas", "{score}"))
                .change(q -> asked(q, "index", CodeSystems.SCORE, "eq-5d-5l-index-nl", "{index}"))
                .questionnaire();
        String id = fhir.post(form).id();

        Populated populated = Populated.of(fhir.get("Questionnaire/" + id + "/$populate", subject(patient)));

        assertThat(populated.answers()).isEqualTo(Map.of("vas", List.of("80"), "index", List.of("1")));
    }

    /** Oxford scores are about one knee. */
    @Test
    void aScoreOfOneSideAnswersOnlyAFormAboutThatSide() {
        TestPatient patient = Patients.create(fhir);
        assertThat(patient.answers("oxford-knee-score").all("3").side(Side.LEFT).submit())
                .isCreated();
        assertThat(patient.answers("oxford-knee-score")
                        .all("1")
                        .side(Side.RIGHT)
                        .submit())
                .isCreated();
        String left = patient.episode("knee-replacement-primary", Side.LEFT).id();
        Questionnaire form = TestInstrument.unique()
                .change(q -> asked(q, "knee", CodeSystems.SCORE, "oxford-knee-score", "{score}"))
                .change(q -> q.addExtension(launch("episode", "CarePlan")))
                .questionnaire();
        String id = fhir.post(form).id();

        Populated unknown = Populated.of(fhir.get("Questionnaire/" + id + "/$populate", subject(patient)));
        Populated known =
                Populated.of(fhir.post("Questionnaire/" + id + "/$populate", """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "subject", "valueReference": {"reference": "%s"}},
                  {"name": "context", "part": [
                    {"name": "name", "valueString": "episode"},
                    {"name": "content", "valueReference": {"reference": "CarePlan/%s"}}]}]}
                """.formatted(patient.reference(), left)));

        assertThat(unknown.answers()).isEmpty();
        assertThat(known.answers()).isEqualTo(Map.of("knee", List.of("36")));
        assertThat(known.response().getExtension()).hasSize(1);
    }

    /** However many there are of one kind, the newest of another is found. */
    @Test
    void manyObservationsDoNotHideAnOlderOne() {
        TestPatient patient = Patients.create(fhir);
        for (int i = 0; i < 130; i++) {
            assertThat(fhir.post("Observation", observation(patient, "often", "2026-01-01", i)))
                    .isCreated();
        }
        assertThat(fhir.post("Observation", observation(patient, "once", "2020-05-05", 42)))
                .isCreated();
        String system = "https://tests.meerwaarde.example/code";
        String id = fhir.post(TestInstrument.unique()
                        .change(q -> asked(q, "once", system, "once", "1"))
                        .change(q -> asked(q, "often", system, "often", "1"))
                        .questionnaire())
                .id();

        Populated populated = Populated.of(fhir.get("Questionnaire/" + id + "/$populate", subject(patient)));

        assertThat(populated.answers().get("once")).containsExactly("42");
        assertThat(populated.answers()).containsKey("often");
    }

    /** Queries of forms see one patient only, whatever they ask. */
    @Test
    void aFormDoesNotSeeAnotherPatient() {
        TestPatient patient = Patients.create(fhir);
        TestPatient other = Patients.create(fhir);
        assertThat(fhir.post("Observation", observation(other, "secret", "2026-01-01", 7)))
                .isCreated();
        Questionnaire form = TestInstrument.unique()
                .change(q -> query(q, "theirs", "Observation?subject=" + other.reference()))
                .change(q -> query(q, "all", "Observation?code=secret"))
                .change(q -> query(q, "person", "Patient?_id=" + other.id()))
                .change(q -> computed(q, "a", "%theirs.entry.count()"))
                .change(q -> computed(q, "b", "%all.entry.count()"))
                .change(q -> computed(q, "c", "%person.entry.count()"))
                .questionnaire();
        String id = fhir.post(form).id();

        Populated populated = Populated.of(fhir.get("Questionnaire/" + id + "/$populate", subject(patient)));

        assertThat(populated.answers()).isEqualTo(Map.of("a", List.of("0"), "b", List.of("0"), "c", List.of("0")));
    }

    /** A form may be named in every way that SDC knows, by GET and POST alike. */
    @Test
    void aFormIsFoundByAllItsNames() {
        TestPatient patient = Patients.create(fhir);
        String identifier = "form-" + UUID.randomUUID();
        Questionnaire form = TestInstrument.unique()
                .change(q -> q.addIdentifier().setSystem("urn:forms").setValue(identifier))
                .change(q -> computed(q, "one", "1"))
                .questionnaire();
        String id = fhir.post(form).id();
        for (Map<String, String> name : List.of(
                Map.of("questionnaire", form.getUrl()),
                Map.of("questionnaire", form.getUrl() + "|1.0.0"),
                Map.of("questionnaire", "Questionnaire/" + id),
                Map.of("canonical", form.getUrl()),
                Map.of("questionnaireRef", "Questionnaire/" + id),
                Map.of("questionnaire", fhir.base() + "/Questionnaire/" + id),
                Map.of("identifier", "urn:forms|" + identifier),
                Map.of("identifier", identifier))) {
            Map<String, String> parameters = new HashMap<>(name);
            parameters.put("subject", patient.reference());
            Populated populated = Populated.of(fhir.get("Questionnaire/$populate", parameters));
            assertThat(populated.answers()).as(name.toString()).isEqualTo(Map.of("one", List.of("1")));
            assertThat(populated.response().getQuestionnaire()).isEqualTo(form.getUrl() + "|1.0.0");
        }
        Populated byReference =
                Populated.of(fhir.post("Questionnaire/$populate", """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "subject", "valueReference": {"reference": "%s"}},
                  {"name": "identifier", "valueIdentifier": {"system": "urn:forms", "value": "%s"}}]}
                """.formatted(patient.reference(), identifier)));
        assertThat(byReference.answers()).isEqualTo(Map.of("one", List.of("1")));
    }

    @Test
    void nothingIsStored() {
        TestPatient patient = Patients.create(fhir);
        String id = fhir.post(TestInstrument.unique()
                        .change(q -> computed(q, "one", "1"))
                        .questionnaire())
                .id();
        Integer before = TestServer.jdbc().queryForObject("select count(*) from HFJ_RES_VER", Integer.class);
        Integer searches = TestServer.jdbc().queryForObject("select count(*) from HFJ_SEARCH", Integer.class);

        assertThat(fhir.get("Questionnaire/" + id + "/$populate", subject(patient)))
                .hasStatus(200);

        assertThat(TestServer.jdbc().queryForObject("select count(*) from HFJ_RES_VER", Integer.class))
                .isEqualTo(before);
        assertThat(TestServer.jdbc().queryForObject("select count(*) from HFJ_SEARCH", Integer.class))
                .isEqualTo(searches);
    }

    /** Every item is there to be filled in, in the form's own order and words. */
    @Test
    void theResponseHasTheShapeOfTheForm() {
        TestPatient patient = Patients.create(fhir);
        QuestionnaireResponse response = Populated.of(
                        fhir.get("Questionnaire/oxford-knee-score/$populate", subject(patient)))
                .response();
        Questionnaire form = fhir.get("Questionnaire/oxford-knee-score").stored(Questionnaire.class);
        assertThat(response.getItem())
                .extracting(item -> item.getLinkId() + ": " + item.getText())
                .containsExactlyElementsOf(form.getItem().stream()
                        .map(item -> item.getLinkId() + ": " + item.getText())
                        .toList());
        assertThat(response.getItem()).noneMatch(item -> item.hasAnswer());
    }

    @Test
    void everythingWrongWithARequestIsSaidAtOnce() {
        assertThat(fhir.get("Questionnaire/$populate", Map.of("local", "maybe", "mood", "good")))
                .isRefusedWith(
                        400,
                        List.of(
                                RequestComplaints.parameter("mood", "is not a parameter"),
                                RequestComplaints.parameter("questionnaire", "is needed here"),
                                RequestComplaints.parameter("subject", "Patient/123"),
                                RequestComplaints.parameter("local", "true or false")));
        assertThat(fhir.post("Questionnaire/$populate", """
                        {"resourceType": "Parameters", "parameter": [
                          {"name": "questionnaire", "valueUri": "https://example.org/nowhere|1"},
                          {"name": "identifier", "valueIdentifier": {"value": "1"}},
                          {"name": "subject", "valueReference": {"reference": "Group/1"}},
                          {"name": "subject", "valueReference": {"reference": "Group/2"}},
                          {"name": "context", "part": [{"name": "name", "valueString": "encounter"}]},
                          {"name": "data", "resource": {"resourceType": "Patient"}},
                          {"name": "dataEndpoint", "valueUri": "https://example.org/fhir"}]}
                        """))
                .isRefusedWith(
                        400,
                        List.of(
                                RequestComplaints.parameter("dataEndpoint", "reads from no other"),
                                RequestComplaints.parameter("questionnaire", "only one of them"),
                                RequestComplaints.parameter("subject", "may be given once"),
                                RequestComplaints.parameter("subject", "is needed"),
                                RequestComplaints.parameter("context", "needs a part name and a part content"),
                                RequestComplaints.parameter("data", "must be a Bundle")));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(fhir.get(
                        "Questionnaire/$populate",
                        Map.of("questionnaire", "https://example.org/nowhere", "subject", "Patient/nobody")))
                .isRefusedWith(
                        404,
                        List.of(
                                RequestComplaints.unknownQuestionnaire("https://example.org/nowhere"),
                                RequestComplaints.unknownSubject()));
        assertThat(fhir.get("Questionnaire/nowhere/$populate", subject(Patients.create(fhir))))
                .isRefusedWith(404, List.of(RequestComplaints.unknownQuestionnaire("Questionnaire/nowhere")));
    }

    /** Who misspells a name is told, and a form about teams is no form about a patient. */
    @Test
    void whatTheFormHasNoUseForIsRefused() {
        TestPatient patient = Patients.create(fhir);
        String contexts = """
                {"resourceType": "Parameters", "parameter": [
                  {"name": "subject", "valueReference": {"reference": "%s"}},
                  {"name": "context", "part": [
                    {"name": "name", "valueString": "user"},
                    {"name": "content", "resource": {"resourceType": "Practitioner", "id": "n1"}}]},
                  {"name": "context", "part": [
                    {"name": "name", "valueString": "weather"},
                    {"name": "content", "resource": {"resourceType": "Basic", "code": {"text": "rain"}}}]}]}
                """.formatted(patient.reference());

        assertThat(fhir.post("Questionnaire/readiness-scan/$populate", contexts))
                .isRefusedWith(
                        400,
                        List.of(
                                RequestComplaints.parameter("subject", "not about patients"),
                                RequestComplaints.parameter("context", "'weather'")));
        assertThat(fhir.post("Questionnaire/oxford-knee-score/$populate", contexts.replace("weather", "location")))
                .hasStatus(200);
    }

    /** A context about another patient would fill the form with the wrong person's data. */
    @Test
    void anotherPatientsContextIsRefused() {
        TestPatient patient = Patients.create(fhir);
        TestPatient other = Patients.create(fhir);
        assertThat(fhir.post("Questionnaire/oxford-knee-score/$populate", """
                        {"resourceType": "Parameters", "parameter": [
                          {"name": "subject", "valueReference": {"reference": "%s"}},
                          {"name": "context", "part": [
                            {"name": "name", "valueString": "patient"},
                            {"name": "content", "valueReference": {"reference": "%s"}}]},
                          {"name": "context", "part": [
                            {"name": "name", "valueString": "encounter"},
                            {"name": "content", "resource": {"resourceType": "Encounter", "status": "planned",
                              "class": {"code": "AMB"}, "subject": {"reference": "%s"}}}]}]}
                        """.formatted(
                                patient.reference(), other.reference(), other.reference())))
                .isRefusedWith(
                        400,
                        List.of(
                                RequestComplaints.parameter("context", "Patient is about another patient"),
                                RequestComplaints.parameter("context", "Encounter is about another patient")));
    }

    @Test
    void aBodyThatIsNotParametersIsRefused() {
        assertThat(fhir.post("Questionnaire/$populate", "{\"resourceType\": \"Patient\"}"))
                .hasStatus(400)
                .leaksNothing();
        assertThat(fhir.post("Questionnaire/$populate", "nonsense"))
                .hasStatus(400)
                .leaksNothing();
        assertThat(fhir.post(
                        "Questionnaire/oxford-knee-score/$populate",
                        EMPTY.replace("}", ", \"parameters\": [1], \"mood\": 1}")))
                .isRefusedWith(
                        400,
                        List.of(RequestComplaints.unreadable("'parameters'"), RequestComplaints.unreadable("'mood'")));
    }

    private static Map<String, String> subject(TestPatient patient) {
        return Map.of("subject", patient.reference());
    }

    private static String observation(TestPatient patient, String code, String date, int value) {
        return """
                {"resourceType": "Observation", "status": "final", "subject": {"reference": "%s"},
                 "code": {"coding": [{"system": "https://tests.meerwaarde.example/code", "code": "%s"}]},
                 "effectiveDateTime": "%s", "valueQuantity": {"value": %d, "system": "http://unitsofmeasure.org", "code": "1"}}
                """.formatted(patient.reference(), code, date, value);
    }

    /** A question for a number that an Observation of the last ten years may answer. */
    private static void asked(Questionnaire form, String linkId, String system, String code, String unit) {
        QuestionnaireItemComponent item = form.addItem().setLinkId(linkId).setType(QuestionnaireItemType.DECIMAL);
        item.addCode(new Coding().setSystem(system).setCode(code));
        Duration tenYears = new Duration();
        tenYears.setValue(10).setSystem("http://unitsofmeasure.org").setCode("a");
        item.addExtension(SdcExtensions.OBSERVATION_LINK_PERIOD, tenYears);
        item.addExtension(
                CoreExtensions.QUESTIONNAIRE_UNIT,
                new Coding().setSystem("http://unitsofmeasure.org").setCode(unit));
    }

    private static void computed(Questionnaire form, String linkId, String fhirPath) {
        form.addItem()
                .setLinkId(linkId)
                .setType(QuestionnaireItemType.INTEGER)
                .addExtension(
                        SdcExtensions.INITIAL_EXPRESSION,
                        new Expression().setLanguage("text/fhirpath").setExpression(fhirPath));
    }

    private static void query(Questionnaire form, String name, String query) {
        form.addExtension(
                CoreExtensions.VARIABLE,
                new Expression()
                        .setName(name)
                        .setLanguage("application/x-fhir-query")
                        .setExpression(query));
    }

    private static Extension launch(String name, String type) {
        Extension launch = new Extension(SdcExtensions.LAUNCH_CONTEXT);
        launch.addExtension("name", new Coding().setCode(name));
        launch.addExtension("type", new org.hl7.fhir.r4.model.CodeType(type));
        return launch;
    }
}
