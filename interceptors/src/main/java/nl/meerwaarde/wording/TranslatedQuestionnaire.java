package nl.meerwaarde.wording;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.terminology.Canonicals.CoreExtensions;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** A Questionnaire in another of its languages: what was a translation becomes the main text, and the other way round. */
public final class TranslatedQuestionnaire {
    private TranslatedQuestionnaire() {}

    /** A copy in this language; empty when it does not say its own, or has no translation of a text that people see. */
    public static Optional<Questionnaire> of(Questionnaire questionnaire, String language) {
        Questionnaire translated = questionnaire.copy();
        List<StringType> texts = InstrumentItems.of(translated).stream()
                .flatMap(TranslatedQuestionnaire::texts)
                .filter(StringType::hasValue)
                .toList();
        if (!questionnaire.hasLanguage()
                || !texts.stream().allMatch(text -> translation(text, language).isPresent())) {
            return Optional.empty();
        }
        Stream.concat(Stream.of(translated.getTitleElement()), texts.stream())
                .forEach(text -> swap(text, questionnaire.getLanguage(), language));
        translated.setLanguage(language);
        return Optional.of(translated);
    }

    private static Stream<StringType> texts(QuestionnaireItemComponent item) {
        return Stream.concat(
                Stream.of(item.getTextElement()),
                item.getAnswerOption().stream()
                        .filter(option -> option.getValue() instanceof Coding)
                        .map(option -> option.getValueCoding().getDisplayElement()));
    }

    /** Swaps the main text with its translation into the new main language, where there is one. */
    static void swap(StringType text, @Nullable String before, String after) {
        Optional<Extension> translated = translation(text, after);
        if (before != null && !before.equals(after) && translated.isPresent()) {
            text.getExtension().remove(translated.get());
            text.addExtension(translation(before, text.getValue()));
            text.setValue(content(translated.get()).orElseThrow());
        }
    }

    /** A text in a further language, as an extension of the main one. */
    static Extension translation(String language, String content) {
        Extension extension = new Extension(CoreExtensions.TRANSLATION);
        extension.addExtension("lang", new CodeType(language));
        extension.addExtension("content", new StringType(content));
        return extension;
    }

    private static Optional<Extension> translation(StringType text, String language) {
        return text.getExtensionsByUrl(CoreExtensions.TRANSLATION).stream()
                .filter(extension -> ExtensionLookup.text(extension.getExtension(), "lang")
                        .filter(language::equals)
                        .isPresent())
                .filter(extension -> content(extension).isPresent())
                .findFirst();
    }

    private static Optional<String> content(Extension translation) {
        return ExtensionLookup.text(translation.getExtension(), "content");
    }
}
