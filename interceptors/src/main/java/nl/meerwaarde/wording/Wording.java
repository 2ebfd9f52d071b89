package nl.meerwaarde.wording;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.meerwaarde.fhir.Fingerprint;
import org.hl7.fhir.r4.model.Extension;

/**
 * The owner's text of an instrument.
 *
 * @param language language of the text that people see who ask for none, such as {@code nl}
 * @param texts per place its text by language
 * @param aids per place what helps people who read badly; most places have none
 */
record Wording(String language, Map<Place, Map<String, String>> texts, Map<Place, List<Extension>> aids) {
    private static final int VERSION_DIGITS = 12;

    Wording {
        texts = texts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Map.copyOf(entry.getValue())));
        aids = aids.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /**
     * Where a text stands.
     *
     * @param linkId the item
     * @param answer code of the answer option, or empty for the question itself
     */
    record Place(String linkId, String answer) {
        static Place question(String linkId) {
            return new Place(linkId, "");
        }

        boolean isQuestion() {
            return answer.isEmpty();
        }

        @Override
        public String toString() {
            return isQuestion() ? "item '" + linkId + "'" : "answer '" + answer + "' of item '" + linkId + "'";
        }
    }

    /** The text of a place by language; empty when the wording has none. */
    Map<String, String> at(Place place) {
        return texts.getOrDefault(place, Map.of());
    }

    /** What helps people who read badly; empty when the wording has nothing. */
    List<Extension> aidsAt(Place place) {
        return aids.getOrDefault(place, List.of());
    }

    /** The languages, the main one first. */
    List<String> languages() {
        return texts.values().stream()
                .flatMap(byLanguage -> byLanguage.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing((String each) -> !each.equals(language))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Tells one text from another: equal texts, equal version. Aids do not count, because they are no part of what is asked. */
    String version() {
        Map<String, String> sorted = new TreeMap<>();
        texts.forEach((place, byLanguage) -> sorted.put(place.toString(), new TreeMap<>(byLanguage).toString()));
        return Fingerprint.of(language + sorted).substring(0, VERSION_DIGITS);
    }
}
