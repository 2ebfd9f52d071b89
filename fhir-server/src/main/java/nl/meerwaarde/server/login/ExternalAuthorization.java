package nl.meerwaarde.server.login;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings below {@code meerwaarde.smart}: what to tell applications about an authorization server elsewhere. Only who runs it knows what it can.
 *
 * @param tokenEndpoint without it nothing is told
 * @param capabilities of SMART App Launch
 * @param clientAuthentication methods at the token endpoint
 */
@ConfigurationProperties("meerwaarde.smart")
record ExternalAuthorization(
        @Nullable URI issuer,
        @Nullable URI jwksUri,
        @Nullable URI authorizationEndpoint,
        @Nullable URI tokenEndpoint,
        @Nullable URI introspectionEndpoint,
        @Nullable URI revocationEndpoint,
        @Nullable URI managementEndpoint,

        @DefaultValue({"authorization_code", "client_credentials"})
        List<String> grantTypes,

        @DefaultValue List<String> scopes,
        @DefaultValue List<String> clientAuthentication,
        @DefaultValue List<String> capabilities) {}
