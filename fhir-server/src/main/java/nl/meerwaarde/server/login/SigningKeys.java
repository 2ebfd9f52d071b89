package nl.meerwaarde.server.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign tokens, in a file that only its owner may read. The newest signs; it is followed by another when it is old, and stays readable for whoever checks tokens that
 * it signed.
 */
final class SigningKeys implements JWKSource<SecurityContext> {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final int BITS = 3072;
    private static final Comparator<JWK> BY_AGE = Comparator.comparing(SigningKeys::made);

    private final Path file;
    private final Duration life;
    private final Duration keptAfterwards;
    private final Clock clock;
    private @Nullable List<JWK> keys;

    /**
     * @param life after which a new key signs
     * @param keptAfterwards as long as any token lives that a key may have signed
     */
    SigningKeys(Path file, Duration life, Duration keptAfterwards, Clock clock) {
        this.file = file;
        this.life = life;
        this.keptAfterwards = keptAfterwards;
        this.clock = clock;
    }

    /** All that tokens may be signed with. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(current()));
    }

    /** The one that signs now. */
    List<JWK> signing(JWKSelector selector) {
        List<JWK> all = current();
        return selector.select(new JWKSet(all.get(all.size() - 1)));
    }

    /** Oldest first. */
    private synchronized List<JWK> current() {
        List<JWK> known = keys == null ? read() : keys;
        Instant now = clock.instant();
        if (known.isEmpty() || made(known.get(known.size() - 1)).plus(life).isBefore(now)) {
            known = new ArrayList<>(known);
            known.add(newKey(now));
            known = since(known, now);
            write(known);
            LOG.info("A new key signs tokens; {} in use", known.size());
        }
        keys = known;
        return known;
    }

    private List<JWK> since(List<JWK> all, Instant now) {
        // A key signed until its life was over, or until now when nobody asked in the meantime.
        List<JWK> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Instant replaced = i + 1 < all.size() ? made(all.get(i + 1)) : now;
            if (replaced.plus(keptAfterwards).isAfter(now)) {
                kept.add(all.get(i));
            }
        }
        return List.copyOf(kept);
    }

    private static Instant made(JWK key) {
        Date made = key.getIssueTime();
        return made == null ? Instant.EPOCH : made.toInstant();
    }

    private static JWK newKey(Instant now) {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .issueTime(Date.from(now))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No key can be made", e);
        }
    }

    private List<JWK> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JWKSet.parse(Files.readString(file)).getKeys().stream()
                    .sorted(BY_AGE)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The keys that sign tokens cannot be read", e);
        } catch (ParseException e) {
            throw new IllegalStateException("The file of the keys that sign tokens, " + file + ", is malformed");
        }
    }

    private void write(List<JWK> all) {
        try {
            OwnersFile.write(file, new JWKSet(all).toString(false));
        } catch (IOException e) {
            throw new UncheckedIOException("The keys that sign tokens cannot be kept", e);
        }
    }
}
