package nl.meerwaarde.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Secrets come from the environment or from files: what the server is delivered with has none. */
class SecretsTest {
    private static final Pattern SECRET = Pattern.compile("password|passphrase|secret|credential|token|private");
    private static final Pattern WITHOUT_DEFAULT = Pattern.compile("\\$\\{[A-Z_]+}");

    /** The store in a file of this machine, which takes nobody from outside; where there are patients a hospital has PostgreSQL, or a directory of the server alone. */
    private static final Map<String, String> EMBEDDED_STORE = Map.of("spring.datasource.password", "");

    @Test
    void noSecretHasADefault() throws IOException {
        Map<String, String> secrets = new TreeMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:application*.yaml")) {
            for (PropertySource<?> document : new YamlPropertySourceLoader().load("settings", file)) {
                ((OriginTrackedMapPropertySource) document).getSource().forEach((key, value) -> {
                    String text = String.valueOf(value);
                    if (isSecret(key) && !text.equals(EMBEDDED_STORE.get(key))) {
                        secrets.put(key, text);
                    }
                });
            }
        }
        assertThat(secrets)
                .isNotEmpty()
                .allSatisfy((key, value) -> assertThat(value).as(key).matches(WITHOUT_DEFAULT));
    }

    private static boolean isSecret(String key) {
        String name = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return SECRET.matcher(name).find() && !name.endsWith("-endpoint");
    }
}
