package nl.meerwaarde.server.login;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The applications of the directory, as the authorization server knows clients. */
final class RegisteredApps implements RegisteredClientRepository {
    private static final Duration CODE_LIFE = Duration.ofMinutes(1);

    private final Directory directory;
    private final LoginProperties properties;

    RegisteredApps(Directory directory, LoginProperties properties) {
        this.directory = directory;
        this.properties = properties;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Applications stand in the directory's file");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return directory.app(id).map(this::client).orElse(null);
    }

    private RegisteredClient client(App app) {
        RegisteredClient.Builder client = RegisteredClient.withId(app.id())
                .clientId(app.id())
                .clientName(app.name())
                .clientAuthenticationMethod(
                        app.hasKeys() ? ClientAuthenticationMethod.PRIVATE_KEY_JWT : ClientAuthenticationMethod.NONE)
                .scopes(scopes -> scopes.addAll(app.scopes()))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(true)
                        // Says that clients have key pairs; which algorithms count, ClientAssertions knows.
                        .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS384)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE_LIFE)
                        .accessTokenTimeToLive(properties.accessTokenLife())
                        .reuseRefreshTokens(false)
                        .build());
        if (app.actsForPeople()) {
            client.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                    .redirectUris(uris -> uris.addAll(app.redirectUris()));
        } else {
            client.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
        }
        return client.build();
    }
}
