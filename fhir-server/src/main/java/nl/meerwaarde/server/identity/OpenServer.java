package nl.meerwaarde.server.identity;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.core.Ordered;

/** Keeps a server in which nobody is asked who it is to this machine; and lets no server start of which it is not said who may come in. */
class OpenServer implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory>, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(OpenServer.class);

    private final IdentitySettings settings;
    private final ServerProperties server;

    OpenServer(IdentitySettings settings, ServerProperties server) {
        this.settings = settings;
        this.server = server;
    }

    /** @throws UnusableIdentityException when the settings do not fit each other */
    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        settings.check();
        if (!settings.open()) {
            return;
        }
        InetAddress address = server.getAddress() == null ? InetAddress.getLoopbackAddress() : server.getAddress();
        if (!address.isLoopbackAddress()) {
            throw new UnusableIdentityException(
                    "In the open the server listens on its own machine only, not on " + address.getHostAddress() + ".",
                    "Leave server.address out, or name issuers of tokens instead of meerwaarde.identity.open=true.");
        }
        factory.setAddress(address);
        LOG.warn("OPEN: nobody is asked who it is, and everybody on this machine may read and change everything."
                + " For trying out and for tests, never for patients' data. Tokens: meerwaarde.identity.issuers");
    }

    /** After Spring Boot has said its own of addresses. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
