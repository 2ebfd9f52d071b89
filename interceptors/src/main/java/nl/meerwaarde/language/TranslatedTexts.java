package nl.meerwaarde.language;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceDesignationComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.jspecify.annotations.Nullable;

/** The texts of one resource that have translations, wherever in it they stand: elements with the {@code translation} extension, displays with designations. */
final class TranslatedTexts {
    /**
     * A text that can be replaced.
     *
     * @param words what it says, in every language it is known in
     * @param replace puts another text in its place
     */
    private record Place(Sentence words, Consumer<String> replace) {}

    private final List<Place> places = new ArrayList<>();

    private TranslatedTexts() {}

    static TranslatedTexts of(FhirContext fhirContext, Resource resource) {
        TranslatedTexts texts = new TranslatedTexts();
        fhirContext.newTerser().getAllPopulatedChildElementsOfType(resource, StringType.class).stream()
                .filter(element -> element.hasExtension(Canonicals.CoreExtensions.TRANSLATION))
                .forEach(texts::add);
        if (resource instanceof CodeSystem system) {
            system.getConcept().forEach(texts::add);
        } else if (resource instanceof ValueSet valueSet) {
            valueSet.getCompose().getInclude().stream()
                    .flatMap(include -> include.getConcept().stream())
                    .forEach(texts::add);
            valueSet.getExpansion().getContains().forEach(texts::add);
        }
        return texts;
    }

    /** The languages that at least one text is translated into. */
    Set<String> languages() {
        Set<String> languages = new LinkedHashSet<>();
        places.forEach(place -> languages.addAll(place.words().translations().keySet()));
        return languages;
    }

    /** Puts each text into this language; one without a translation stays as it is. */
    void replaceBy(String language) {
        places.stream()
                .filter(place -> place.words().translations().containsKey(language))
                .forEach(place -> place.replace().accept(place.words().in(language)));
    }

    private void add(StringType element) {
        places.add(new Place(Sentence.of(element), translation -> {
            element.setValue(translation);
            element.getExtension()
                    .removeIf(extension -> Canonicals.CoreExtensions.TRANSLATION.equals(extension.getUrl()));
        }));
    }

    private void add(ConceptDefinitionComponent concept) {
        Map<String, String> translations = new HashMap<>();
        concept.getDesignation().stream()
                .filter(designation -> designation.hasLanguage() && designation.hasValue() && !designation.hasUse())
                .forEach(designation -> translations.put(tag(designation.getLanguage()), designation.getValue()));
        add(concept.getDisplay(), translations, concept::setDisplay);
        concept.getConcept().forEach(this::add);
    }

    private void add(ConceptReferenceComponent concept) {
        add(concept.getDisplay(), translations(concept.getDesignation()), concept::setDisplay);
    }

    private void add(ValueSetExpansionContainsComponent concept) {
        add(concept.getDisplay(), translations(concept.getDesignation()), concept::setDisplay);
        concept.getContains().forEach(this::add);
    }

    private void add(@Nullable String display, Map<String, String> translations, Consumer<String> replace) {
        if (!translations.isEmpty()) {
            places.add(new Place(new Sentence(display == null ? "" : display, translations), replace));
        }
    }

    /** A designation with a use of its own (a synonym, a full name) is no display. */
    private static Map<String, String> translations(List<ConceptReferenceDesignationComponent> designations) {
        Map<String, String> translations = new HashMap<>();
        designations.stream()
                .filter(designation -> designation.hasLanguage() && designation.hasValue() && !designation.hasUse())
                .forEach(designation -> translations.put(tag(designation.getLanguage()), designation.getValue()));
        return translations;
    }

    private static String tag(String language) {
        return language.toLowerCase(Locale.ROOT);
    }
}
