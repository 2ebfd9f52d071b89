package nl.meerwaarde.server.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Somebody who may sign in.
 *
 * @param name what to sign in with, unique, and no application's id
 * @param displayName how the pages call this person; the name where there is none
 * @param password as a hash with its method in front, such as <code>{bcrypt}$2a$…</code>
 * @param fhirUser the resource that stands for this person, relative such as {@code Practitioner/p1}; null for nobody in the record
 * @param roles codes of {@link nl.meerwaarde.requester.Role}
 * @param organization to which this person belongs, relative such as {@code Organization/o1}
 */
record Account(
        String name,
        @Nullable String displayName,
        String password,
        @Nullable String fhirUser,
        @DefaultValue List<String> roles,
        @Nullable String organization) {
    Account {
        roles = List.copyOf(roles);
    }

    String shownName() {
        return displayName == null ? name : displayName;
    }

    /** Never the hash. */
    @Override
    public String toString() {
        return name;
    }
}
