package nl.meerwaarde.server.login;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Tokens of the people of the demonstration, to ask as one of them from a command line without an application: a file for each, for the owner of the server only, which
 * holds the header to send. They live as briefly as any token, so they are written anew as long as the server runs; with it they go.
 */
final class DemoTokens implements AutoCloseable {
    private static final String CLIENT = "demo-app";
    private static final String SCOPE = "user/*.cruds";

    private final Directory directory;
    private final LoginProperties properties;
    private final NimbusJwtEncoder signer;
    private final Path folder;
    private final Clock clock;
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "demo-tokens");
        thread.setDaemon(true);
        return thread;
    });

    /** @param folder for the files */
    DemoTokens(
            Directory directory,
            LoginProperties properties,
            JWKSource<SecurityContext> signing,
            Path folder,
            Clock clock) {
        this.directory = directory;
        this.properties = properties;
        this.signer = new NimbusJwtEncoder(signing);
        this.folder = folder;
        this.clock = clock;
    }

    /** Writes them, and again before they end. */
    void issue() {
        writeAll();
        Duration life = properties.accessTokenLife();
        renewal.scheduleAtFixedRate(
                this::writeAll, life.dividedBy(2).toMillis(), life.dividedBy(2).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Where somebody's is. */
    Path file(Account account) {
        return folder.resolve(account.name());
    }

    private void writeAll() {
        try {
            for (Account account : directory.accounts()) {
                OwnersFile.write(file(account), "Authorization: Bearer " + token(account));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The tokens of the demonstration cannot be written to " + folder, e);
        }
    }

    private String token(Account account) {
        Instant now = clock.instant();
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(properties.issuer())
                .audience(List.of(properties.fhirBase()))
                .subject(account.name())
                .issuedAt(now)
                .expiresAt(now.plus(properties.accessTokenLife()))
                .id(UUID.randomUUID().toString())
                .claim("client_id", CLIENT)
                .claim("scope", SCOPE);
        TokenClaims.person(claims, account);
        return signer.encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.RS256).build(), claims.build()))
                .getTokenValue();
    }

    @Override
    public void close() throws IOException {
        renewal.shutdownNow();
        for (Account account : directory.accounts()) {
            Files.deleteIfExists(file(account));
        }
    }
}
