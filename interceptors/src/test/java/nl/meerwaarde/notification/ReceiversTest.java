package nl.meerwaarde.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody makes this server call what only this server can reach. */
class ReceiversTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fdff::1",
                "ff02::1",
                "::ffff:10.0.0.1"
            })
    void isPrivate(String address) throws UnknownHostException {
        assertThat(Receivers.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.63.255.255", "100.128.0.1", "193.0.0.1", "2001:4860::1"})
    void isPublic(String address) throws UnknownHostException {
        assertThat(Receivers.isPrivate(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/x",
                "http://localhost/x",
                "https://127.0.0.1/x",
                "https://2130706433/x",
                "https://[::1]/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://192.168.1.1/x",
                "http://ehr.example.org/x",
                "ftp://ehr.example.org/x",
                "https://ehr.example.org/x#part",
                "https://user:secret@ehr.example.org/x",
                "https:///x",
                "mailto:somebody@example.org",
                "urn:oid:1.2"
            })
    void nobodyElseIsRefusedByDefault(String endpoint) {
        assertThat(receivers().refusal(URI.create(endpoint))).isPresent();
    }

    @Test
    void thePublicInternetIsReachedOverTls() {
        assertThat(receivers().refusal(URI.create("https://ehr.example.org/x"))).isEmpty();
        assertThat(receivers().refusal(URI.create("HTTPS://8.8.8.8:8443/x?y=z")))
                .isEmpty();
    }

    @Test
    void whoIsNamedMayBeInside() throws UnknownHostException {
        Receivers named = receivers("localhost", "10.1.2.3");
        assertThat(named.refusal(URI.create("http://LOCALHOST:8080/x"))).isEmpty();
        assertThat(named.mayReceive(URI.create("http://localhost:8080/x"))).isTrue();
        assertThat(named.refusal(URI.create("https://10.1.2.3/x"))).isEmpty();
        assertThat(named.refusal(URI.create("http://10.1.2.3/x"))).isPresent();
        assertThat(named.refusal(URI.create("https://ehr.example.org/x"))).isPresent();
    }

    private static Receivers receivers(String... allowed) {
        Duration any = Duration.ofSeconds(1);
        return new Receivers(new NotificationSettings(Set.of(allowed), false, false, any, any, any, any, any));
    }
}
