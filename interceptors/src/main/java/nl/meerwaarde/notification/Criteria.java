package nl.meerwaarde.notification;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryMatchResult;
import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryResourceMatcher;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.Resource;

/** Search criteria, met by a resource without asking the database. */
class Criteria {
    /** Those parameters of every resource that HAPI looks at in memory; the others it would pass over in silence. */
    private static final Set<String> GENERAL = Set.of("_id", "_tag", "_profile", "_security", "_source");

    private final FhirContext fhirContext;
    private final InMemoryResourceMatcher matcher;

    Criteria(FhirContext fhirContext, InMemoryResourceMatcher matcher) {
        this.fhirContext = fhirContext;
        this.matcher = matcher;
    }

    /** {@code Task} of {@code Task?status=requested}. */
    static String type(String criteria) {
        return criteria.replaceFirst("\\?.*$", "");
    }

    /** {@code status} of {@code Task?status:not=requested}. */
    static List<String> parameters(String criteria) {
        return criteria.contains("?")
                ? Arrays.stream(criteria.substring(criteria.indexOf('?') + 1).split("&"))
                        .filter(part -> !part.isEmpty())
                        .map(part -> URLDecoder.decode(part.replaceFirst("=.*$", ""), StandardCharsets.UTF_8))
                        .map(name -> name.replaceFirst("[:.].*$", ""))
                        .toList()
                : List.of();
    }

    /** Why these criteria cannot be used; empty when they can. */
    Optional<Sentence> refusal(String criteria) {
        if (!fhirContext.getResourceTypes().contains(type(criteria))) {
            return refusal("criteria.type", type(criteria));
        }
        try {
            List<String> notInMemory = parameters(criteria).stream()
                    .filter(name -> name.startsWith("_") && !GENERAL.contains(name))
                    .toList();
            if (!notInMemory.isEmpty()) {
                return refusal("criteria.not-in-memory", notInMemory.get(0));
            }
            InMemoryMatchResult result = matcher.canBeEvaluatedInMemory(searched(criteria));
            return result.supported() ? Optional.empty() : refusal("criteria.not-in-memory", reason(result));
        } catch (BaseServerResponseException | DataFormatException | IllegalArgumentException e) {
            return refusal("criteria.invalid", String.valueOf(e.getMessage()).replaceFirst("^HAPI-\\d+: ", ""));
        }
    }

    private static String reason(InMemoryMatchResult result) {
        return String.valueOf(result.getUnsupportedReason());
    }

    private static Optional<Sentence> refusal(String key, String argument) {
        return Optional.of(Sentence.beside(Criteria.class, key, argument));
    }

    /** Whether a resource of the right type meets them. */
    boolean areMet(String criteria, Resource resource) {
        return matcher.match(searched(criteria), resource, null, null).matched();
    }

    private static String searched(String criteria) {
        return criteria.contains("?") ? criteria : criteria + "?";
    }
}
