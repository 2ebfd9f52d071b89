package nl.meerwaarde.server.login;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings below {@code meerwaarde.login}.
 *
 * @param address where browsers and applications reach this server, without a slash at the end: the issuer of its tokens; https, unless it is this machine
 * @param directory who may sign in and which applications there are, as YAML or JSON
 * @param keys file with the keys that sign tokens; made at first start, readable by its owner only
 * @param keyLife after which a new key signs
 * @param accessTokenLife of access tokens; at most ten minutes
 * @param onlineLife from sign-in until an application with {@code online_access} needs the person again
 * @param offlineLife from its last use until a refresh token of an application with {@code offline_access} ends
 */
@ConfigurationProperties("meerwaarde.login")
record LoginProperties(
        URI address,
        @Nullable Resource directory,
        Path keys,
        @DefaultValue("P90D") Duration keyLife,
        @DefaultValue("PT5M") Duration accessTokenLife,
        @DefaultValue("PT8H") Duration onlineLife,
        @DefaultValue("P30D") Duration offlineLife) {
    private static final Duration LONGEST_TOKEN = Duration.ofMinutes(10);
    private static final String TLS = "https";

    LoginProperties {
        if (accessTokenLife.isNegative() || accessTokenLife.isZero() || accessTokenLife.compareTo(LONGEST_TOKEN) > 0) {
            throw new IllegalArgumentException("meerwaarde.login.access-token-life is longer than nothing and at most "
                    + LONGEST_TOKEN + ", because a token cannot be called back from who checks it alone");
        }
        if (address.getHost() == null || address.toString().endsWith("/")) {
            throw new IllegalArgumentException(
                    "meerwaarde.login.address is the address of this server without a slash at the end, not "
                            + address);
        }
        if (!TLS.equals(address.getScheme()) && !isLoopback(address.getHost())) {
            throw new IllegalArgumentException(
                    "meerwaarde.login.address is https, because passwords travel to it, not " + address);
        }
    }

    /** Who may sign in. */
    Resource knownDirectory() {
        if (directory == null) {
            throw new IllegalArgumentException(
                    "meerwaarde.login.directory is missing: the file of users and clients, such as"
                            + " file:/etc/meerwaarde/directory.yaml");
        }
        return directory;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether browsers come over TLS. */
    boolean isTls() {
        return TLS.equals(address.getScheme());
    }

    /** Issuer of the tokens. */
    String issuer() {
        return address.toString();
    }

    /** The FHIR address, for which the tokens are. */
    String fhirBase() {
        return address + "/fhir";
    }
}
