package nl.meerwaarde.tests.submission;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.junit.jupiter.api.Test;

/** One submitted response and the score Observation that follows from it. */
class SubmissionIT {
    private static final String KNEE = "oxford-knee-score";
    private static final String KNEE_URL = Canonicals.BASE + "/Questionnaire/" + KNEE;

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    @Test
    void aScoreSaysWhatWhoseWhenAndFromWhichAnswers() {
        String response = patient.answers(KNEE).all("2").submit().id();
        Observation score = score(response);
        assertThat(score).hasValue("24").hasUnit("{score}", "score").hasStatus(ObservationStatus.FINAL);
        assertThat(score.getCategoryFirstRep().getCodingFirstRep().getSystem())
                .isEqualTo(Canonicals.ExternalCodeSystems.OBSERVATION_CATEGORY);
        assertThat(score.getCategoryFirstRep().getCodingFirstRep().getCode()).isEqualTo("survey");
        assertThat(score.getCode().getCodingFirstRep().getSystem()).isEqualTo(CodeSystems.SCORE);
        assertThat(score.getCode().getCodingFirstRep().getCode()).isEqualTo(KNEE);
        assertThat(score.getSubject().getReference()).isEqualTo(patient.reference());
        assertThat(score.getEffectiveDateTimeType().getValueAsString()).isEqualTo("2026-02-20T10:05:00+01:00");
        assertThat(score.getDerivedFrom())
                .extracting(Reference::getReference)
                .containsExactly("QuestionnaireResponse/" + response);
        assertThat(score.getIdentifierFirstRep().getSystem()).isEqualTo(Canonicals.Identifiers.DERIVED_SCORE);
        assertThat(score.getIdentifierFirstRep().getValue()).isEqualTo(response + "|" + KNEE);
        assertThat(score.getExtensionByUrl(Extensions.INSTRUMENT).getValue().primitiveValue())
                .isEqualTo(KNEE_URL + "|1.0.0");
        assertThat(score.getExtensionByUrl(Extensions.INSTRUMENT).getValue()).isInstanceOf(CanonicalType.class);
    }

    @Test
    void aScoreSaysHowItWasAsked() {
        String daughter = fhir.post(new RelatedPerson().setPatient(new Reference(patient.reference())))
                .id();
        String response = patient.answers(KNEE)
                .all("2")
                .side(Side.RIGHT)
                .saying(Extensions.RESPONDENT, CodeSystems.RESPONDENT, "proxy")
                .saying(Extensions.ANSWER_MODE, CodeSystems.ANSWER_MODE, "paper")
                .saying(Extensions.MEASUREMENT_MOMENT, CodeSystems.MEASUREMENT_MOMENT, "baseline")
                .change(r ->
                        r.setSource(new Reference("RelatedPerson/" + daughter)).setLanguage("nl"))
                .submit()
                .id();
        Observation score = score(response);
        assertThat(score.getPerformer())
                .extracting(Reference::getReference)
                .containsExactly("RelatedPerson/" + daughter);
        assertThat(score.getLanguage()).isEqualTo("nl");
        assertThat(coding(score, Extensions.LATERALITY).getCode()).isEqualTo(Side.RIGHT.code());
        assertThat(coding(score, Extensions.RESPONDENT).getCode()).isEqualTo("proxy");
        assertThat(coding(score, Extensions.ANSWER_MODE).getCode()).isEqualTo("paper");
        assertThat(coding(score, Extensions.MEASUREMENT_MOMENT).getCode()).isEqualTo("baseline");
    }

    @Test
    void withoutASourceThePatientPerformed() {
        Observation score = score(patient.answers(KNEE).all("2").submit().id());
        assertThat(score.getPerformer()).extracting(Reference::getReference).containsExactly(patient.reference());
    }

    /** A score keeps the precision of the date it came with: nothing is added that nobody knew. */
    @Test
    void aDateIsAsPreciseAsItWasGiven() {
        Observation score =
                score(patient.answers(KNEE).all("2").on("2026").submit().id());
        assertThat(score.getEffectiveDateTimeType().getValueAsString()).isEqualTo("2026");
    }

    @Test
    void aScoreHasAnIdComputedFromItsResponse() {
        Observation score = score(patient.answers(KNEE).all("2").submit().id());
        assertThat(UUID.fromString(score.getIdElement().getIdPart()).version()).isEqualTo(5);
    }

    @Test
    void aResponseWithoutVersionIsStampedWithTheNewest() {
        Reply reply = patient.answers(KNEE)
                .all("2")
                .change(r -> r.setQuestionnaire(KNEE_URL))
                .submit();
        assertThat(reply.stored(QuestionnaireResponse.class).getQuestionnaire()).isEqualTo(KNEE_URL + "|1.0.0");
        assertThat(stored(reply.id()).getQuestionnaire()).isEqualTo(KNEE_URL + "|1.0.0");
    }

    @Test
    void tooFewAnswersGiveAReasonInsteadOfANumber() {
        String response = patient.answers(KNEE)
                .all("2")
                .without("oks-01")
                .without("oks-02")
                .without("oks-03")
                .submit()
                .id();
        assertThat(score(response)).isAbsent();
    }

    @Test
    void aDraftHasNoScoreUntilItIsCompleted() {
        Answers draft = patient.answers(KNEE).answer("oks-01", "2").status(QuestionnaireResponseStatus.INPROGRESS);
        String id = draft.submit().id();
        assertThat(Scores.of(fhir, id)).isEmpty();
        Reply completed =
                draft.all("3").status(QuestionnaireResponseStatus.COMPLETED).submitAs(id);
        assertThat(completed).succeeded();
        assertThat(score(id)).hasValue("36");
    }

    @Test
    void aClientMayChooseTheId() {
        String id = "knee-" + UUID.randomUUID();
        assertThat(patient.answers(KNEE).all("4").submitAs(id)).isCreated();
        assertThat(score(id)).hasValue("48");
    }

    private QuestionnaireResponse stored(String id) {
        return fhir.get("QuestionnaireResponse/" + id).stored(QuestionnaireResponse.class);
    }

    private Observation score(String response) {
        Observation score = Scores.of(fhir, response).get(KNEE);
        assertThat((Object) score).as("score of response " + response).isNotNull();
        return score;
    }

    private static Coding coding(Observation score, String extension) {
        return (Coding) score.getExtensionByUrl(extension).getValue();
    }
}
