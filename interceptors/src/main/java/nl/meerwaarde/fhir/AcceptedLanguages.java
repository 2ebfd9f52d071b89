package nl.meerwaarde.fhir;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The languages a reader accepts, best first.
 *
 * @param ranges in the order of their weights; those with weight 0 are left out
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4">RFC 9110, section 12.5.4</a>
 */
public record AcceptedLanguages(List<LanguageRange> ranges) {
    private static final String ANY = "*";

    public AcceptedLanguages {
        ranges = List.copyOf(ranges);
    }

    /** What the sender of a request accepts; nothing in particular where there is no request. */
    public static AcceptedLanguages of(@Nullable RequestDetails request) {
        return parse(request == null ? null : request.getHeader("Accept-Language"));
    }

    /** Reads the header's value; a reader who sends none, or one that is malformed, accepts nothing in particular. */
    public static AcceptedLanguages parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new AcceptedLanguages(List.of());
        }
        try {
            return new AcceptedLanguages(LanguageRange.parse(header.replace(" ", "")).stream()
                    .filter(range -> range.getWeight() > 0)
                    .toList());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The second is what Java's reader says to hyphens alone.
            return new AcceptedLanguages(List.of());
        }
    }

    /** Whether the reader has no wish. */
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /**
     * The best of the languages there are. A range finds its own language, then a wider one ({@code nl-BE} finds {@code nl}), then a narrower one
     * ({@code nl} finds {@code nl-NL}). Empty when nothing is accepted.
     *
     * @param first which to take where any will do
     */
    public Optional<String> best(@Nullable String first, Collection<String> available) {
        for (LanguageRange range : ranges) {
            Optional<String> found = range.getRange().equals(ANY) ? Optional.ofNullable(first) : find(range, available);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> find(LanguageRange range, Collection<String> available) {
        String exactOrWider = Locale.lookupTag(List.of(range), available);
        return exactOrWider != null
                ? Optional.of(exactOrWider)
                : Locale.filterTags(List.of(range), available).stream().findFirst();
    }
}
