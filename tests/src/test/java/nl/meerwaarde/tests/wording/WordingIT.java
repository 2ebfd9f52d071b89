package nl.meerwaarde.tests.wording;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.CoreExtensions;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.SdcExtensions;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Scores;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

/** A hospital with a licence lays the owner's text over an instrument; an invented instrument with an invented text. */
class WordingIT {
    private static final String TABLE = """
            linkId,answer,language,text
            walk,,nl,"Hoe goed kon u lopen, de afgelopen week?"
            walk,0,nl,Slecht
            walk,1,nl,Goed
            walk,,en,"How well could you walk, this past week?"
            walk,0,en,Badly
            walk,1,en,Well
            """;

    private final Fhir fhir = TestServer.fhir();
    private final Questionnaire instrument = instrument();
    private final String id = fhir.post(instrument).id();

    private static Questionnaire instrument() {
        return TestInstrument.unique()
                .change(questionnaire -> {
                    questionnaire.setExperimental(true).setLanguage("en");
                    questionnaire.addExtension(Extensions.WORDING_REQUIRED, new BooleanType(true));
                    QuestionnaireItemComponent walk = questionnaire.addItem();
                    walk.setLinkId("walk").setText("Walking").setType(QuestionnaireItemType.CHOICE);
                    walk.addCode(new Coding("https://tests.meerwaarde.example/item", "walking", null));
                    option(walk, "0", "0 (worst)");
                    option(walk, "1", "1 (best)");
                })
                .score("walk-score", "%resource.item.where(linkId = 'walk').answer.value.weight()")
                .questionnaire();
    }

    private static void option(QuestionnaireItemComponent item, String code, String label) {
        item.addAnswerOption()
                .setValue(new Coding("https://tests.meerwaarde.example/answer", code, label))
                .addExtension(CoreExtensions.ORDINAL_VALUE, new DecimalType(code));
    }

    @Test
    void aTableOfTextsTakesThePlaceOfOurLabels() {
        Questionnaire worded = load("table", new StringType(TABLE)).stored(Questionnaire.class);

        assertThat(worded.getLanguage()).isEqualTo("nl");
        assertThat(worded.getExperimental()).isFalse();
        assertThat(worded.getItemFirstRep().getText()).startsWith("Hoe goed kon u lopen");
        assertThat(Fhir.json(worded)).contains("this past week", "Badly").doesNotContain("Walking", "0 (worst)");
        assertThat(worded.getExtensionByUrl(Extensions.WORDING).getExtensionString("licence"))
                .isEqualTo("L-2026-7");
        assertThat(fhir.get("Questionnaire/" + id)
                        .stored(Questionnaire.class)
                        .getItemFirstRep()
                        .getText())
                .isEqualTo(worded.getItemFirstRep().getText());
    }

    /** The owner's own Questionnaire may know items by other linkIds, and answers by other codes of the same value. */
    @Test
    void soDoesAQuestionnaireOfTheOwner() {
        Questionnaire owners = owners();
        Questionnaire worded = load("wording", owners).stored(Questionnaire.class);
        assertThat(worded.getItemFirstRep().getLinkId()).isEqualTo("walk");
        assertThat(worded.getItemFirstRep().getText()).isEqualTo("Kon u lopen?");
        assertThat(worded.getItemFirstRep().getAnswerOption())
                .extracting(option -> option.getValueCoding().getDisplay())
                .containsExactly("Nee", "Ja");
    }

    private static Questionnaire owners() {
        Questionnaire owners = new Questionnaire();
        owners.setStatus(PublicationStatus.ACTIVE).setLanguage("nl");
        QuestionnaireItemComponent item = owners.addItem();
        item.setLinkId("Q1").setText("Kon u lopen?").setType(QuestionnaireItemType.CHOICE);
        item.addCode(new Coding("https://tests.meerwaarde.example/item", "walking", null));
        option(item, "0", "Nee");
        option(item, "1", "Ja");
        return owners;
    }

    @Test
    void scoresStayAsTheyWereAndSayWithWhichTextWasAsked() {
        String before = answer();
        load("table", new StringType(TABLE)).stored(Questionnaire.class);
        String after = answer();

        Observation first = Scores.of(fhir, before).get("walk-score");
        Observation second = Scores.of(fhir, after).get("walk-score");
        assertThat(first).hasValue("1");
        assertThat(second).hasValue("1");
        assertThat(first.getMeta().getSecurity()).extracting(Coding::getCode).containsExactly("HTEST");
        assertThat(second.getMeta().getSecurity()).isEmpty();
        assertThat(second.getExtensionString(Extensions.WORDING_VERSION)).hasSize(12);
    }

    private String answer() {
        return Answers.to(instrument)
                .of(Patients.create(fhir))
                .answer("walk", "1")
                .submit()
                .id();
    }

