package nl.meerwaarde.server.login;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.meerwaarde.requester.Role;

/** What must be true of users and clients. */
final class DirectoryRules {
    private static final Pattern HASHED = Pattern.compile(
            "\\{(bcrypt|argon2(@[A-Za-z0-9_.]+)?|pbkdf2(@[A-Za-z0-9_.]+)?|scrypt(@[A-Za-z0-9_.]+)?)}.+");
    private static final String ID = "/[A-Za-z0-9.\\-]{1,64}";
    private static final Pattern PERSON =
            Pattern.compile("(Patient|RelatedPerson|Practitioner|PractitionerRole|Person)" + ID);
    private static final Pattern ORGANIZATION = Pattern.compile("Organization" + ID);
    private static final Set<String> PLAIN_SCOPES = Set.of(
            "openid",
            GrantedScopes.FHIR_USER,
            GrantedScopes.LAUNCH,
            GrantedScopes.LAUNCH_PATIENT,
            GrantedScopes.OFFLINE_ACCESS,
            GrantedScopes.ONLINE_ACCESS);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Directory.Content content;
    private final List<String> complaints = new ArrayList<>();

    DirectoryRules(Directory.Content content) {
        this.content = content;
    }

    /** All of them; none of them quotes a password. */
    List<String> complaints() {
        Set<String> names = new HashSet<>();
        for (Account account : content.users()) {
            String who = "user " + account.name();
            require(names.add(account.name()), who + " stands there twice, or has the name of an application");
            require(HASHED.matcher(account.password()).matches(), who + ": the password is a hash, such as {bcrypt}…");
            require(
                    account.fhirUser() == null
                            || PERSON.matcher(account.fhirUser()).matches(),
                    who + ": fhir-user is a person, such as Practitioner/p1");
            checkBelonging(who, account.roles(), account.organization());
        }
        for (App app : content.clients()) {
            String which = "client " + app.id();
            require(names.add(app.id()), which + " stands there twice, or has the name of a user");
            checkRedirects(which, app);
            checkKeys(which, app);
            app.scopes().stream()
                    .filter(scope -> !PLAIN_SCOPES.contains(scope)
                            && SmartScope.parse(scope).isEmpty())
                    .forEach(scope -> complaints.add(which + ": the scope " + scope + " is not known"));
            require(!app.launches() || app.kind() == App.Kind.BACKEND, which + ": only a backend asks for launches");
            checkBelonging(which, app.roles(), app.organization());
        }
        return complaints;
    }

    private void require(boolean holds, String complaint) {
        if (!holds) {
            complaints.add(complaint);
        }
    }

    private void checkBelonging(
            String who, List<String> roles, @org.jspecify.annotations.Nullable String organization) {
        roles.stream()
                .filter(role -> Role.of(role).isEmpty())
                .forEach(role -> complaints.add(who + ": the role " + role + " is not known"));
        require(
                organization == null || ORGANIZATION.matcher(organization).matches(),
                who + ": organization is a reference such as Organization/o1");
    }

    private void checkRedirects(String which, App app) {
        require(
                app.actsForPeople() != app.redirectUris().isEmpty(),
                which + ": redirect-uris are those of an application for people, and it has some");
        for (String text : app.redirectUris()) {
            URI uri;
            try {
                uri = URI.create(text);
            } catch (IllegalArgumentException e) {
                complaints.add(which + ": the redirect URI " + text + " is none");
                continue;
            }
            require(
                    uri.isAbsolute() && uri.getFragment() == null && isAnswerable(uri),
                    which + ": the redirect URI " + text
                            + " is https (or http of this machine, or an app's own scheme with a dot), without a"
                            + " fragment");
        }
    }

    private static boolean isAnswerable(URI uri) {
        return switch (uri.getScheme()) {
            case "https" -> uri.getHost() != null;
            case "http" -> LOOPBACK.contains(String.valueOf(uri.getHost()));
            default -> uri.getScheme().contains(".");
        };
    }

    private void checkKeys(String which, App app) {
        if (!app.hasKeys()) {
            require(app.jwks() == null && app.jwksUri() == null, which + ": a public client has no keys");
            return;
        }
        require((app.jwks() == null) != (app.jwksUri() == null), which + ": its keys are jwks or jwks-uri");
        URI uri = app.jwksUri();
        if (uri != null) {
            require(
                    "https".equals(uri.getScheme()) || LOOPBACK.contains(String.valueOf(uri.getHost())),
                    which + ": jwks-uri is https");
        }
        if (app.jwks() != null) {
            checkPublic(which, app.jwks());
        }
    }

    private void checkPublic(String which, String jwks) {
        try {
            List<JWK> keys = JWKSet.parse(jwks).getKeys();
            require(!keys.isEmpty(), which + ": jwks holds no key");
            require(
                    keys.stream().noneMatch(JWK::isPrivate),
                    which + ": jwks holds a private key, which its owner alone has");
            require(keys.stream().allMatch(key -> key.getKeyID() != null), which + ": each key of jwks has a kid");
        } catch (ParseException e) {
            complaints.add(which + ": jwks is no JSON Web Key Set");
        }
    }
}
