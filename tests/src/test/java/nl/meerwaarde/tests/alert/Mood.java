package nl.meerwaarde.tests.alert;

import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.FhirAssert;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestPatient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.StringType;

/**
 * A stored questionnaire with alarming answers: {@code thoughts} may be never, sometimes or often (the last two are alarming), {@code despair} is a number (8
 * and more is alarming), and {@code name} must be answered.
 *
 * @param questionnaire as it was stored
 */
record Mood(Questionnaire questionnaire) {
    static final String SUICIDALITY = "suicidality";

    /** One that raises the shipped alert. */
    static Mood on(Fhir fhir) {
        return on(fhir, SUICIDALITY);
    }

    /** One that raises an alert of the hospital's own. */
    static Mood on(Fhir fhir, String alert) {
        TestInstrument instrument = TestInstrument.unique()
                .required("name")
                .choice("thoughts", "never", "sometimes", "often")
                .alarming("thoughts", "sometimes", alert)
                .alarming("thoughts", "often", alert)
                .number("despair")
                .alarmingFrom("despair", "8", alert);
        FhirAssert.assertThat(fhir.post(instrument.questionnaire())).isCreated();
        return new Mood(instrument.questionnaire());
    }

    /** Answers that can be stored. */
    Answers of(TestPatient patient, String thoughts) {
        return unnamed(patient, thoughts)
                .change(response ->
                        response.addItem().setLinkId("name").addAnswer().setValue(new StringType("Anna")));
    }

    /** Answers that are refused, because what must be answered is not. */
    Answers unnamed(TestPatient patient, String thoughts) {
        return Answers.to(questionnaire).of(patient).answer("thoughts", thoughts);
    }
}
