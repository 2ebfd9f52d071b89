package nl.meerwaarde.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
    private static final Duration LIFE = Duration.ofDays(90);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final JWKSelector ALL = new JWKSelector(new JWKMatcher.Builder().build());

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();

    @Test
    void keysStayWhenTheServerStartsAgain() throws IOException {
        JWK made = signing(keys());
        assertThat(signing(keys())).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void oldKeyIsFollowedAndStaysReadableForAWhile() {
        SigningKeys keys = keys();
        JWK first = signing(keys);
        clock.passes(LIFE.plusSeconds(1));

        JWK second = signing(keys);
        assertThat(second.getKeyID()).isNotEqualTo(first.getKeyID());
        assertThat(keys.get(ALL, null)).containsExactly(first, second);

        clock.passes(LIFE.plusSeconds(1));
        JWK third = signing(keys);
        assertThat(keys.get(ALL, null)).containsExactly(second, third);
    }

    private SigningKeys keys() {
        return new SigningKeys(file(), LIFE, KEPT, clock);
    }

    private Path file() {
        return folder.resolve("kept/signing-keys.json");
    }

    private static JWK signing(SigningKeys keys) {
        List<JWK> signing = keys.signing(ALL);
        assertThat(signing).hasSize(1);
        return signing.get(0);
    }
}
