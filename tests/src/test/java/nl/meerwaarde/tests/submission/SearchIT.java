package nl.meerwaarde.tests.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What portals and EHRs look for: who answered what and when, and with what score. */
class SearchIT {
    private static final String QUESTIONNAIRE = Canonicals.BASE + "/Questionnaire/";
    private static final String SCORE = Canonicals.CodeSystems.SCORE;
    private static final String LOINC_PHQ_9_TOTAL = "http://loinc.org|44261-6";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private String mild = "";
    private String severe = "";
    private String unfinished = "";
    private String knee = "";

    @BeforeEach
    void submit() {
        mild = patient.answers("phq-9")
                .all("0")
                .answer("phq-9-1", "3")
                .answer("phq-9-2", "3")
                .on("2026-02-01T09:00:00Z")
                .submit()
                .id();
        severe = patient.answers("phq-9")
                .all("3")
                .answer("phq-9-9", "0")
                .on("2026-05-01T09:00:00Z")
                .submit()
                .id();
        unfinished = patient.answers("phq-9")
                .answer("phq-9-1", "2")
                .on("2026-06-01T09:00:00Z")
                .status(QuestionnaireResponseStatus.INPROGRESS)
                .submit()
                .id();
        knee = patient.answers("oxford-knee-score")
                .all("2")
                .on("2026-05-01T09:05:00Z")
                .submit()
                .id();
    }

    @Test
    void responsesAreFoundByTheirQuestionnaireWithAndWithoutVersion() {
        assertThat(responses("questionnaire", QUESTIONNAIRE + "phq-9"))
                .containsExactlyInAnyOrder(mild, severe, unfinished);
        assertThat(responses("questionnaire", QUESTIONNAIRE + "phq-9|1.0.0"))
                .containsExactlyInAnyOrder(mild, severe, unfinished);
        assertThat(responses("questionnaire", QUESTIONNAIRE + "phq-9|0.9.0")).isEmpty();
        assertThat(responses("questionnaire", QUESTIONNAIRE + "phq")).isEmpty();
    }

    @Test
    void responsesAreFoundByWhenTheyWereAnswered() {
        assertThat(responses("authored", "ge2026-05-01")).containsExactlyInAnyOrder(severe, unfinished, knee);
        assertThat(responses("authored", "lt2026-05-01")).containsExactly(mild);
        assertThat(responses("authored", "2026-05-01")).containsExactlyInAnyOrder(severe, knee);
    }

    @Test
    void responsesAreFoundByStatus() {
        assertThat(responses("status", "in-progress")).containsExactly(unfinished);
        assertThat(responses("status", "completed")).containsExactlyInAnyOrder(mild, severe, knee);
    }

    /** The newest first, as a consultation room shows them. */
    @Test
    void responsesCanBeSortedByWhenTheyWereAnswered() {
        assertThat(ids("QuestionnaireResponse", Map.of("subject", patient.reference(), "_sort", "-authored")))
                .containsExactly(unfinished, knee, severe, mild);
    }

    @ParameterizedTest
    @CsvSource({"gt5,2", "gt6,1", "lt7,1", "ge24,1", "gt24,0"})
    void scoresAreFoundByCodeAndValue(String value, int found) {
        assertThat(fhir.count(
                        "Observation",
                        Map.of("subject", patient.reference(), "code-value-quantity", SCORE + "|phq-9-total$" + value)))
                .isEqualTo(found);
        assertThat(fhir.count(
                        "Observation",
                        Map.of(
                                "subject",
                                patient.reference(),
                                "code",
                                SCORE + "|phq-9-total",
                                "value-quantity",
                                value)))
                .isEqualTo(found);
    }

    @Test
    void scoresAreFoundByTheirOtherCodeAndByTheirResponse() {
        assertThat(fhir.count("Observation", Map.of("subject", patient.reference(), "code", LOINC_PHQ_9_TOTAL)))
                .isEqualTo(2);
        assertThat(ids("Observation", Map.of("derived-from", "QuestionnaireResponse/" + mild)))
                .containsExactly(Scores.of(fhir, mild).get("phq-9-total").getIdPart());
    }

    private List<String> responses(String parameter, String value) {
        return ids("QuestionnaireResponse", Map.of("subject", patient.reference(), parameter, value));
    }

    private List<String> ids(String type, Map<String, String> parameters) {
        return fhir.search(type, parameters).stored(Bundle.class).getEntry().stream()
                .map(entry -> entry.getResource().getIdPart())
                .toList();
    }
}
