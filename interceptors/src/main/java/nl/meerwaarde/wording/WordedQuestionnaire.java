package nl.meerwaarde.wording;

import java.util.Date;
import java.util.Map;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.terminology.Canonicals.CoreExtensions;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Lays texts over the items of a Questionnaire. Nothing else of it changes: not what is asked, not what answers are worth, not how scores are computed. */
public final class WordedQuestionnaire {
    private WordedQuestionnaire() {}

    /** A copy with the owner's wording, which says by which licence. */
    static Questionnaire of(Questionnaire instrument, Wording wording, String licence) {
        Questionnaire worded = instrument.copy();
        String before = instrument.getLanguage();
        worded.setLanguage(wording.language());
        worded.setExperimental(false);
        TranslatedQuestionnaire.swap(worded.getTitleElement(), before, wording.language());
        InstrumentItems.of(worded).forEach(item -> word(item, wording, before));
        worded.getExtension().removeIf(extension -> Extensions.WORDING.equals(extension.getUrl()));
        worded.addExtension(extension(wording, licence));
        return worded;
    }

    private static Extension extension(Wording wording, String licence) {
        Extension extension = new Extension(Extensions.WORDING);
        extension.addExtension("licence", new StringType(licence));
        extension.addExtension("version", new StringType(wording.version()));
        extension.addExtension("loaded", new DateTimeType(new Date()));
        return extension;
    }

    private static void word(QuestionnaireItemComponent item, Wording wording, @Nullable String before) {
        if (!InstrumentItems.isWorded(item)) {
            TranslatedQuestionnaire.swap(item.getTextElement(), before, wording.language());
            return;
        }
        Wording.Place question = Wording.Place.question(item.getLinkId());
        put(item.getTextElement(), wording.at(question), wording.language());
        ReadingAid.replace(item, wording.aidsAt(question));
        item.getAnswerOption()
                .forEach(option -> InstrumentItems.code(option)
                        .ifPresent(code -> word(option, new Wording.Place(item.getLinkId(), code), wording)));
    }

    private static void word(QuestionnaireItemAnswerOptionComponent option, Wording.Place answer, Wording wording) {
        put(((Coding) option.getValue()).getDisplayElement(), wording.at(answer), wording.language());
        ReadingAid.replace(option, wording.aidsAt(answer));
    }

    /** Our own labels go, in all languages: nobody must see them beside the owner's text. */
    private static void put(StringType text, Map<String, String> byLanguage, String main) {
        text.getExtension().removeIf(extension -> CoreExtensions.TRANSLATION.equals(extension.getUrl()));
        text.setValue(byLanguage.get(main));
        byLanguage.forEach((language, content) -> {
            if (!language.equals(main)) {
                text.addExtension(TranslatedQuestionnaire.translation(language, content));
            }
        });
    }

    /** Whether the owner's wording lies over it. */
    public static boolean isWorded(Questionnaire questionnaire) {
        return questionnaire.hasExtension(Extensions.WORDING);
    }

    /** A newly shipped state of an instrument with the wording that lies over the stored one; unchanged when there is none or it does not fit any more. */
    public static Questionnaire carriedOver(Questionnaire stored, Questionnaire shipped) {
        if (!isWorded(stored)
                || !stored.getUrl().equals(shipped.getUrl())
                || !stored.getVersion().equals(shipped.getVersion())) {
            return shipped;
        }
        return WordingQuestionnaire.read(shipped, stored) instanceof WordingReading.Usable usable
                        && WordingCheck.check(shipped, usable.wording()).isEmpty()
                ? of(shipped, usable.wording(), licence(stored))
                : shipped;
    }

    private static String licence(Questionnaire stored) {
        return ExtensionLookup.first(stored.getExtension(), Extensions.WORDING)
                .flatMap(wording -> ExtensionLookup.text(wording.getExtension(), "licence"))
                .orElse("");
    }
}
