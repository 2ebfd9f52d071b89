package nl.meerwaarde.tests.alert;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.junit.jupiter.api.Test;

/** Whoever sends an alarming answer is told at once where the patient finds help. */
class HelpLineIT {
    private static final String ALERT = "X-Meerwaarde-Safety-Alert";
    private static final String LINK = "<https://www.113.nl>; rel=\"help\"";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final Mood mood = Mood.on(fhir);

    @Test
    void aRefusalCarriesHelpLines() {
        Reply reply = mood.unnamed(patient, "often").submit();
        assertThat(reply).hasStatus(422).hasHeader(ALERT, Mood.SUICIDALITY).hasHeaderAmong("Link", LINK);
        assertThat(help(reply))
                .singleElement()
                .satisfies(issue -> assertThat(issue.getDetails().getText()).contains("bel 113", "0800-0113", "112"));
    }

    @Test
    void helpLinesSpeakTheReadersLanguage() {
        Fhir english = fhir.with("Accept-Language", "en-GB");
        Reply reply =
                mood.unnamed(new TestPatient(english, patient.id()), "often").submit();
        assertThat(help(reply)).singleElement().satisfies(issue -> {
            assertThat(issue.getDetails().getText()).contains("call 113", "0800-0113", "112");
            assertThat(issue.getDiagnostics()).isEqualTo(issue.getDetails().getText());
        });
    }

    /** The body of a created response is the response; headers are what every client sees. */
    @Test
    void anAcceptedResponseCarriesHelpLinesInHeaders() {
        assertThat(mood.of(patient, "often").submit())
                .isCreated()
                .hasHeader(ALERT, Mood.SUICIDALITY)
                .hasHeaderAmong("Link", LINK);
    }

    @Test
    void whoAsksForAnOutcomeGetsThemThere() {
        Fhir asking = fhir.with("Prefer", "return=OperationOutcome");
        Reply reply = mood.of(new TestPatient(asking, patient.id()), "often").submit();
        assertThat(reply).isCreated().hasHeader(ALERT, Mood.SUICIDALITY);
        assertThat(help(reply)).hasSize(1);
    }

    @Test
    void otherAnswersCarryNone() {
        assertThat(mood.of(patient, "never").submit()).isCreated().hasNoHeader(ALERT);
        Reply refused = mood.unnamed(patient, "never").submit();
        assertThat(refused).hasStatus(422).hasNoHeader(ALERT);
        assertThat(help(refused)).isEmpty();
    }

    /** Who sends the same again may be the same patient, in need again. */
    @Test
    void everyAnswerCarriesThem() {
        mood.of(patient, "often").submit().id();
        assertThat(mood.of(patient, "often").submit()).isCreated().hasHeader(ALERT, Mood.SUICIDALITY);
    }

    private static List<OperationOutcomeIssueComponent> help(Reply reply) {
        return reply.issues().stream()
                .filter(issue -> issue.getSeverity() == IssueSeverity.INFORMATION)
                .filter(issue -> CodeSystems.SAFETY_ALERT.equals(
                        issue.getDetails().getCodingFirstRep().getSystem()))
                .toList();
    }
}
