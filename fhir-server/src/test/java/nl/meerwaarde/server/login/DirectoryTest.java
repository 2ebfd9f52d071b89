package nl.meerwaarde.server.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

class DirectoryTest {
    @Test
    void demonstrationCanBeUsedWithThePasswordThatIsPrinted() {
        Directory demo = Directory.read(new ClassPathResource("demo-directory.yaml", Directory.class));

        assertThat(demo.accounts())
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(account -> assertThat(PasswordEncoderFactories.createDelegatingPasswordEncoder()
                                .matches(DemoAccounts.PASSWORD, account.password()))
                        .isTrue());
        assertThat(demo.accounts().toString()).doesNotContain("bcrypt");
    }

    @Test
    void jsonIsReadToo() {
        Directory directory =
                read("{\"users\": [], \"clients\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"public\","
                        + " \"redirect-uris\": [\"nl.example.app:/answer\", \"https://a.example.org/x\"]}]}");

        assertThat(directory.app("a")).isPresent();
        assertThat(directory.origins()).containsExactly("https://a.example.org");
        assertThat(directory.answeredAt()).containsExactly("nl.example.app:", "https://a.example.org");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> read("""
            users:
              - {name: a, password: open-text, fhir-user: "Organization/o1", roles: [king], organization: "o1"}
              - {name: a, password: "{noop}x"}
            clients:
              - {id: a, name: A, kind: public, redirect-uris: ["http://a.example.org/", "javascript:alert(1)"], scopes: [patient/*.read]}
              - {id: b, name: B, kind: backend, redirect-uris: ["https://b.example.org/"], scopes: [system/*.rs]}
              - {id: c, name: C, kind: confidential, launches: true, jwks: "{}", jwks-uri: "http://c.example.org"}
            """))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("user a: the password is a hash")
                .hasMessageContaining("user a: fhir-user is a person")
                .hasMessageContaining("the role king is not known")
                .hasMessageContaining("user a: organization")
                .hasMessageContaining("user a stands there twice")
                .hasMessageContaining("client a stands there twice, or has the name of a user")
                .hasMessageContaining("the redirect URI http://a.example.org/")
                .hasMessageContaining("the redirect URI javascript:alert(1)")
                .hasMessageContaining("the scope patient/*.read is not known")
                .hasMessageContaining("client b: redirect-uris")
                .hasMessageContaining("client b: its keys are jwks or jwks-uri")
                .hasMessageContaining("client c: its keys are jwks or jwks-uri")
                .hasMessageContaining("client c: jwks-uri is https")
                .hasMessageContaining("client c: only a backend asks for launches")
                .hasMessageNotContaining("open-text");
    }

    @Test
    void unknownKeysAndPrivateKeysAreRefused() {
        assertThatThrownBy(() -> read("users: [{name: a, pasword: x}]"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("pasword");
        assertThatThrownBy(() -> read("""
            clients:
              - id: a
                name: A
                kind: backend
                jwks: '{"keys": [{"kty": "oct", "kid": "1", "k": "c2VjcmV0"}]}'
            """)).hasMessageContaining("private key");
    }

    private static Directory read(String text) {
        return Directory.read(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "test") {
            @Override
            public String getFilename() {
                return "directory.yaml";
            }
        });
    }
}
