package nl.meerwaarde.server.login;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An application.
 *
 * @param id the OAuth client id, unique
 * @param name how the pages call it
 * @param redirectUris where it may be answered, compared letter by letter
 * @param jwks its public keys, as a JSON Web Key Set
 * @param jwksUri where these are, instead
 * @param scopes the most it may get
 * @param roles of an application that acts for itself: codes of {@link nl.meerwaarde.requester.Role}
 * @param organization to which an application that acts for itself belongs
 * @param launches whether it may ask for launches: the record system of a hospital
 */
record App(
        String id,
        String name,
        Kind kind,
        @DefaultValue List<String> redirectUris,
        @Nullable String jwks,
        @Nullable URI jwksUri,
        @DefaultValue List<String> scopes,
        @DefaultValue List<String> roles,
        @Nullable String organization,
        @DefaultValue("false") boolean launches) {
    App {
        redirectUris = List.copyOf(redirectUris);
        scopes = List.copyOf(scopes);
        roles = List.copyOf(roles);
    }

    /** What an application can keep. */
    enum Kind {
        /** No secret: it runs in a browser or on a telephone. */
        PUBLIC,
        /** A private key, on a server of its own; it acts for people. */
        CONFIDENTIAL,
        /** A private key; it acts for itself. */
        BACKEND
    }

    boolean actsForPeople() {
        return kind != Kind.BACKEND;
    }

    boolean hasKeys() {
        return kind != Kind.PUBLIC;
    }
}
