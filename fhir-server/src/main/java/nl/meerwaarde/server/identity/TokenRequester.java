package nl.meerwaarde.server.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.Role;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads who asks from a token that counts. What it does not understand of a token gives nothing. */
class TokenRequester {
    private static final String CLIENT_ID = "client_id";
    private static final String AUTHORIZED_PARTY = "azp";
    private static final String SCOPE = "scope";
    private static final String FHIR_USER = "fhirUser";
    private static final String PATIENT = "patient";
    private static final Set<String> PERSONS = Set.of("Patient", "RelatedPerson", "Practitioner", "PractitionerRole");
    private static final Pattern REFERENCE = Pattern.compile("(?:(.*)/)?([A-Z][A-Za-z]+)/([A-Za-z0-9\\-.]{1,64})");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private final IdentitySettings settings;

    TokenRequester(IdentitySettings settings) {
        this.settings = settings;
    }

    Requester of(Jwt token) {
        String base = StringUtils.removeEnd(settings.audience(), "/");
        Optional<String> organization = here(text(token, settings.organizationClaim()), base, Set.of("Organization"));
        return new Requester(
                String.valueOf(token.getClaimAsString("iss")),
                token.getSubject(),
                Optional.ofNullable(text(token, CLIENT_ID))
                        .or(() -> Optional.ofNullable(text(token, AUTHORIZED_PARTY)))
                        .orElse(""),
                roles(token, organization),
                scopes(token),
                here(text(token, FHIR_USER), base, PERSONS),
                patient(text(token, PATIENT), base),
                organization);
    }

    /** The record system of an organisation that is none of this server is nobody here: without its organisation it would see everything. */
    private Set<Role> roles(Jwt token, Optional<String> organization) {
        Set<Role> roles = roles(token);
        if (organization.isEmpty() && token.hasClaim(settings.organizationClaim())) {
            roles.remove(Role.EHR);
        }
        return roles;
    }

    private static @Nullable String text(Jwt token, String claim) {
        return token.getClaim(claim) instanceof String text && !text.isBlank() ? text : null;
    }

    Set<Role> roles(Jwt token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Object claim = token.getClaim(settings.rolesClaim());
        List<?> codes = claim instanceof List<?> several ? several : claim == null ? List.of() : List.of(claim);
        codes.forEach(code -> Role.of(String.valueOf(code)).ifPresent(roles::add));
        return roles;
    }

    /** In one text (RFC 8693), or in several, as some servers write them. */
    private static List<String> scopes(Jwt token) {
        Object claim = token.getClaim(SCOPE);
        String text = claim instanceof List<?> several
                ? String.join(" ", several.stream().map(String::valueOf).toList())
                : claim == null ? "" : String.valueOf(claim);
        return Arrays.stream(text.split(" ")).filter(scope -> !scope.isEmpty()).toList();
    }

    private static Optional<String> patient(@Nullable String claim, String base) {
        return claim != null && ID.matcher(claim).matches()
                ? Optional.of("Patient/" + claim)
                : here(claim, base, Set.of("Patient"));
    }

    /**
     * Relative, when it is one of this server and of such a type: the Patient with that id at another server is somebody else.
     *
     * @param base of this server as its issuers know it; not as the request says it, whose sender may name any host
     */
    private static Optional<String> here(@Nullable String reference, String base, Set<String> types) {
        if (reference == null) {
            return Optional.empty();
        }
        Matcher matcher = REFERENCE.matcher(reference);
        return matcher.matches()
                        && types.contains(matcher.group(2))
                        && (matcher.group(1) == null || matcher.group(1).equals(base))
                ? Optional.of(matcher.group(2) + "/" + matcher.group(3))
                : Optional.empty();
    }
}