    @Test
    void aTextThatChangesWhatAnswersAreWorthIsRefused() {
        Questionnaire owners = owners();
        owners.getItemFirstRep().getAnswerOption().get(1).getExtension().get(0).setValue(new DecimalType(2));
        owners.addItem().setLinkId("Q2").setText("En fietsen?").setType(QuestionnaireItemType.BOOLEAN);
        assertThat(load("wording", owners))
                .isRefusedWith(differs("gives answer '1' the value 2"), differs("'Q2' of the wording is no item"));
    }

    @Test
    void aTextThatLeavesSomethingOutIsRefusedWithAllThatIsMissing() {
        String incomplete = TABLE.replace("walk,1,nl,Goed\n", "")
                        .replace("walk,,en,\"How well could you walk, this past week?\"\n", "")
                + "run,,nl,En rennen?\n";
        assertThat(load("table", new StringType(incomplete)))
                .isRefusedWith(
                        differs("no text in language 'en' for item 'walk'"),
                        differs("no text in language 'nl' for answer '1' of item 'walk'"),
                        differs("a text for item 'run', which the instrument does not have"));
    }

    @Test
    void plainWordsAndPicturesComeAlong() {
        String table = """
                linkId,answer,language,text,plain,readAloud,picture
                walk,,nl,"Hoe goed kon u lopen, de afgelopen week?",Kon u deze week lopen?,Kon u deze week lopen?,https://pictures.example.org/walk.svg
                walk,0,nl,Slecht,,,https://pictures.example.org/badly.svg
                walk,1,nl,Goed,Ja,,
                """;
        QuestionnaireItemComponent walk =
                load("table", new StringType(table)).stored(Questionnaire.class).getItemFirstRep();
        Extension easy = walk.getExtensionByUrl(Extensions.EASY_READ);
        assertThat(easy.getExtensionString("language")).isEqualTo("nl");
        assertThat(easy.getExtensionString("plain")).isEqualTo("Kon u deze week lopen?");
        assertThat(easy.getExtensionString("readAloud")).isEqualTo("Kon u deze week lopen?");
        assertThat(picture(walk, SdcExtensions.ITEM_MEDIA)).isEqualTo("https://pictures.example.org/walk.svg");
        QuestionnaireItemAnswerOptionComponent badly = walk.getAnswerOption().get(0);
        assertThat(picture(badly, SdcExtensions.ITEM_ANSWER_MEDIA)).isEqualTo("https://pictures.example.org/badly.svg");
        assertThat(badly.hasExtension(Extensions.EASY_READ)).isFalse();
        assertThat(walk.getAnswerOption()
                        .get(1)
                        .getExtensionByUrl(Extensions.EASY_READ)
                        .getExtensionString("plain"))
                .isEqualTo("Ja");

        Questionnaire other = load("table", new StringType(TABLE)).stored(Questionnaire.class);
        assertThat(Fhir.json(other)).doesNotContain("easy-read", "pictures.example.org");
    }

    @Test
    void aPictureWithoutAnAddressIsRefused() {
        String table = """
                linkId,answer,language,text,picture
                walk,,nl,Kon u lopen?,
                walk,0,nl,Slecht,badly.svg
                walk,1,nl,Goed,
                """;
        assertThat(load("table", new StringType(table)))
                .isRefusedWith(
                        new Complaint(ProblemCode.INVALID_PARAMETER, "table", "Line 3 of the table has a picture"));
    }

    private static String picture(Element element, String url) {
        return ((Attachment) element.getExtensionByUrl(url).getValue()).getUrl();
    }

    private static Complaint differs(String how) {
        return new Complaint(ProblemCode.WORDING_DIFFERS, "wording", how);
    }

    @Test
    void withoutLicenceOrTextNothingIsLoaded() {
        assertThat(load(new Parameters().addParameter("language", new StringType("nl"))))
                .isRefusedWith(
                        400,
                        List.of(
                                new Complaint(ProblemCode.INVALID_PARAMETER, "wording", "not both"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "licence", "licence is needed")));
        assertThat(fhir.get("Questionnaire/" + id).stored(Questionnaire.class).getExtensionByUrl(Extensions.WORDING))
                .isNull();
    }

    private Reply load(String name, Base text) {
        Parameters parameters = new Parameters();
        if (text instanceof Questionnaire questionnaire) {
            parameters.addParameter().setName(name).setResource(questionnaire);
        } else {
            parameters.addParameter(name, (StringType) text);
        }
        parameters.addParameter("licence", new StringType("L-2026-7"));
        return load(parameters);
    }

    private Reply load(Parameters parameters) {
        return fhir.post("Questionnaire/" + id + "/$load-wording", Fhir.json(parameters));
    }
}
