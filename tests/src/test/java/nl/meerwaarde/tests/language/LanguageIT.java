package nl.meerwaarde.tests.language;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.CoreExtensions;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Resources;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A questionnaire in English, Dutch and Swiss German, and who gets to read which. */
class LanguageIT {
    private static final String PATH = "Questionnaire/test-languages";

    private final Fhir fhir = TestServer.fhir();

    @BeforeAll
    static void loadQuestionnaire() {
        assertThat(TestServer.fhir().put(Resources.read(LanguageIT.class, "languages.json", Questionnaire.class)))
                .succeeded();
    }

    /** What a reader accepts, what the title is then, and which language the answer says it is in. */
    @TestFactory
    Stream<DynamicTest> readersGetTheBestThereIs() {
        return Stream.of(
                        new Reader("nl", "Slaap", "nl"),
                        new Reader("nl-BE", "Slaap", "nl"),
                        new Reader("NL", "Slaap", "nl"),
                        new Reader("nl-NL, nl;q=0.9, en;q=0.8", "Slaap", "nl"),
                        new Reader("nl;q=0.5, en;q=0.9", "Sleep", "en"),
                        new Reader("fr, nl;q=0.2", "Slaap", "nl"),
                        new Reader("de", "Schlaaf", "de-CH"),
                        new Reader("de-AT, nl;q=0.5", "Slaap", "nl"),
                        new Reader("nl;q=0, de-CH", "Schlaaf", "de-CH"),
                        new Reader("fr", "Sleep", "en"),
                        new Reader("*", "Sleep", "en"),
                        new Reader("en", "Sleep", "en"))
                .map(reader -> dynamicTest(reader.accepts(), () -> check(reader)));
    }

    private record Reader(String accepts, String title, String language) {}

    private void check(Reader reader) {
        Reply reply = fhir.with("Accept-Language", reader.accepts()).get(PATH);
        Questionnaire read = reply.stored(Questionnaire.class);
        assertThat(read.getTitle()).isEqualTo(reader.title());
        assertThat(read.getLanguage()).isEqualTo(reader.language());
        assertThat(reply).hasHeader("Content-Language", reader.language()).hasHeaderAmong("Vary", "Accept-Language");
    }

    @Test
    void everyTextThatIsTranslatedIsInTheReadersLanguage() {
        Questionnaire read = dutch().get(PATH).stored(Questionnaire.class);
        QuestionnaireItemComponent item = read.getItemFirstRep();
        assertThat(read.getDescription()).isEqualTo("Hoe iemand slaapt.");
        assertThat(item.getText()).isEqualTo("Doorslapen");
        assertThat(item.getAnswerOption())
                .extracting(option -> option.getValueCoding().getDisplay())
                .containsExactly("goed", "badly");
        assertThat(item.getItemFirstRep().getText()).isEqualTo("Waarom?");
        assertThat(Fhir.json(read)).doesNotContain(CoreExtensions.TRANSLATION);
    }

    /** A translated answer says that it is one. */
    @Test
    void aTranslatedCopyIsMarked() {
        assertThat(tags(dutch().get(PATH))).containsExactly("TRSLT");
        assertThat(tags(fhir.with("Accept-Language", "en").get(PATH))).isEmpty();
    }

    private static List<String> tags(Reply reply) {
        return reply.stored(Questionnaire.class).getMeta().getTag().stream()
                .map(tag -> tag.getCode())
                .toList();
    }

    @Test
    void aSearchIsTranslatedToo() {
        Bundle found =
                dutch().search("Questionnaire", Map.of("_id", "test-languages")).stored(Bundle.class);
        assertThat(((Questionnaire) found.getEntryFirstRep().getResource()).getTitle())
                .isEqualTo("Slaap");
    }

    @Test
    void historyIsTranslatedToo() {
        Bundle versions = dutch().get(PATH + "/_history").stored(Bundle.class);
        assertThat(((Questionnaire) versions.getEntryFirstRep().getResource()).getTitle())
                .isEqualTo("Slaap");
        assertThat(dutch().get(PATH + "/_history/1").stored(Questionnaire.class).getTitle())
                .isEqualTo("Slaap");
    }

    @Test
    void displaysOfCodesAreTranslated() {
        CodeSystem roles = dutch().get("CodeSystem/safety-role").stored(CodeSystem.class);
        assertThat(roles.getConceptFirstRep().getDisplay()).isEqualTo("Regiebehandelaar");
    }

    @Test
    void withoutAWishTheStoredResourceIsGivenBack() {
        String before = Fhir.json(withoutMeta(Resources.read(LanguageIT.class, "languages.json", Questionnaire.class)));
        Reply reply = fhir.get(PATH);
        assertThat(Fhir.json(withoutMeta(reply.stored(Questionnaire.class)))).isEqualTo(before);
        assertThat(reply).hasNoHeader("Content-Language");
    }

    @Test
    void aWishThatMakesNoSenseIsNone() {
        Reply reply = fhir.with("Accept-Language", "nl;;q=x").get(PATH);
        assertThat(reply.stored(Questionnaire.class).getTitle()).isEqualTo("Sleep");
        assertThat(reply).hasNoHeader("Content-Language");
    }

    private static Questionnaire withoutMeta(Questionnaire questionnaire) {
        questionnaire.setMeta(null);
        questionnaire.setId("test-languages");
        return questionnaire;
    }

    /** What comes out untranslated goes in again, whatever the sender reads. */
    @Test
    void anUntranslatedCopyMayBeStored() {
        Questionnaire read = fhir.get(PATH).stored(Questionnaire.class);
        assertThat(dutch().put(read)).hasStatus(200);
        assertThat(fhir.get(PATH).stored(Questionnaire.class).getTitle()).isEqualTo("Sleep");
    }

    /** The source would lose its words. */
    @Test
    void aTranslatedCopyIsNotStored() {
        Questionnaire copy = dutch().get(PATH).stored(Questionnaire.class);
        assertThat(fhir.put(copy)).isRefusedWith(copyRefused("translated copy"));
        assertThat(dutch().put(copy)).isRefusedWith(copyRefused("vertaalde kopie"));
        copy.setUrl(copy.getUrl() + "-copy").setId((String) null);
        assertThat(fhir.post(copy)).isRefusedWith(copyRefused("translated copy"));
        assertThat(fhir.get(PATH).stored(Questionnaire.class).getTitle()).isEqualTo("Sleep");
    }

    private static Complaint copyRefused(String part) {
        return new Complaint(ProblemCode.TRANSLATED_COPY, "Questionnaire.meta.tag", part);
    }

    private Fhir dutch() {
        return fhir.with("Accept-Language", "nl");
    }
}
