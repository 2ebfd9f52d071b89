package nl.meerwaarde.access;

import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryMatchResult;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.RequesterSource;
import nl.meerwaarde.requester.Role;
import org.hl7.fhir.r4.model.Resource;

/** What the sender of each request may do. */
class Accesses {
    private static final String KEY = Accesses.class.getName();

    private final RequesterSource source;
    private final AccessMatrix matrix;
    private final Map<Role, Reach> reaches;
    private final SearchParamMatcher matcher;
    private final Supplier<Subscribers> subscribers;

    /** @param subscribers asked for when the first request comes: who keeps them may itself ask what somebody may see */
    Accesses(
            RequesterSource source,
            AccessMatrix matrix,
            List<Reach> reaches,
            SearchParamMatcher matcher,
            Supplier<Subscribers> subscribers) {
        this.source = source;
        this.matrix = matrix;
        this.reaches = reaches.stream().collect(Collectors.toUnmodifiableMap(Reach::role, Function.identity()));
        this.matcher = matcher;
        this.subscribers = subscribers;
    }

    /** Empty when everything is allowed: it is the server's own work, or nobody is asked who it is. */
    Optional<Access> of(RequestDetails request) {
        if (request.getUserData().get(KEY) instanceof Access known) {
            return Optional.of(known);
        }
        Optional<Access> access =
                source.of(request).filter(requester -> !requester.isAnybody()).map(this::access);
        access.ifPresent(found -> request.getUserData().put(KEY, found));
        return access;
    }

    /** What somebody may do who sends no request now; empty when that is everything. Who asked when the server ran in the open may not for that reason see more since. */
    Optional<Access> of(Requester requester) {
        return requester.isAnybody() && source.isOpen() ? Optional.empty() : Optional.of(access(requester));
    }

    private Access access(Requester requester) {
        return new Access(matrix, requester, reaches, this::matches, subscribers.get());
    }

    /** What cannot be decided without the database is not among the results. */
    private boolean matches(String search, Resource resource) {
        try {
            InMemoryMatchResult result = matcher.match(search, resource, new SystemRequestDetails());
            return result.supported() && result.matched();
        } catch (BaseServerResponseException notASearch) {
            return false;
        }
    }
}
