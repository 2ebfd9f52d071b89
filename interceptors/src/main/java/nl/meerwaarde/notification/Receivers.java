package nl.meerwaarde.notification;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.meerwaarde.fhir.Sentence;

/** Who may be a receiver: nobody inside the hospital's network whom the operator has not named, and nobody without TLS. */
class Receivers {
    private static final int CARRIER_GRADE_NAT = 100;

    private final NotificationSettings settings;

    Receivers(NotificationSettings settings) {
        this.settings = settings;
    }

    /** Why nothing may be sent there, as far as the address itself tells. */
    Optional<Sentence> refusal(URI endpoint) {
        String host = host(endpoint);
        if (host.isEmpty() || endpoint.getRawUserInfo() != null || endpoint.getRawFragment() != null) {
            return refusal("endpoint.invalid", "");
        }
        if (!settings.allowedHosts().isEmpty() && !settings.allowedHosts().contains(host)) {
            return refusal("endpoint.not-allowed", host);
        }
        if (!isSecure(endpoint, host)) {
            return refusal("endpoint.not-secure", host);
        }
        return isLiteral(host) && !isReachable(host) ? refusal("endpoint.private", host) : Optional.empty();
    }

    /**
     * Whether something may be sent there now: the name of a host may have got an address inside since it was stored.
     *
     * @throws UnknownHostException when the host has no address at the moment
     */
    boolean mayReceive(URI endpoint) throws UnknownHostException {
        String host = host(endpoint);
        return refusal(endpoint).isEmpty()
                && (settings.allowedHosts().contains(host)
                        || Arrays.stream(InetAddress.getAllByName(host)).noneMatch(Receivers::isPrivate));
    }

    private boolean isSecure(URI endpoint, String host) {
        String scheme = String.valueOf(endpoint.getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("https") || scheme.equals("http") && (settings.allowHttp() || isThisMachine(host));
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+") || host.equals("localhost");
    }

    private boolean isReachable(String host) {
        try {
            return settings.allowedHosts().contains(host) || !isPrivate(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String host(URI endpoint) {
        return endpoint.getHost() == null ? "" : endpoint.getHost().toLowerCase(Locale.ROOT);
    }

    /** Addresses that are not of the public internet. */
    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && bytes[0] == CARRIER_GRADE_NAT && (bytes[1] & 0xc0) == 0x40;
        boolean thisNetwork = bytes.length == 4 && bytes[0] == 0;
        return uniqueLocal
                || shared
                || thisNetwork
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    private static Optional<Sentence> refusal(String key, String argument) {
        return Optional.of(Sentence.beside(Receivers.class, key, argument));
    }
}
