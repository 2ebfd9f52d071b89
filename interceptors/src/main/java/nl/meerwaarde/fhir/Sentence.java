package nl.meerwaarde.fhir;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.StringType;

/**
 * Words for people: a text, and what it is in other languages. On the wire that is a string with FHIR's {@code translation} extension, from which
 * whoever knows the reader's language chooses.
 *
 * @param text in the language of its source; English for our own sentences
 * @param translations the same by language (BCP 47 tag, lower case)
 */
public record Sentence(String text, Map<String, String> translations) {
    /** What our own sentences are translated into. */
    private static final List<String> LANGUAGES = List.of("nl");

    private static final ResourceBundle.Control BY_LANGUAGE_ONLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Sentence {
        translations = Map.copyOf(translations);
    }

    /** A text in one language only. */
    public static Sentence of(String text) {
        return new Sentence(text, Map.of());
    }

    /** The text of an element with its translations; empty text when the element has no value. */
    public static Sentence of(StringType element) {
        Map<String, String> translations = new TreeMap<>();
        for (Extension translation : element.getExtensionsByUrl(Canonicals.CoreExtensions.TRANSLATION)) {
            String language = part(translation, "lang");
            String content = part(translation, "content");
            if (!language.isEmpty() && !content.isEmpty()) {
                translations.put(language.toLowerCase(Locale.ROOT), content);
            }
        }
        return new Sentence(element.hasValue() ? element.getValue() : "", translations);
    }

    private static String part(Extension translation, String name) {
        return translation.getExtension().stream()
                .filter(part -> name.equals(part.getUrl()) && part.hasValue())
                .map(part -> part.getValue().primitiveValue())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /**
     * A sentence from the file {@code sentences.properties} that lies beside a class, and from its translations ({@code sentences_nl.properties}).
     *
     * @param key which one
     * @param arguments for the places in it; one that is a Sentence itself is put in in the same language
     * @throws java.util.MissingResourceException when there is no such sentence
     */
    public static Sentence beside(Class<?> owner, String key, Object... arguments) {
        Map<String, String> translations = new TreeMap<>();
        LANGUAGES.forEach(language -> translations.put(language, formatted(owner, key, language, arguments)));
        return new Sentence(formatted(owner, key, "", arguments), translations);
    }

    private static String formatted(Class<?> owner, String key, String language, Object... arguments) {
        Locale locale = Locale.forLanguageTag(language);
        String pattern = ResourceBundle.getBundle(
                        owner.getPackageName() + ".sentences", locale, owner.getClassLoader(), BY_LANGUAGE_ONLY)
                .getString(key);
        // As text, because numbers would be grouped and codes must stay what they are.
        Object[] said = Arrays.stream(arguments)
                .map(argument ->
                        argument instanceof Sentence sentence ? sentence.in(language) : String.valueOf(argument))
                .toArray();
        return new MessageFormat(pattern, locale).format(said);
    }

    /** The text in a language; its own where there is no translation. */
    public String in(String language) {
        return translations.getOrDefault(language, text);
    }

    /** The same words with something done to them, in every language. */
    public Sentence map(UnaryOperator<String> change) {
        Map<String, String> changed = new TreeMap<>();
        translations.forEach((language, translation) -> changed.put(language, change.apply(translation)));
        return new Sentence(change.apply(text), changed);
    }

    /** As a FHIR string, with the translations as extensions. */
    public StringType element() {
        return translated(new StringType(text));
    }

    /** As FHIR markdown, with the translations as extensions. */
    public MarkdownType markdown() {
        return translated(new MarkdownType(text));
    }

    private <T extends StringType> T translated(T element) {
        new TreeMap<>(translations).forEach((language, translation) -> {
            Extension extension = element.addExtension();
            extension.setUrl(Canonicals.CoreExtensions.TRANSLATION);
            extension.addExtension("lang", new CodeType(language));
            extension.addExtension("content", new StringType(translation));
        });
        return element;
    }

    /** The text, for logs and for whoever reads one language only. */
    @Override
    public String toString() {
        return text;
    }
}
