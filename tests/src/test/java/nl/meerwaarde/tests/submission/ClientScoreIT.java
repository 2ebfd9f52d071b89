package nl.meerwaarde.tests.submission;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.junit.jupiter.api.Test;

/** Scores that a form computed: the server's own value is stored, and whoever sent another one is told. */
class ClientScoreIT {
    private static final String KNEE = "oxford-knee-score";
    private static final String REPLACED = "X-Meerwaarde-Score-Replaced";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    @Test
    void aWrongScoreIsReplacedAndKeptBeside() {
        Reply reply = patient.answers(KNEE).all("2").withScore(KNEE, "47").submit();
        assertThat(reply).isCreated().hasHeader(REPLACED, "'oxford-knee-score' was sent as 47 and is 24");
        QuestionnaireResponseItemAnswerComponent answer = scoreAnswer(reply.id());
        assertThat(answer.getValueDecimalType().getValue()).isEqualByComparingTo("24");
        assertThat(((DecimalType) answer.getExtensionByUrl(Extensions.CLIENT_SCORE)
                                .getValue())
                        .getValue())
                .isEqualByComparingTo("47");
        assertThat(Scores.of(fhir, reply.id()).get(KNEE)).hasValue("24");
    }

    @Test
    void whoAsksForAnOutcomeGetsAWarning() {
        Reply reply = new TestPatient(fhir.with("Prefer", "return=OperationOutcome"), patient.id())
                .answers(KNEE)
                .all("2")
                .withScore(KNEE, "47")
                .submit();
        assertThat(reply).isCreated();
        assertThat(reply.issues())
                .anyMatch(issue -> issue.getSeverity() == IssueSeverity.WARNING
                        && issue.getDiagnostics().contains("was sent as 47 and is 24"));
    }

    @Test
    void aRightScoreIsNothingToReport() {
        Reply reply = patient.answers(KNEE).all("2").withScore(KNEE, "24.0").submit();
        assertThat(reply).isCreated().hasNoHeader(REPLACED);
        assertThat(scoreAnswer(reply.id()).hasExtension()).isFalse();
    }

    @Test
    void aScoreThatCannotBeCalculatedIsTakenAway() {
        Reply reply = patient.answers(KNEE)
                .answer("oks-01", "2")
                .withScore(KNEE, "24")
                .submit();
        assertThat(reply).isCreated().hasHeader(REPLACED, "not calculable from these answers");
        assertThat(scoreAnswer(reply.id()).hasValue()).isFalse();
        assertThat(Scores.of(fhir, reply.id()).get(KNEE)).isAbsent();
    }

    /** What the server once replaced is right when it is sent again. */
    @Test
    void sendingTheCorrectedResponseAgainChangesNothing() {
        Reply reply = patient.answers(KNEE).all("2").withScore(KNEE, "47").submit();
        QuestionnaireResponse stored =
                fhir.get("QuestionnaireResponse/" + reply.id()).stored(QuestionnaireResponse.class);
        Reply again = fhir.put(stored);
        assertThat(again).hasStatus(200).hasNoHeader(REPLACED);
        assertThat(again.stored(QuestionnaireResponse.class).getMeta().getVersionId())
                .isEqualTo("1");
    }

    private QuestionnaireResponseItemAnswerComponent scoreAnswer(String response) {
        List<QuestionnaireResponseItemAnswerComponent> answers =
                fhir.get("QuestionnaireResponse/" + response).stored(QuestionnaireResponse.class).getItem().stream()
                        .filter(item -> item.getLinkId().equals(KNEE))
                        .flatMap(item -> item.getAnswer().stream())
                        .toList();
        assertThat(answers).hasSize(1);
        return answers.get(0);
    }
}
