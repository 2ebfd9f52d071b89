package nl.meerwaarde.tests.fault;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Clients;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Facts;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** What tooling notes found wrong with stock HAPI 8.8.0, tried on ours. */
class StockFaultsIT {
    private static final int CLIENTS = 8;
    private static final String KNEE = "oxford-knee-score";
    private static final String KNEE_URL = Canonicals.BASE + "/Questionnaire/" + KNEE;

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    @Test
    void stockAcceptsAResponseToAnUnknownQuestionnaire() {
        assertThat(answersTo("https://example.org/nowhere|1").submit())
                .isRefusedWith(new Complaint(
                        ProblemCode.UNKNOWN_QUESTIONNAIRE,
                        "QuestionnaireResponse.questionnaire",
                        "https://example.org/nowhere"));
    }

    @Test
    void stockAcceptsAResponseToAnUnknownVersion() {
        assertThat(answersTo(KNEE_URL + "|0.9").submit())
                .isRefusedWith(new Complaint(
                        ProblemCode.UNKNOWN_QUESTIONNAIRE_VERSION, "QuestionnaireResponse.questionnaire", "0.9"));
    }

    private Answers answersTo(String questionnaire) {
        return patient.answers(KNEE).all("2").change(r -> r.setQuestionnaire(questionnaire));
    }

    @Test
    void stockAnswersASearchFromAMinuteAgo() {
        Map<String, String> mine = Map.of("subject", patient.reference());
        assertThat(entries("QuestionnaireResponse", mine)).isZero();
        patient.answers(KNEE).all("2").submit().id();
        assertThat(entries("QuestionnaireResponse", mine)).isOne();
        assertThat(entries("Observation", mine)).isOne();
    }

    private int entries(String type, Map<String, String> parameters) {
        return fhir.search(type, parameters).stored(Bundle.class).getEntry().size();
    }

    @Test
    void stockReportsFromAMinuteAgo() {
        Reports reports = new Reports(fhir);
        int before = reports.eligible();
        patient.episode("knee-replacement-primary", Side.LEFT).operatedOn("2025-03-01");
        assertThat(reports.eligible()).isEqualTo(before + 1);
    }

    @Test
    void stockWritesRowsWhenItReports() {
        Reports reports = new Reports(fhir);
        reports.eligible();
        Map<String, Long> before = StoredRows.byTable();

        reports.eligible();

        assertThat(before).isNotEmpty();
        assertThat(StoredRows.byTable()).isEqualTo(before);
    }

    /** On a fresh PostgreSQL stock collides (HAPI-2223); here a new canonical is named by everybody at once. */
    @Test
    void stockCollidesOnFirstWritesWithACanonical() {
        Questionnaire fresh = TestInstrument.unique().number("minutes").questionnaire();
        fhir.post(fresh).id();
        Clients.atOnce(
                        CLIENTS,
                        client -> Answers.to(fresh)
                                .of(patient)
                                .answer("minutes", client)
                                .submit())
                .forEach(reply -> assertThat(reply).isCreated());
    }

    /** The same with a resource type that nobody has stored before. */
    @Test
    void stockCollidesOnFirstWritesOfAType() {
        Clients.atOnce(CLIENTS, client -> fhir.post(activity(client)))
                .forEach(reply -> assertThat(reply).isCreated());
    }

    private static ActivityDefinition activity(int client) {
        ActivityDefinition activity = new ActivityDefinition().setStatus(PublicationStatus.DRAFT);
        activity.setUrl("https://tests.meerwaarde.example/ActivityDefinition/" + client);
        activity.addLibrary("https://tests.meerwaarde.example/Library/shared|1");
        return activity;
    }

    /** A hook that writes its own resource makes a second version out of nothing (hapi-fhir 8319). */
    @Test
    void stockCorruptsHistoryWhenAHookChangesItsResource() {
        String id =
                patient.answers(KNEE).all("2").withScore(KNEE, "47").submit().id();
        patient.answers(KNEE).all("3").withScore(KNEE, "48").submitAs(id);
        Bundle history = fhir.get("QuestionnaireResponse/" + id + "/_history").stored(Bundle.class);
        assertThat(history.getEntry())
                .extracting(entry -> entry.getResource().getMeta().getVersionId())
                .containsExactly("2", "1");
        assertThat(scoreIn(id, "1")).isEqualByComparingTo("24");
        assertThat(scoreIn(id, "2")).isEqualByComparingTo("36");
    }

    private java.math.BigDecimal scoreIn(String id, String version) {
        return fhir
                .get("QuestionnaireResponse/" + id + "/_history/" + version)
                .stored(QuestionnaireResponse.class)
                .getItem()
                .stream()
                .filter(item -> item.getLinkId().equals(KNEE))
                .map(item -> item.getAnswerFirstRep().getValueDecimalType().getValue())
                .findFirst()
                .orElseThrow();
    }

