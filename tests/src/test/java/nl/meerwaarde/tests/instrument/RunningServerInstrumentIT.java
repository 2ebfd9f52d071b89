package nl.meerwaarde.tests.instrument;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.ScoreDefinitions;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.ObservationDefinition.ObservationRangeCategory;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

/** An instrument that is posted to the running server scores the next response to it. */
class RunningServerInstrumentIT {
    private static final String DOUBLE = "%resource.item.where(linkId = 'minutes').answer.value * 2";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    @Test
    void theNextResponseIsScored() {
        String code = "walk-" + UUID.randomUUID();
        Questionnaire walk =
                TestInstrument.unique().number("minutes").score(code, DOUBLE).questionnaire();
        assertThat(fhir.post(ScoreDefinitions.of(code))).isCreated();
        assertThat(fhir.post(walk)).isCreated();
        Observation score = score(walk, 2.333, code);
        assertThat(score).hasValue("4.7").hasUnit("{points}", "points");
        assertThat(score.getMethod().getText()).isEqualTo("Twice the minutes");
    }

    @Test
    void aScoreWithoutDefinitionIsComputedTheSame() {
        Questionnaire walk =
                TestInstrument.unique().number("minutes").score("walk", DOUBLE).questionnaire();
        assertThat(fhir.post(walk)).isCreated();
        assertThat(score(walk, 2.333, "walk")).hasValue("4.666").hasUnit("{points}", "points");
    }

    /** A score says how precise it is, in which band it lies, what others score, and what others call it. */
    @Test
    void aScoreCarriesWhatItsDefinitionKnows() {
        String code = "walk-" + UUID.randomUUID();
        Questionnaire walk = TestInstrument.unique()
                .number("minutes")
                .score(code, DOUBLE)
                .standardError(
                        "walk-se", code, "iif(%resource.item.where(linkId = 'minutes').answer.value > 5, 2.5, 4.5)")
                .questionnaire();
        ObservationDefinition definition = ScoreDefinitions.of(code);
        definition.getCode().addCoding(new Coding("http://loinc.org", "41950-7", "Number of steps"));
        band(definition, "short", 0, 19.9);
        band(definition, "long", 20, 100);
        definition.addExtension(referenceValue());
        assertThat(fhir.post(definition)).isCreated();
        assertThat(fhir.post(walk)).isCreated();

        Observation score = score(walk, 10, code);

        assertThat(score).hasValue("20");
        assertThat(score.getExtensionByUrl(Extensions.STANDARD_ERROR).getValue().primitiveValue())
                .isEqualTo("2.5");
        assertThat(score.getInterpretation())
                .extracting(CodeableConcept::getText)
                .containsExactly("long");
        assertThat(score.getReferenceRange())
                .extracting(ObservationReferenceRangeComponent::getText)
                .containsExactly("short", "long", "Dutch adults, 2020: mean 12.5, SD 3 (a survey)");
        assertThat(score.getCode().getCoding()).extracting(Coding::getCode).containsExactly(code, "41950-7");
    }

    private static void band(ObservationDefinition definition, String name, double low, double high) {
        definition
                .addQualifiedInterval()
                .setCategory(ObservationRangeCategory.REFERENCE)
                .setContext(new CodeableConcept().setText(name))
                .setRange(new Range().setLow(new Quantity(low)).setHigh(new Quantity(high)));
    }

    private static Extension referenceValue() {
        Extension reference = new Extension(Extensions.REFERENCE_VALUE);
        reference.addExtension("population", new StringType("Dutch adults, 2020"));
        reference.addExtension("mean", new DecimalType("12.5"));
        reference.addExtension("sd", new DecimalType("3"));
        reference.addExtension("source", new StringType("a survey"));
        return reference;
    }

    @Test
    void aStandardErrorOfNothingIsRefused() {
        Questionnaire walk = TestInstrument.unique()
                .number("minutes")
                .score("walk", DOUBLE)
                .standardError("walk-se", "run", "1.5")
                .questionnaire();
        assertThat(fhir.post(walk)).hasStatus(422);
    }

