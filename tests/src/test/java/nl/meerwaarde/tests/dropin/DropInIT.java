package nl.meerwaarde.tests.dropin;

import static java.util.concurrent.TimeUnit.MINUTES;
import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import javax.sql.DataSource;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.loading.DefinitionLoader;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.AdaptiveSitting;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Capabilities;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Facts;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.PlainHapi;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.SafetyAlerts;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.ShippedGuide;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestBank;
import nl.meerwaarde.tests.support.TestDatabase;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestForm;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.Wordings;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The suite dropped into a plain HAPI server that had patients before. */
class DropInIT {
    private static final String KNEE = "oxford-knee-score";
    private static final String PATHWAY = "knee-replacement-primary";

    private static final Complaint WORDING_MISSING = new Complaint(
            ProblemCode.WORDING_MISSING, "QuestionnaireResponse.questionnaire", "not the owner's wording");

    private static PlainHapi host;
    private static TestPatient older;
    private static TestEpisode olderEpisode;
    private static String olderResponse;

    private final Fhir fhir = host.fhir();
    private final Facts facts = new Facts(new JdbcTemplate(host.bean(DataSource.class)));

    @BeforeAll
    static void dropIn() {
        TestDatabase database = TestDatabase.h2("plain-hapi");
        try (PlainHapi before = PlainHapi.without(database)) {
            older = Patients.create(before.fhir());
            olderEpisode = olderEpisode(older);
            olderEpisode.operatedOn("2026-03-01");
            olderResponse =
                    older.answers(KNEE).all("2").on("2026-02-20").submit().id();
        }
        host = PlainHapi.with(database);
        Wordings.load(host.fhir(), KNEE);
    }

    /** Without the suite nobody stamps the pathway's version. */
    private static TestEpisode olderEpisode(TestPatient patient) {
        TestEpisode episode = patient.episode(PATHWAY, Side.LEFT);
        episode.change(plan -> plan.getInstantiatesCanonical()
                .get(0)
                .setValue(plan.getInstantiatesCanonical().get(0).getValue() + "|1.0.0"));
        return episode;
    }

    @AfterAll
    static void stop() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void nothingOfOurOwnServerIsThere() {
        assertThat(host.beanTypes())
                .noneMatch(type -> type.getName().startsWith("nl.meerwaarde.server")
                        || type.getName().startsWith("org.springframework.boot"));
    }

    @Test
    void answersBecomeScoresAndFacts() {
        TestPatient patient = Patients.create(fhir);
        TestEpisode episode = patient.episode(PATHWAY, Side.LEFT);
        episode.operatedOn("2026-03-01");
        String response =
                patient.answers(KNEE).all("2").on("2026-02-20").submit().id();
        Observation score = Scores.of(fhir, response).get(KNEE);
        assertThat(score).hasValue("24").hasUnit("{score}", "score");
        assertThat(facts.counting(episode.id(), "baseline", KNEE)).contains("24");
        assertThat(fhir.delete("QuestionnaireResponse/" + response)).succeeded();
        assertThat(facts.all(episode.id(), "baseline", KNEE)).isEmpty();
    }

    @Test
    void noPatientIsAskedBeforeTheOwnersWordingIsThere() {
        assertThat(Patients.create(fhir).answers("oxford-hip-score").all("2").submit())
                .isRefusedWith(WORDING_MISSING);
    }

    @Test
    void neitherWithAFormThatHoldsTheInstrument() {
        assertThat(Answers.to(form("oxford-hip-score"))
                        .of(Patients.create(fhir))
                        .submit())
                .isRefusedWith(WORDING_MISSING);
    }

    @Test
    void norQuestionByQuestion() {
        Questionnaire bank = TestBank.madeUp();
        bank.addExtension(Extensions.WORDING_REQUIRED, new BooleanType(true));
        assertThat(fhir.post(bank)).isCreated();
        assertThat(AdaptiveSitting.of(fhir, bank).ask()).isRefusedWith(WORDING_MISSING);
    }

    @Test
    void aFormHasTheWordingOfItsParts() {
        QuestionnaireResponse stored =
                Answers.to(form(KNEE)).of(Patients.create(fhir)).submit().stored(QuestionnaireResponse.class);
        assertThat(stored.getExtensionString(Extensions.WORDING_VERSION)).hasSize(12);
    }

    private Questionnaire form(String instrument) {
        Questionnaire form = TestForm.assembled(fhir.post(
                "Questionnaire/$assemble",
                Fhir.json(TestForm.unique()
                        .part("part", Canonicals.BASE + "/Questionnaire/" + instrument)
                        .questionnaire())));
        assertThat(fhir.post(form)).isCreated();
        return form;
    }

