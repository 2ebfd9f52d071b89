package nl.meerwaarde.server.identity;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code meerwaarde.identity}.
 *
 * @param open whether nobody is asked who it is; then the server listens on this machine only
 * @param issuers whose tokens count
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
    public record Issuer(String uri, @Nullable String jwksUri) {}

    /** @throws UnusableIdentityException when nobody could be known by these settings */
    void check() {
        if (open && !issuers.isEmpty()) {
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
        if (!open && audience.isBlank()) {
            throw new UnusableIdentityException(
                    "Tokens that were issued for another server would count here: no audience is set.",
                    "Set meerwaarde.identity.audience to this server's name at its issuers.");
        }
    }
}
