package nl.meerwaarde.server.login;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Wires the authorization server, where it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty(LoginConfiguration.ENABLED)
@EnableWebSecurity
@EnableConfigurationProperties(LoginProperties.class)
class LoginConfiguration {
    static final String ENABLED = "meerwaarde.login.enabled";

    /** Longer than any token that says something by itself. */
    private static final Duration KEPT_KEYS = Duration.ofHours(1);

    private final Clock clock = Clock.system(ZoneId.systemDefault());

    LoginConfiguration(Environment environment) {
        LoginConflicts.check(environment);
    }

    @Bean
    Directory loginDirectory(LoginProperties properties) {
        return Directory.read(properties.knownDirectory());
    }

    @Bean
    GrantStore loginGrants(LoginProperties properties) {
        return new GrantStore(
                properties.offlineLife().compareTo(properties.onlineLife()) > 0
                        ? properties.offlineLife()
                        : properties.onlineLife());
    }

    @Bean
    Launches launches() {
        return new Launches(Ticker.systemTicker());
    }

    @Bean
    PatientChoice patientChoice(DaoRegistry daos) {
        return new PatientChoice(daos, clock);
    }

    @Bean
    SigningKeys signingKeys(LoginProperties properties) {
        return new SigningKeys(properties.keys(), properties.keyLife(), KEPT_KEYS, clock);
    }

    @Bean
    OwnIssuer ownIssuer(LoginProperties properties, SigningKeys keys) {
        return new OwnIssuer(
                properties.issuer(),
                properties.fhirBase(),
                (selector, context) -> selector.select(new JWKSet(keys.get(selector, context)).toPublicJWKSet()));
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(LoginProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
    }

    @Bean
    SmartConfiguration ownSmartConfiguration(
            LoginProperties properties, AuthorizationServerSettings endpoints, Directory directory) {
        return SmartConfiguration.own(properties.issuer(), endpoints, directory);
    }

    /** After the cohort was loaded. */
    @Bean
    @Profile("demo")
    DemoTokens demoTokens(
            Directory directory,
            LoginProperties properties,
            SigningKeys keys,
            @Value("${meerwaarde.server.data-directory:./data}") Path data) {
        JWKSource<SecurityContext> signing = (selector, context) -> keys.signing(selector);
        return new DemoTokens(directory, properties, signing, data.resolve("demo"), clock);
    }

    @Bean
    @Profile("demo")
    ApplicationListener<ApplicationReadyEvent> demoAccounts(
            Directory directory, DemoTokens tokens, LoginProperties properties, DaoRegistry daos) {
        return event -> new DemoAccounts(directory, tokens, properties.fhirBase(), daos, System.out).introduce();
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    /** Tells the session registry when a session ends. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    ServletContextInitializer sessionCookie(LoginProperties properties) {
        return context -> context.getSessionCookieConfig().setSecure(properties.isTls());
    }

    /** Launches are opened by systems: no session, no cookie, so nothing to forge. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain launchChain(HttpSecurity http, OwnIssuer issuer) throws Exception {
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(LaunchController.LAUNCH))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(decoder(issuer))))
                .build();
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    SecurityFilterChain loginChain(
            HttpSecurity http,
            LoginProperties properties,
            Directory directory,
            GrantStore grants,
            Launches launches,
            SigningKeys keys,
            OwnIssuer issuer,
            AuthorizationServerSettings endpoints)
            throws Exception {
        return new LoginChain(properties, directory, grants, launches, endpoints, clock)
                .build(http, tokens(properties, directory, keys), decoder(issuer));
    }

    private static OAuth2TokenGenerator<OAuth2Token> tokens(
            LoginProperties properties, Directory directory, SigningKeys keys) {
        JWKSource<SecurityContext> signing = (selector, context) -> keys.signing(selector);
        JwtGenerator jwts = new JwtGenerator(new NimbusJwtEncoder(signing));
        jwts.setJwtCustomizer(new TokenClaims(directory, properties.fhirBase()));
        return new DelegatingOAuth2TokenGenerator(jwts, new RefreshTokens(properties));
    }

    private static JwtDecoder decoder(OwnIssuer issuer) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(com.nimbusds.jose.JWSAlgorithm.parse(SignatureAlgorithm.RS256.getName())), issuer.keys()));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(issuer.uri()));
        return decoder;
    }
}