    @Test
    void formsArePopulatedAndExtracted() {
        TestPatient patient = Patients.create(fhir);
        Reply populated = fhir.get("Questionnaire/oxford-hip-score/$populate?subject=" + patient.reference());
        assertThat(populated).hasStatus(200);
        assertThat(populated.text()).contains("in-progress", ProblemCode.WORDING_MISSING.code());

        String response = patient.answers(KNEE).all("2").submit().id();
        Parameters extracted =
                fhir.get("QuestionnaireResponse/" + response + "/$extract").stored(Parameters.class);
        assertThat(fhir.bundle((Bundle) extracted.getParameterFirstRep().getResource()))
                .succeeded();
        assertThat(Scores.of(fhir, response).get(KNEE)).hasValue("24");
    }

    @Test
    void teamsAreCheckedAndPathwaysDrawn() {
        TestPatient patient = Patients.create(fhir);
        assertThat(fhir.post("CareTeam", """
                        {"resourceType": "CareTeam", "status": "active", "subject": {"reference": "%s"}, "period": {"start": "2026-01-01"},
                         "participant": [{"member": {"reference": "%s"}, "role": [{"coding": [
                           {"system": "https://w3id.org/meerwaarde/fhir/CodeSystem/team-role", "code": "patient"}]}]}]}""".formatted(patient.reference(), patient.reference())))
                .isRefusedWith(
                        new Complaint(ProblemCode.TEAM_INCOMPLETE, "CareTeam.participant", "Main practitioner"),
                        new Complaint(ProblemCode.TEAM_INCOMPLETE, "CareTeam.participant", "Contact person"));
        assertThat(fhir.get(patient.reference() + "/$my-team")).hasStatus(200);
        assertThat(fhir.get("PlanDefinition/" + PATHWAY + "/$metro-map").text()).contains("image/svg+xml");
    }

    @Test
    void badAnswersAreRefused() {
        TestPatient patient = Patients.create(fhir);
        Answers answers = patient.answers(KNEE).all("2").change(r -> r.addItem().setLinkId("oks-13"));
        assertThat(answers.submit())
                .isRefusedWith(
                        new Complaint(ProblemCode.UNKNOWN_ITEM, "QuestionnaireResponse.item[12]", "no item 'oks-13'"));
    }

    /** What FHIR does not know is dropped by HAPI's parser, so this needs the check of the text as it was sent. */
    @Test
    void whatIsNotFhirIsRefused() {
        TestPatient patient = Patients.create(fhir);
        String response =
                Fhir.json(patient.answers(KNEE).all("2").response()).replaceFirst("\\{", "{\"mood\":\"good\",");
        assertThat(fhir.post("QuestionnaireResponse", response))
                .isRefusedAlsoWith(new Complaint(ProblemCode.INVALID_RESOURCE, "QuestionnaireResponse", "mood"));
    }

    @Test
    void instrumentsCanBeAdded() {
        TestInstrument walk =
                TestInstrument.unique().number("minutes").score("walk", "%resource.item.answer.value.first() * 2");
        assertThat(fhir.post(walk.questionnaire())).isCreated();
        TestPatient patient = Patients.create(fhir);
        String response = Answers.to(walk.questionnaire())
                .of(patient)
                .answer("minutes", 4)
                .submit()
                .id();
        assertThat(Scores.of(fhir, response).get("walk")).hasValue("8");
    }

    @Test
    void alarmingAnswersRaiseAlerts() {
        TestPatient patient = Patients.create(fhir);
        String response = alarming(patient).submit().id();
        assertThat(SafetyAlerts.task(patient).getFocus().getReference()).isEqualTo("QuestionnaireResponse/" + response);
        assertThat(SafetyAlerts.flags(patient)).hasSize(1);
    }

    /** Refused, because nobody may be asked yet; but somebody was. */
    @Test
    void alarmingAnswersAreHeardBeforeTheOwnersWordingIsThere() {
        TestPatient patient = Patients.create(fhir);
        assertThat(patient.answers("phq-9").answer("phq-9-9", "1").submit())
                .isRefusedAlsoWith(new Complaint(
                        ProblemCode.WORDING_MISSING, "QuestionnaireResponse.questionnaire", "not the owner's wording"))
                .hasHeader("X-Meerwaarde-Safety-Alert", "suicidality");
        assertThat(SafetyAlerts.task(patient).hasFocus()).isFalse();
    }

    /** The host's own doorkeeper comes first: who is turned away raises no alarm about others, not even by answers that would be refused. */
    @Test
    void whoIsTurnedAwayRaisesNoAlert() {
        TestPatient patient = Patients.create(fhir);
        Doorkeeper doorkeeper = new Doorkeeper();
        host.bean(RestfulServer.class).registerInterceptor(doorkeeper);
        try {
            assertThat(alarming(patient).submit()).hasStatus(403);
            assertThat(alarming(patient)
                            .change(r -> r.addItem().setLinkId("unknown"))
                            .submit())
                    .hasStatus(403);
        } finally {
            host.bean(RestfulServer.class).unregisterInterceptor(doorkeeper);
        }
        assertThat(SafetyAlerts.tasks(patient)).isEmpty();
        assertThat(SafetyAlerts.flags(patient)).isEmpty();
    }

