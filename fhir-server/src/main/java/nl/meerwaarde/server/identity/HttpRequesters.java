package nl.meerwaarde.server.identity;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.RequesterSource;

/** Who sent a request over HTTP. All other requests are the server's own work. */
class HttpRequesters implements RequesterSource {
    private static final String KEY = HttpRequesters.class.getName();

    private final boolean open;

    HttpRequesters(boolean open) {
        this.open = open;
    }

    @Override
    public Optional<Requester> of(RequestDetails request) {
        if (request.getUserData().get(KEY) instanceof Requester known) {
            return Optional.of(known);
        }
        if (!(request instanceof ServletRequestDetails details) || details.getServletRequest() == null) {
            return Optional.empty();
        }
        Requester requester = requester(details.getServletRequest());
        // HAPI makes requests of the entries of a Bundle, and they share this.
        request.getUserData().put(KEY, requester);
        return Optional.of(requester);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Where the server is not open, only what needs no token gets this far without one, and nobody asks there who it is. */
    private Requester requester(HttpServletRequest request) {
        if (request.getAttribute(RequesterFilter.REQUESTER) instanceof Requester named) {
            return named;
        }
        if (open) {
            return Requester.anybody();
        }
        throw new AuthenticationException("Nobody is known to send this request.");
    }
}
