package nl.meerwaarde.language;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.meerwaarde.fhir.AcceptedLanguages;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.Resource;

/**
 * Resources in a reader's language. A definition that is stored becomes a marked copy; what was made for this answer alone (an OperationOutcome, the
 * result of an operation) is simply put into that language. Other stored resources stay as they are: portals read, change and write them.
 */
final class Translation {
    private static final Coding TRANSLATED = new Coding()
            .setSystem(ExternalCodeSystems.OBSERVATION_VALUE)
            .setCode("TRSLT")
            .setDisplay("translated");

    private final FhirContext fhirContext;

    Translation(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    /**
     * A resource, and the language it is in.
     *
     * @param language BCP 47 tag; empty when the resource does not say
     */
    record Translated<T extends Resource>(T resource, Optional<String> language) {}

    /** Whether it is a translated copy of a stored resource. */
    static boolean isCopy(Resource resource) {
        return resource.getMeta().getTag(TRANSLATED.getSystem(), TRANSLATED.getCode()) != null;
    }

    /** Whether its texts depend on the reader. */
    static boolean applies(Resource resource) {
        return isDefinition(resource) || !resource.hasId();
    }

    private static boolean isDefinition(Resource resource) {
        return resource instanceof MetadataResource || resource instanceof ObservationDefinition;
    }

    /** The resource in the best language the reader accepts; itself where nothing in it is translated into that. */
    @SuppressWarnings("unchecked") // a copy is of the same class
    <T extends Resource> Translated<T> in(AcceptedLanguages accepted, T resource) {
        Optional<String> own = Optional.ofNullable(resource.getLanguage()).map(Translation::tag);
        TranslatedTexts texts = TranslatedTexts.of(fhirContext, resource);
        List<String> available = new ArrayList<>(own.stream().toList());
        available.addAll(texts.languages());
        Optional<String> best = accepted.best(own.orElse(null), available);
        if (best.isEmpty() || !texts.languages().contains(best.get())) {
            return new Translated<>(resource, own);
        }
        T copy = (T) resource.copy();
        TranslatedTexts.of(fhirContext, copy).replaceBy(best.get());
        copy.setLanguage(tag(best.get()));
        if (resource.hasId()) {
            copy.getMeta().addTag(TRANSLATED.copy());
        }
        return new Translated<>(copy, Optional.of(tag(best.get())));
    }

    private static String tag(String language) {
        return Locale.forLanguageTag(language).toLanguageTag();
    }
}