    /** Secondary writes in update hooks under load gave 409 and 500 (hapi-fhir 4843). */
    @Test
    void stockConflictsWhenHooksWriteUnderLoad() {
        List<String> ids = java.util.stream.IntStream.range(0, CLIENTS)
                .mapToObj(client -> patient.answers(KNEE).all("1").submit().id())
                .toList();
        Clients.atOnce(CLIENTS, client -> patient.answers(KNEE).all("3").submitAs(ids.get(client)))
                .forEach(reply -> assertThat(reply).hasStatus(200));
        ids.forEach(id -> assertThat(Scores.of(fhir, id).get(KNEE)).hasValue("36"));
    }

    /** What a transaction created may not be readable inside it yet (flush mode COMMIT): facts need all of it. */
    @Test
    void stockCannotReadBackWhatATransactionCreated() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        Reference whose = Bundles.create(bundle, Patients.unstored());
        Reference episode = Bundles.create(
                bundle,
                TestEpisode.unstored("knee-replacement-primary", Side.LEFT).setSubject(whose));
        Bundles.create(
                bundle, Answers.to(KNEE).all("2").response().setSubject(whose).addBasedOn(episode));
        Bundles.create(
                bundle,
                TestEpisode.unstoredOperation("2026-03-01").setSubject(whose).addBasedOn(episode));
        Reply reply = fhir.bundle(bundle);
        Facts facts = new Facts(TestServer.jdbc());
        assertThat(facts.counting(Bundles.idOf(reply, "CarePlan"), "baseline", KNEE))
                .contains("24");
    }

    /** A CodeSystem of the same url and version is refused on POST, so ours are put in place, once, and can be put again. */
    @Test
    void stockRefusesACodeSystemThatIsLoadedAgain() {
        Map<String, String> ours = Map.of("url", Canonicals.CodeSystems.SCORE);
        CodeSystem loaded = (CodeSystem) fhir.search("CodeSystem", ours)
                .stored(Bundle.class)
                .getEntryFirstRep()
                .getResource();
        loaded.setTitle("Scores, " + UUID.randomUUID());
        assertThat(fhir.put(loaded)).hasStatus(200);
        assertThat(fhir.count("CodeSystem", ours)).isOne();
    }

    /** Concurrent conditional creates race (hapi-fhir 4597). */
    @Test
    void stockCreatesTwiceWhenConditionalCreatesRace() {
        String number = UUID.randomUUID().toString();
        Patient same = Patients.unstored();
        same.addIdentifier(new Identifier()
                .setSystem("https://tests.meerwaarde.example/patient")
                .setValue(number));
        Fhir once = fhir.with("If-None-Exist", "identifier=https://tests.meerwaarde.example/patient|" + number);
        List<Reply> replies = Clients.atOnce(CLIENTS, client -> once.post(same));
        assertThat(replies).allMatch(reply -> reply.status() < 500);
        assertThat(fhir.count("Patient", Map.of("identifier", number))).isOne();
    }

    /** Clients that use a new tag at the same time race for its row (hapi-fhir 3156). */
    @Test
    void stockBreaksWhenANewTagIsUsedAtOnce() {
        String tag = UUID.randomUUID().toString();
        Clients.atOnce(CLIENTS, client -> fhir.post(tagged(tag)))
                .forEach(reply -> assertThat(reply).isCreated());
        assertThat(fhir.count("Patient", Map.of("_tag", tag))).isEqualTo(CLIENTS);
    }

    private static Patient tagged(String tag) {
        Patient tagged = Patients.unstored();
        tagged.getMeta()
                .addTag()
                .setSystem("https://tests.meerwaarde.example/tag")
                .setCode(tag);
        return tagged;
    }

    /** A response could not be deleted as long as its own scores refer to it. */
    @Test
    void stockBlocksDeletingWhatAScoreIsDerivedFrom() {
        String id = patient.answers(KNEE).all("2").submit().id();
        assertThat(Scores.count(fhir, id)).isOne();
        assertThat(fhir.delete("QuestionnaireResponse/" + id)).succeeded();
    }

    /** Delete-and-expunge jobs pass every hook by, so they would leave scores and facts of nothing. */
    @Test
    void stockLeavesDerivedDataBehindWhenDeletingAndExpunging() {
        String id = patient.answers(KNEE).all("2").submit().id();
        assertThat(fhir.delete("QuestionnaireResponse?_id=" + id + "&_expunge=true"))
                .isRefusedWith(new Complaint(ProblemCode.UNSUPPORTED_EXPUNGE, "", "delete them first"));
        assertThat(Scores.count(fhir, id)).isOne();
    }

    /** Stock's engine fails or guesses on Measures it does not know how to read; ours says what it does not answer. */
    @Test
    void stockGuessesAtMeasuresItCannotEvaluate() {
        String other = """
                {"resourceType": "Measure", "url": "https://tests.meerwaarde.example/Measure/cql", "version": "%s",
                 "status": "active", "library": ["https://tests.meerwaarde.example/Library/cql"]}""".formatted(UUID.randomUUID());
        String id = fhir.post("Measure", other).id();
        assertThat(fhir.get("Measure/" + id + "/$evaluate-measure?periodStart=2026&periodEnd=2026"))
                .isRefusedWith(new Complaint(ProblemCode.UNSUPPORTED_MEASURE, "Measure", "fact-measure"));
    }
}
