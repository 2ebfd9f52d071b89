package nl.meerwaarde.access;

import ca.uhn.fhir.util.UrlUtil;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meerwaarde.requester.Role;

/**
 * A clinical scope of SMART App Launch 2.2 ({@code patient/Observation.rs?category=survey}); those of version 1 ({@code .read}, {@code .write}) mean what the
 * specification says of them.
 *
 * @param context for whom
 * @param type resource type; empty for all
 * @param letters of {@code cruds}
 * @param query which of these resources; empty for all. A scope whose restriction restricts nothing ({@code ?_count=1}, {@code ?_id=}) is none
 */
record Scope(Context context, String type, String letters, Optional<String> query) {
    /** What comes before the slash. */
    enum Context {
        /** The patient for whom the application was launched. */
        PATIENT,
        /** What the person who asks may do. */
        USER,
        /** What an application does by itself. */
        SYSTEM
    }

    private static final Pattern SYNTAX =
            Pattern.compile("(patient|user|system)/(\\*|[A-Z][A-Za-z]+)\\.(read|write|\\*|c?r?u?d?s?)(?:\\?(.+))?");

    private static final Set<String> OF_ALL_RESOURCES =
            Set.of("_id", "_lastUpdated", "_tag", "_profile", "_security", "_source", "_language");

    private static final Map<String, String> VERSION_ONE = Map.of("read", "rs", "write", "cud", "*", "cruds");

    /** The clinical scopes among those of a token. */
    static List<Scope> among(List<String> scopes) {
        return scopes.stream().map(Scope::parse).flatMap(Optional::stream).toList();
    }

    private static Optional<Scope> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()
                || matcher.group(3).isEmpty()
                || matcher.group(4) != null && !isRestriction(matcher.group(4))) {
            return Optional.empty();
        }
        return Optional.of(new Scope(
                switch (matcher.group(1)) {
                    case "patient" -> Context.PATIENT;
                    case "user" -> Context.USER;
                    default -> Context.SYSTEM;
                },
                matcher.group(2).equals("*") ? "" : matcher.group(2),
                VERSION_ONE.getOrDefault(matcher.group(3), matcher.group(3)),
                Optional.ofNullable(matcher.group(4))));
    }

    private static boolean isRestriction(String query) {
        Map<String, String[]> parameters = UrlUtil.parseQueryString(query);
        return !parameters.isEmpty()
                && parameters.entrySet().stream()
                        .allMatch(parameter -> isOfResources(parameter.getKey())
                                && Arrays.stream(parameter.getValue()).noneMatch(String::isBlank));
    }

    /** Whether a parameter chooses resources; others only say how the answer looks, and HAPI takes them for no condition. */
    private static boolean isOfResources(String parameter) {
        return !parameter.startsWith("_") || OF_ALL_RESOURCES.contains(SearchRules.withoutModifier(parameter));
    }

    /** Whether it says something of a role's doing this. */
    boolean covers(Role role, char letter, String resourceType) {
        return (type.isEmpty() || type.equals(resourceType))
                && letters.indexOf(letter) >= 0
                && (context != Context.SYSTEM || !role.isPerson());
    }
}
