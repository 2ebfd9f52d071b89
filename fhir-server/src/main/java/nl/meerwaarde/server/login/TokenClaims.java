package nl.meerwaarde.server.login;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What stands in tokens, beside what every token has. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    static final String PATIENT = "patient";
    static final String ROLES = "meerwaarde_roles";
    static final String ORGANIZATION = "meerwaarde_organization";

    private final Directory directory;
    private final String fhirBase;

    TokenClaims(Directory directory, String fhirBase) {
        this.directory = directory;
        this.fhirBase = fhirBase;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            access(context);
        } else if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())
                && context.getAuthorizedScopes().contains(GrantedScopes.FHIR_USER)) {
            account(context)
                    .map(Account::fhirUser)
                    .ifPresent(person -> context.getClaims().claim(GrantedScopes.FHIR_USER, fhirBase + "/" + person));
        }
    }

    private void access(JwtEncodingContext context) {
        JwtClaimsSet.Builder claims = context.getClaims()
                .audience(List.of(fhirBase))
                .claim(
                        OAuth2ParameterNames.CLIENT_ID,
                        context.getRegisteredClient().getClientId())
                .claim(OAuth2ParameterNames.SCOPE, String.join(" ", new TreeSet<>(context.getAuthorizedScopes())));
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            App app = directory
                    .app(context.getRegisteredClient().getClientId())
                    .orElseThrow(() -> new IllegalStateException("A client without an entry in the directory"));
            belonging(claims, app.roles(), app.organization());
        } else {
            Account account = account(context)
                    .orElseThrow(() -> new IllegalStateException("A user without an entry in the directory"));
            person(claims, account);
            claim(claims, PATIENT, patient(context.getAuthorization()));
        }
    }

    /** Who somebody is here. */
    static void person(JwtClaimsSet.Builder claims, Account account) {
        belonging(claims, account.roles(), account.organization());
        claim(claims, GrantedScopes.FHIR_USER, account.fhirUser());
    }

    private Optional<Account> account(JwtEncodingContext context) {
        return directory.account(context.getPrincipal().getName());
    }

    private static @Nullable String patient(@Nullable OAuth2Authorization grant) {
        LaunchContext launch = grant == null ? null : grant.getAttribute(LaunchContext.ATTRIBUTE);
        return launch == null ? null : launch.patient();
    }

    private static void belonging(JwtClaimsSet.Builder claims, List<String> roles, @Nullable String organization) {
        claims.claim(ROLES, roles);
        claim(claims, ORGANIZATION, organization);
    }

    private static void claim(JwtClaimsSet.Builder claims, String name, @Nullable String value) {
        if (value != null) {
            claims.claim(name, value);
        }
    }
}
