package nl.meerwaarde.audit;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.Role;

/**
 * Who accessed, as texts that stay true when the token is long gone. What is not known is empty.
 *
 * @param issuer who vouched for the subject
 * @param subject who it was there
 * @param client application
 * @param roles codes with a blank between them, in the order of the alphabet
 * @param scopes as granted, with a blank between them
 * @param person resource that stands for the subject
 * @param represented patient for whom the application was launched
 * @param organization on whose behalf
 */
record Agent(
        String issuer,
        String subject,
        String client,
        String roles,
        String scopes,
        String person,
        String represented,
        String organization) {
    /** Somebody who did not say who that is. */
    static final Agent UNKNOWN = new Agent("", "", "", "", "", "", "", "");

    static Agent of(Optional<Requester> requester) {
        return requester
                .map(known -> new Agent(
                        known.issuer(),
                        known.subject(),
                        known.client(),
                        known.roles().stream().map(Role::code).collect(Collectors.toCollection(TreeSet::new)).stream()
                                .collect(Collectors.joining(" ")),
                        String.join(" ", known.scopes()),
                        known.person().orElse(""),
                        known.patient().orElse(""),
                        known.organization().orElse("")))
                .orElse(UNKNOWN);
    }
}
