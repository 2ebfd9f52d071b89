package nl.meerwaarde.server.login;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Reads what an application signs to prove who it is ({@code private_key_jwt}), by its keys in the directory.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/client-confidential-asymmetric.html">SMART App Launch 2.2, asymmetric authentication</a>
 */
final class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {
    /** Those that SMART names. */
    static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384);

    private static final int PATIENCE_MILLISECONDS = 3_000;
    private static final int MOST_BYTES = 100_000;

    private final Directory directory;
    private final UsedAssertions used;
    private final Set<String> audiences;
    private final Clock clock;
    private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

    /** @param audiences whom an assertion may be for: the token endpoint's address, and for other endpoints theirs */
    ClientAssertions(Directory directory, Set<String> audiences, Clock clock) {
        this.directory = directory;
        this.audiences = Set.copyOf(audiences);
        this.clock = clock;
        this.used = new UsedAssertions();
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        return decoders.computeIfAbsent(client.getClientId(), this::decoder);
    }

    private JwtDecoder decoder(String client) {
        App app = directory.app(client).orElseThrow(() -> new IllegalStateException("A client without an entry"));
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(app)));
        // What it claims is checked by our own rules.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new AssertionRules(client, audiences, used, clock));
        return decoder;
    }

    private static JWKSource<SecurityContext> keys(App app) {
        try {
            String inline = app.jwks();
            if (inline != null) {
                return new ImmutableJWKSet<>(JWKSet.parse(inline));
            }
            URI address = Objects.requireNonNull(app.jwksUri());
            return JWKSourceBuilder.create(
                            address.toURL(),
                            new DefaultResourceRetriever(PATIENCE_MILLISECONDS, PATIENCE_MILLISECONDS, MOST_BYTES))
                    .retrying(true)
                    .build();
        } catch (ParseException | MalformedURLException e) {
            throw new IllegalStateException("The keys of a client were readable at start", e);
        }
    }
}
