package nl.meerwaarde.server.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code meerwaarde.identity}.
 *
 * @param open whether nobody is asked who it is; then the server listens on this machine only. Who sends a token all the same is held to it
 * @param issuers whose tokens count; in the open only those of this machine, because nobody else's would be asked for
 * @param audience what a token must be for: this server's name at its issuers
 * @param clockSkew by how much the clocks of issuers and of this server may differ
 * @param longestLife from a token's issue to its end; a token that lives longer does not count
 * @param rolesClaim where a token has the codes of its roles
 * @param organizationClaim where a token has a reference to the organization
 */
@ConfigurationProperties("meerwaarde.identity")
public record IdentitySettings(
        boolean open,
        @DefaultValue List<Issuer> issuers,
        @DefaultValue("") String audience,
        Duration clockSkew,
        Duration longestLife,
        String rolesClaim,
        String organizationClaim) {
    public IdentitySettings {
        issuers = List.copyOf(issuers);
    }

    /**
     * Somebody who gives out tokens.
     *
     * @param uri as in a token's {@code iss}, to the letter
     * @param jwksUri where its public keys are; null when its discovery document says so
     */
    public record Issuer(String uri, @Nullable String jwksUri) {
        private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

        boolean isOfThisMachine() {
            return THIS_MACHINE.contains(String.valueOf(URI.create(uri).getHost()));
        }
    }

    /** @throws UnusableIdentityException when nobody could be known by these settings */
    void check() {
        if (open && !issuers.stream().allMatch(Issuer::isOfThisMachine)) {
            throw new UnusableIdentityException(
                    "meerwaarde.identity.open=true lets in everybody, so that meerwaarde.identity.issuers would mean"
                            + " nothing.",
                    "Set one of the two.");
        }
        if (!open && issuers.isEmpty()) {
            throw new UnusableIdentityException(
                    "Nobody vouches for those who ask: no issuer of tokens is set.",
                    "Name one in meerwaarde.identity.issuers[0].uri, and this server's name there in"
                            + " meerwaarde.identity.audience; or run in the open, for this machine alone, with"
                            + " meerwaarde.identity.open=true.");
        }
        if (!issuers.isEmpty() && audience.isBlank()) {
            throw new UnusableIdentityException(
                    "Tokens that were issued for another server would count here: no audience is set.",
                    "Set meerwaarde.identity.audience to this server's name at its issuers.");
        }
    }
}
