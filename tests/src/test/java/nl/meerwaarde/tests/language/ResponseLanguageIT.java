package nl.meerwaarde.tests.language;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Resources;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** In which language somebody was asked stands on the response. */
class ResponseLanguageIT {
    private static final Questionnaire SLEEP =
            Resources.read(ResponseLanguageIT.class, "languages.json", Questionnaire.class);

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    @BeforeAll
    static void loadQuestionnaire() {
        assertThat(TestServer.fhir().put(SLEEP)).succeeded();
    }

    /**
     * Who sends answers, and what is stored.
     *
     * @param accepts the header {@code Accept-Language}, or null
     * @param said the language the response says itself, or null
     * @param stored the language it has when stored, or null
     */
    private record Sender(
            @Nullable String accepts,
            @Nullable String said,
            @Nullable String stored) {
        String title() {
            return "accepts " + accepts + ", says " + said;
        }
    }

    @TestFactory
    Stream<DynamicTest> theLanguageOfTheQuestionsIsStored() {
        return Stream.of(
                        new Sender("nl-NL, nl;q=0.9, en;q=0.8", null, "nl"),
                        new Sender("en", null, "en"),
                        new Sender("nl", "de-CH", "de-CH"),
                        new Sender("fr", null, null),
                        new Sender(null, null, null),
                        new Sender(null, "nl", "nl"))
                .map(sender -> dynamicTest(sender.title(), () -> check(sender)));
    }

    private void check(Sender sender) {
        String id = answers(accepting(sender.accepts()))
                .change(response -> response.setLanguage(sender.said()))
                .submit()
                .id();
        assertThat(stored(id).getLanguage()).isEqualTo(sender.stored());
    }

    @Test
    void aResponseInABundleHasItsLanguageToo() {
        for (BundleType type : new BundleType[] {BundleType.TRANSACTION, BundleType.BATCH}) {
            Bundle bundle = new Bundle().setType(type);
            Bundles.create(bundle, answers(fhir).response());
            String id = Bundles.idOf(accepting("nl").bundle(bundle), "QuestionnaireResponse");
            assertThat(stored(id).getLanguage()).as(type.toCode()).isEqualTo("nl");
        }
    }

    /** Who corrects the answers later may read another language than who was asked. */
    @Test
    void anUpdateKeepsTheLanguage() {
        String id = answers(accepting("nl")).submit().id();
        assertThat(answers(accepting("en")).answer("nights", "badly").submitAs(id))
                .hasStatus(200);
        QuestionnaireResponse corrected = stored(id);
        assertThat(corrected.getMeta().getVersionId()).isEqualTo("2");
        assertThat(corrected.getLanguage()).isEqualTo("nl");
    }

    @Test
    void aScoreSaysTheLanguageToo() {
        TestPatient dutch = new TestPatient(accepting("nl"), patient.id());
        String id = dutch.answers("oxford-knee-score").all("2").submit().id();
        assertThat(Scores.of(fhir, id).get("oxford-knee-score").getLanguage()).isEqualTo("nl");
    }

    private Fhir accepting(@Nullable String languages) {
        return languages == null ? fhir : fhir.with("Accept-Language", languages);
    }

    private Answers answers(Fhir sender) {
        return Answers.to(SLEEP).of(new TestPatient(sender, patient.id())).answer("nights", "well");
    }

    private QuestionnaireResponse stored(String id) {
        return fhir.get("QuestionnaireResponse/" + id).stored(QuestionnaireResponse.class);
    }
}