    @Test
    void questionnaireAndDefinitionMayComeTogether() {
        String code = "walk-" + UUID.randomUUID();
        Questionnaire walk =
                TestInstrument.unique().number("minutes").score(code, DOUBLE).questionnaire();
        Bundle both = new Bundle().setType(BundleType.TRANSACTION);
        Bundles.create(both, walk);
        Bundles.create(both, ScoreDefinitions.of(code));
        assertThat(fhir.bundle(both)).succeeded();
        assertThat(score(walk, 2.333, code)).hasValue("4.7");
    }

    /** The order in which scores stand is not the order in which they are computed. */
    @Test
    void aScoreMayUseAnotherScoreAndVariables() {
        Questionnaire walk = TestInstrument.unique()
                .number("minutes")
                .variable("minutes", "%resource.item.where(linkId = 'minutes').answer.value")
                .variable("half", "%minutes / 2")
                .score("total", "%resource.item.where(linkId = 'part').answer.value + %minutes")
                .score("part", "%half")
                .questionnaire();
        assertThat(fhir.post(walk)).isCreated();
        assertThat(score(walk, 10, "total")).hasValue("15");
    }

    @Test
    void everyVersionScoresItsOwnResponses() {
        TestInstrument first = TestInstrument.unique().number("minutes").score("walk", DOUBLE);
        Questionnaire second = first.next("1.1.0")
                .number("minutes")
                .score("walk", DOUBLE + " + 1")
                .questionnaire();
        fhir.post(first.questionnaire());
        Answers answers = answers(first.questionnaire(), 5);
        String old = answers.submit().id();
        assertThat(fhir.post(second)).isCreated();
        String latest = answers(second, 5)
                .change(r -> r.setQuestionnaire(second.getUrl()))
                .submit()
                .id();
        assertThat(Scores.of(fhir, latest).get("walk")).hasValue("11");
        assertThat(Scores.of(fhir, old).get("walk")).hasValue("10");
        answers.answer("minutes", 6)
                .change(r -> r.setQuestionnaire(second.getUrl()))
                .submitAs(old);
        assertThat(Scores.of(fhir, old).get("walk")).hasValue("12");
        assertThat(fhir.get("QuestionnaireResponse/" + old)
                        .stored(QuestionnaireResponse.class)
                        .getQuestionnaire())
                .endsWith("|1.0.0");
    }

    /** Versions are ordered as people count, not by letter. */
    @Test
    void theNewestVersionIsTheOneWithTheHighestNumber() {
        TestInstrument first = TestInstrument.unique().version("1.9").number("minutes");
        fhir.post(first.questionnaire());
        fhir.post(first.next("1.10").number("minutes").questionnaire());
        String id = answers(first.questionnaire(), 5)
                .change(r -> r.setQuestionnaire(first.questionnaire().getUrl()))
                .submit()
                .id();
        assertThat(fhir.get("QuestionnaireResponse/" + id)
                        .stored(QuestionnaireResponse.class)
                        .getQuestionnaire())
                .endsWith("|1.10");
    }

    /** An instrument that fails over valid answers is the instrument's fault: said to the client, never a 500. */
    @Test
    void aScoreThatFailsOverTheAnswersIsSaidSo() {
        Questionnaire walk = TestInstrument.unique()
                .number("minutes")
                .score("walk", "(%resource.item.answer.value | 1 | 2).single()")
                .questionnaire();
        assertThat(fhir.post(walk)).isCreated();
        assertThat(answers(walk, 5).submit())
                .isRefusedWith(Complaints.scoreFails("Score 'walk' of " + walk.getUrl() + "|1.0.0 cannot be computed"));
    }

    private Observation score(Questionnaire walk, Number minutes, String code) {
        String response = answers(walk, minutes).submit().id();
        Observation score = Scores.of(fhir, response).get(code);
        assertThat((Object) score).as("score of response " + response).isNotNull();
        return score;
    }

    private Answers answers(Questionnaire walk, Number minutes) {
        return Answers.to(walk).of(patient).answer("minutes", minutes);
    }
}
