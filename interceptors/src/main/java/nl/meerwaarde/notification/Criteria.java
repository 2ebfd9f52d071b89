package nl.meerwaarde.notification;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryMatchResult;
import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryResourceMatcher;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Search criteria, met by a resource without asking the database. */
class Criteria {
    private static final Logger LOG = LoggerFactory.getLogger(Criteria.class);

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
        return parts(criteria)
                .map(part -> URLDecoder.decode(part.replaceFirst("=.*$", ""), StandardCharsets.UTF_8))
                .map(name -> name.replaceFirst("[:.].*$", ""))
                .toList();
    }

    private static Stream<String> parts(String criteria) {
        return criteria.contains("?")
                ? Arrays.stream(criteria.substring(criteria.indexOf('?') + 1).split("&"))
                        .filter(part -> !part.isEmpty())
                : Stream.empty();
    }

    /** Why these criteria cannot be used; empty when they can. */
    Optional<Sentence> refusal(String criteria) {
        if (!fhirContext.getResourceTypes().contains(type(criteria))) {
            return refusal("criteria.type", type(criteria));
        }
        try {
            return parts(criteria)
                    .flatMap(part -> refusalOfPart(part).stream())
                    .findFirst()
                    .or(() -> refusalByMatcher(criteria));
        } catch (RuntimeException e) { // the parsers of HAPI have many ways to say that something is wrong
            return refusal("criteria.invalid", String.valueOf(e.getMessage()).replaceFirst("^HAPI-\\d+: ", ""));
        }
    }

    /** What HAPI would not look at, and so everything would meet; and what it stumbles over. */
    private static Optional<Sentence> refusalOfPart(String part) {
        String name = URLDecoder.decode(part.replaceFirst("=.*$", ""), StandardCharsets.UTF_8);
        if (!part.contains("=") || part.substring(part.indexOf('=') + 1).isBlank()) {
            return refusal("criteria.no-value", name);
        }
        boolean unknownToMatcher = name.startsWith("_") && !GENERAL.contains(name);
        return unknownToMatcher || name.endsWith(":missing")
                ? refusal("criteria.not-in-memory", name)
                : Optional.empty();
    }

    private Optional<Sentence> refusalByMatcher(String criteria) {
        InMemoryMatchResult possible = matcher.canBeEvaluatedInMemory(searched(criteria));
        if (!possible.supported()) {
            return refusal("criteria.not-in-memory", String.valueOf(possible.getUnsupportedReason()));
        }
        // Some values fail only when they are compared with something.
        matcher.match(
                searched(criteria),
                fhirContext.getResourceDefinition(type(criteria)).newInstance(),
                null,
                null);
        return Optional.empty();
    }

    private static Optional<Sentence> refusal(String key, String argument) {
        return Optional.of(Sentence.beside(Criteria.class, key, argument));
    }

    /** Whether a resource of the right type meets them. Criteria of one client must not keep another from storing something: those that fail are not met. */
    boolean areMet(String criteria, Resource resource) {
        try {
            return matcher.match(searched(criteria), resource, null, null).matched();
        } catch (RuntimeException e) {
            LOG.error(
                    "Criteria about {} cannot be told from a resource: {}",
                    type(criteria),
                    e.getClass().getName());
            return false;
        }
    }

    private static String searched(String criteria) {
        return criteria.contains("?") ? criteria : criteria + "?";
    }
}
