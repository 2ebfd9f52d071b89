package nl.meerwaarde.server.login;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;

/** Forgets what people allowed: they see for which patient an application asks, and what, each time. */
final class AskedEveryTime implements OAuth2AuthorizationConsentService {
    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        // Nothing is remembered.
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        // Nothing is remembered.
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String client, String principal) {
        return null;
    }
}
