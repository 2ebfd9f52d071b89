package nl.meerwaarde.requester;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who sends a request, as the host vouches for it.
 *
 * @param issuer who says so: the issuer of the token, or {@link #OPEN}
 * @param subject who it is there; the same person has another one at another issuer
 * @param client the application that asks (OAuth client id); empty when nobody says
 * @param roles none when the token names none that we know: then nothing may be seen
 * @param scopes as granted, in the order of the token (SMART App Launch 2.2, scopes v2)
 * @param person the resource that stands for this person here ({@code fhirUser}), relative such as {@code Practitioner/p1}
 * @param patient the patient that the application was launched for, relative such as {@code Patient/p1}
 * @param organization to which this requester belongs, relative such as {@code Organization/o1}
 */
public record Requester(
        String issuer,
        String subject,
        String client,
        Set<Role> roles,
        List<String> scopes,
        Optional<String> person,
        Optional<String> patient,
        Optional<String> organization) {
    /** The issuer of everybody where a server runs in the open. */
    public static final String OPEN = "open";

    public Requester {
        roles = Set.copyOf(roles);
        scopes = List.copyOf(scopes);
    }

    /** Anybody, where a server runs in the open: may do everything. */
    public static Requester anybody() {
        return new Requester(
                OPEN,
                "anybody",
                "",
                Set.of(Role.ADMINISTRATOR),
                List.of("system/*.cruds"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether nobody was asked who this is, because the server runs in the open. */
    public boolean isAnybody() {
        return OPEN.equals(issuer);
    }

    /** Whether this is the same one, perhaps with another token: known under the same name to the same issuer. */
    public boolean isSameAs(Requester other) {
        return issuer.equals(other.issuer) && subject.equals(other.subject);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
