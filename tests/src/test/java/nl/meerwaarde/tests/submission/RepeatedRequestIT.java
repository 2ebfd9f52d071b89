package nl.meerwaarde.tests.submission;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.Test;

/** Clients that try again after a lost answer, and clients that look at an old version. */
class RepeatedRequestIT {
    private static final String KNEE = "oxford-knee-score";
    private static final String SUBMISSIONS = "https://portal.example.org/submissions";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    @Test
    void aRetriedCreateMakesNoSecondResponse() {
        String submission = UUID.randomUUID().toString();
        Fhir once = fhir.with("If-None-Exist", "identifier=" + SUBMISSIONS + "|" + submission);
        Answers answers = patient.answers(KNEE)
                .all("2")
                .change(r -> r.getIdentifier().setSystem(SUBMISSIONS).setValue(submission));
        Reply first = once.post(answers.response());
        Reply retry = once.post(answers.response());
        assertThat(first).isCreated();
        assertThat(retry).hasStatus(200);
        assertThat(retry.id()).isEqualTo(first.id());
        assertThat(fhir.count("QuestionnaireResponse", Map.of("subject", patient.reference())))
                .isOne();
        assertThat(fhir.count("Observation", Map.of("subject", patient.reference())))
                .isOne();
    }

    @Test
    void aStaleUpdateChangesNothing() {
        Answers answers = patient.answers(KNEE).all("2");
        String id = answers.submit().id();
        answers.all("3").submitAs(id);
        QuestionnaireResponse late = answers.all("0").response();
        late.setId(id);
        Reply stale = fhir.with("If-Match", "W/\"1\"").put(late);
        assertThat(stale.status()).as(stale::toString).isIn(409, 412);
        assertThat(stale).leaksNothing();
        assertThat(stored(id).getMeta().getVersionId()).isEqualTo("2");
        assertThat(Scores.of(fhir, id).get(KNEE)).hasValue("36");
    }

    @Test
    void anUpdateOfTheVersionTheClientSawIsStored() {
        Answers answers = patient.answers(KNEE).all("2");
        String id = answers.submit().id();
        QuestionnaireResponse change = answers.all("3").response();
        change.setId(id);
        assertThat(fhir.with("If-Match", "W/\"1\"").put(change)).hasStatus(200);
        assertThat(Scores.of(fhir, id).get(KNEE)).hasValue("36");
    }

    private QuestionnaireResponse stored(String id) {
        return fhir.get("QuestionnaireResponse/" + id).stored(QuestionnaireResponse.class);
    }
}
