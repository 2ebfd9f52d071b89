package nl.meerwaarde.tests.instrument;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.ScoreDefinitions;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.Test;

/** Definitions are pinned: what a stored score was computed with stays as it was, and stays there. */
class ChangedInstrumentIT {
    private static final String DOUBLE = "%resource.item.where(linkId = 'minutes').answer.value * 2";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final TestInstrument instrument =
            TestInstrument.unique().number("minutes").score("walk", DOUBLE);
    private final Questionnaire stored = store();

    private Questionnaire store() {
        return fhir.post(instrument.questionnaire()).stored(Questionnaire.class);
    }

    @Test
    void aScoringRuleMayNotChangeUnderOneVersion() {
        Questionnaire changed = instrument
                .next("1.0.0")
                .number("minutes")
                .score("walk", DOUBLE + " + 1")
                .questionnaire();
        changed.setId(stored.getIdElement().getIdPart());
        assertThat(fhir.put(changed)).isRefusedWith(Complaints.scoringChanged(canonical()));
    }

    @Test
    void aQuestionMayNotBeAddedUnderOneVersion() {
        Questionnaire changed = stored.copy();
        changed.addItem().setLinkId("more").setType(Questionnaire.QuestionnaireItemType.STRING);
        assertThat(fhir.put(changed)).isRefusedWith(Complaints.scoringChanged(canonical()));
    }

    @Test
    void labelsAndStatusMayChange() {
        Questionnaire changed = stored.copy();
        changed.setTitle("Walking").setStatus(PublicationStatus.RETIRED);
        changed.getItemFirstRep().setText("How long did you walk?");
        Reply reply = fhir.put(changed);
        assertThat(reply).hasStatus(200);
        assertThat(reply.stored(Questionnaire.class).getTitle()).isEqualTo("Walking");
    }

    @Test
    void aSecondResourceMayNotHoldTheSameVersion() {
        assertThat(fhir.post(instrument.questionnaire())).isRefusedWith(Complaints.duplicate(canonical()));
    }

    @Test
    void whatNobodyNamesMayGo() {
        assertThat(fhir.delete(path())).succeeded();
    }

    @Test
    void whatAResponseNamesMayNotGo() {
        answer().submit().id();
        assertThat(fhir.delete(path())).isRefusedWith(409, List.of(Complaints.inUse(canonical())));
        assertThat(fhir.get(path())).hasStatus(200);
    }

    /** A draft names it too: without its instrument it could never be completed. */
    @Test
    void whatADraftNamesMayNotGo() {
        answer().status(QuestionnaireResponseStatus.INPROGRESS).submit().id();
        assertThat(fhir.delete(path())).isRefusedWith(409, List.of(Complaints.inUse(canonical())));
    }

    @Test
    void whatADeletedResponseNamedMayGo() {
        String response = answer().submit().id();
        fhir.delete("QuestionnaireResponse/" + response);
        assertThat(fhir.delete(path())).succeeded();
    }

    /** Moving it to another address or version would take it away from its responses just the same. */
    @Test
    void whatAResponseNamesMayNotMove() {
        answer().submit().id();
        Questionnaire moved = stored.copy();
        moved.setVersion("2.0.0");
        assertThat(fhir.put(moved)).isRefusedWith(409, List.of(Complaints.inUse(canonical())));
    }

    @Test
    void whatAScoreMeansMayNotChange() {
        String code = "walk-" + UUID.randomUUID();
        ObservationDefinition definition = ScoreDefinitions.of(code);
        definition.setId(fhir.post(definition).id());
        definition.getQuantitativeDetails().setDecimalPrecision(0);
        assertThat(fhir.put(definition))
                .isRefusedWith(new Complaint(
                        ProblemCode.SCORING_CHANGED,
                        "ObservationDefinition.version",
                        "direction, range and thresholds"));
    }

    private Answers answer() {
        return Answers.to(stored).of(patient).answer("minutes", 5);
    }

    private String path() {
        return "Questionnaire/" + stored.getIdElement().getIdPart();
    }

    private String canonical() {
        return stored.getUrl() + "|1.0.0";
    }
}
