package nl.meerwaarde.tests.submission;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Facts;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Answers that come in Bundles: a transaction is one whole, a batch is many. */
class BundleIT {
    private static final String KNEE = "oxford-knee-score";

    private final Fhir fhir = TestServer.fhir();

    @Test
    void aWholeEpisodeComesInAtOnce() {
        Reply reply = fhir.bundle(wholeEpisode("2"));
        assertThat(reply).hasStatus(200);
        String patient = Bundles.idOf(reply, "Patient");
        String response = Bundles.idOf(reply, "QuestionnaireResponse");
        assertThat(Scores.of(fhir, response).get(KNEE)).hasValue("24");
        assertThat(Scores.of(fhir, response).get(KNEE).getSubject().getReference())
                .isEqualTo("Patient/" + patient);
        Facts facts = new Facts(TestServer.jdbc());
        String episode = Bundles.idOf(reply, "CarePlan");
        assertThat(facts.counting(episode, "baseline", KNEE)).contains("24");
    }

    @Test
    void oneBadEntryKeepsTheWholeTransactionOut() {
        int patients = fhir.count("Patient", Map.of());
        Reply reply = fhir.bundle(wholeEpisode("2", "9"));
        assertThat(reply).hasStatus(422).leaksNothing();
        assertThat(reply.issues()).anyMatch(issue -> issue.getDiagnostics().contains("'oks-01'"));
        assertThat(fhir.count("Patient", Map.of())).isEqualTo(patients);
    }

    @Test
    void aBatchScoresEveryResponseByItself() {
        var patient = Patients.create(fhir);
        Bundle batch = new Bundle().setType(BundleType.BATCH);
        Bundles.create(batch, patient.answers(KNEE).all("2").response());
        Bundles.create(batch, patient.answers(KNEE).all("4").response());
        Bundle answers = fhir.bundle(batch).stored(Bundle.class);
        assertThat(answers.getEntry())
                .allMatch(entry -> entry.getResponse().getStatus().startsWith("201"));
        assertThat(Scores.of(fhir, Bundles.id(answers.getEntry().get(0))).get(KNEE))
                .hasValue("24");
        assertThat(Scores.of(fhir, Bundles.id(answers.getEntry().get(1))).get(KNEE))
                .hasValue("48");
    }

    /** In a transaction two responses of one patient are derived together, once. */
    @Test
    void severalResponsesOfOnePatientShareATransaction() {
        var patient = Patients.create(fhir);
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        Bundles.create(transaction, patient.answers(KNEE).all("2").response());
        Bundles.create(
                transaction,
                patient.answers("eq-5d-5l").all("1").answer("vas", 90).response());
        Bundle answers = fhir.bundle(transaction).stored(Bundle.class);
        assertThat(Scores.of(fhir, Bundles.id(answers.getEntry().get(0))).get(KNEE))
                .hasValue("24");
        assertThat(Scores.of(fhir, Bundles.id(answers.getEntry().get(1))).get("eq-5d-5l-index-nl"))
                .hasValue("1");
    }

    /** What is created and deleted by one transaction leaves nothing behind. */
    @Test
    void aResponseMayBeReplacedWithinATransaction() {
        var patient = Patients.create(fhir);
        String old = patient.answers(KNEE).all("2").submit().id();
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        Bundles.delete(transaction, "QuestionnaireResponse/" + old);
        Bundles.create(transaction, patient.answers(KNEE).all("4").response());
        Reply reply = fhir.bundle(transaction);
        assertThat(reply).hasStatus(200);
        assertThat(Scores.of(fhir, old)).isEmpty();
        assertThat(Scores.of(
                                fhir,
                                Bundles.id(reply.body(Bundle.class).getEntry().get(1)))
                        .get(KNEE))
                .hasValue("48");
    }

    private static Bundle wholeEpisode(String... answersOfEachResponse) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        Reference patient = Bundles.create(bundle, Patients.unstored());
        CarePlan plan = TestEpisode.unstored("knee-replacement-primary", Side.LEFT);
        Reference episode = Bundles.create(bundle, plan.setSubject(patient));
        Procedure operation = TestEpisode.unstoredOperation("2026-03-01");
        Bundles.create(bundle, operation.setSubject(patient).addBasedOn(episode));
        for (String answer : answersOfEachResponse) {
            QuestionnaireResponse response = Answers.to(KNEE).all("2").response();
            response.getItemFirstRep().getAnswerFirstRep().getValueCoding().setCode(answer);
            Bundles.create(bundle, response.setSubject(patient).addBasedOn(episode));
        }
        return bundle;
    }
}
