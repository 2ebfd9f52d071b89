package nl.meerwaarde.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import nl.meerwaarde.server.identity.IdentitySettings.Issuer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;

/** A server starts only when it is said who may come in. */
class IdentitySettingsTest {
    private static final List<Issuer> ONE = List.of(new Issuer("https://login.test", null));

    private static IdentitySettings settings(boolean open, List<Issuer> issuers, String audience) {
        return new IdentitySettings(
                open, issuers, audience, Duration.ofSeconds(30), Duration.ofHours(1), "roles", "organization");
    }

    private static InetAddress boundTo(IdentitySettings settings, String address) throws UnknownHostException {
        ServerProperties server = new ServerProperties();
        if (!address.isEmpty()) {
            server.setAddress(InetAddress.getByName(address));
        }
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
        new OpenServer(settings, server).customize(factory);
        return factory.getAddress();
    }

    @Test
    void anIssuerAndAnAudienceAreEnough() {
        settings(false, ONE, "https://us.test").check();
    }

    @Test
    void withoutAnIssuerItDoesNotStart() {
        assertThatThrownBy(() -> settings(false, List.of(), "https://us.test").check())
                .isInstanceOf(UnusableIdentityException.class)
                .hasMessageContaining("no issuer");
    }

    @Test
    void withoutAnAudienceItDoesNotStart() {
        assertThatThrownBy(() -> settings(false, ONE, " ").check())
                .isInstanceOf(UnusableIdentityException.class)
                .hasMessageContaining("no audience");
    }

    @Test
    void openAndGuardedAtOnceItDoesNotStart() {
        assertThatThrownBy(() -> settings(true, ONE, "https://us.test").check())
                .isInstanceOf(UnusableIdentityException.class);
    }

    @Test
    void inTheOpenTokensOfThisMachineMayBeTriedOut() {
        List<Issuer> own = List.of(new Issuer("http://localhost:8080", null));
        settings(true, own, "http://localhost:8080/fhir").check();
        assertThatThrownBy(() -> settings(true, own, "").check())
                .isInstanceOf(UnusableIdentityException.class)
                .hasMessageContaining("no audience");
    }

    @Test
    void inTheOpenItListensOnItsOwnMachineOnly() throws UnknownHostException {
        IdentitySettings open = settings(true, List.of(), "");
        assertThat(boundTo(open, "").isLoopbackAddress()).isTrue();
        assertThat(boundTo(open, "127.0.0.2").getHostAddress()).isEqualTo("127.0.0.2");
        for (String everywhere : List.of("0.0.0.0", "192.0.2.1")) {
            assertThatThrownBy(() -> boundTo(open, everywhere)).isInstanceOf(UnusableIdentityException.class);
        }
    }

    @Test
    void guardedItListensWhereItIsTold() throws UnknownHostException {
        assertThat(boundTo(settings(false, ONE, "https://us.test"), "")).isNull();
    }
}