    private Answers alarming(TestPatient patient) {
        TestInstrument mood = TestInstrument.unique()
                .choice("thoughts", "never", "often")
                .alarming("thoughts", "often", "suicidality");
        assertThat(fhir.post(mood.questionnaire())).isCreated();
        return Answers.to(mood.questionnaire()).of(patient).answer("thoughts", "often");
    }

    /** Turns everybody away who wants to answer, where HAPI authorizes. */
    @Interceptor
    public static final class Doorkeeper {
        @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = 200)
        public void turnAway(RequestDetails request) {
            if ("QuestionnaireResponse".equals(request.getResourceName())
                    && request.getRestOperationType() == RestOperationTypeEnum.CREATE) {
                throw new ForbiddenOperationException("Not you");
            }
        }
    }

    @Test
    void whatIsTranslatedIsReadInTheReadersLanguage() {
        Questionnaire dutch =
                fhir.with("Accept-Language", "nl").get("Questionnaire/eq-5d-5l").stored(Questionnaire.class);
        assertThat(dutch.getLanguage()).isEqualTo("nl");
        assertThat(dutch.getItemFirstRep().getText()).isEqualTo("Mobiliteit");
    }

    @Test
    void operationsAndProfilesStandInTheCapabilityStatement() {
        Capabilities capabilities = Capabilities.of(fhir);
        assertThat(capabilities.operations())
                .containsExactlyInAnyOrderElementsOf(ShippedGuide.operations().stream()
                        .flatMap(Capabilities::promisedBy)
                        .filter(operation -> !isOfNotifications(operation))
                        .toList());
        assertThat(capabilities.profiles())
                .containsExactlyInAnyOrderElementsOf(ShippedGuide.profiles().stream()
                        .map(Capabilities::promisedBy)
                        .toList());
    }

    /** They are off here. */
    private static boolean isOfNotifications(Capabilities.Operation operation) {
        return operation.on().equals("Subscription");
    }

    /** What a new release changes is written again at start; whether a set is on is the hospital's to say. */
    @Test
    void aNewReleaseLeavesASetSwitchedOn() {
        String set = "PlanDefinition/generic-core";
        assertThat(fhir.patch(set, "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"active\"}]"))
                .hasStatus(200);
        new JdbcTemplate(host.bean(DataSource.class))
                .update("update mw_loaded_definition set fingerprint = 'of an older release' where resource = ?", set);

        host.bean(DefinitionLoader.class).load();

        PlanDefinition core = fhir.get(set).stored(PlanDefinition.class);
        assertThat(core.getStatus()).isEqualTo(PublicationStatus.ACTIVE);
        assertThat(core.getTitle()).isEqualTo("Generic outcomes");
    }

    /** Nor does it undo whom the hospital lets see what. */
    @Test
    void aNewReleaseLeavesChangedPoliciesAlone() {
        String policies = "CodeSystem/disclosure-recipient";
        JdbcTemplate jdbc = new JdbcTemplate(host.bean(DataSource.class));
        String older = "update mw_loaded_definition set fingerprint = 'of an older release' where resource = ?";
        jdbc.update(older, policies);
        host.bean(DefinitionLoader.class).load();
        CodeSystem shipped = fhir.get(policies).stored(CodeSystem.class);
        CodeSystem changed = shipped.copy().setVersion("of the hospital");
        assertThat(fhir.put(changed)).hasStatus(200);
        jdbc.update(older, policies);

        host.bean(DefinitionLoader.class).load();

        assertThat(fhir.get(policies).stored(CodeSystem.class).getVersion()).isEqualTo("of the hospital");
    }

    @Test
    void reportsAreAnswered() {
        MeasureReport report = fhir.get("Measure/knee-replacement-primary-oxford/$evaluate-measure"
                        + "?periodStart=2026-01-01&periodEnd=2026-12-31")
                .stored(MeasureReport.class);
        assertThat(report.getGroup()).isNotEmpty();
    }

    /** What was stored before the suite came gets its scores and facts by a rebuild. */
    @Test
    void aRebuildTakesInWhatTheHostHadBefore() {
        Reply started = fhir.post("$rebuild-outcome-facts", "{\"resourceType\": \"Parameters\"}");
        String job = text(started.stored(Parameters.class), "jobId");
        await().atMost(2, MINUTES).until(() -> status(job).equals("completed"));
        assertThat(Scores.of(fhir, olderResponse).get(KNEE)).hasValue("24");
        assertThat(facts.counting(olderEpisode.id(), "baseline", KNEE)).contains("24");
    }

    private String status(String job) {
        return text(fhir.get("$rebuild-outcome-facts?jobId=" + job).stored(Parameters.class), "status");
    }

    private static String text(Parameters parameters, String name) {
        return parameters.getParameter(name).getValue().primitiveValue();
    }
}
