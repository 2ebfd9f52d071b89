package nl.meerwaarde.notification;

import java.util.Optional;
import nl.meerwaarde.requester.Requester;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** What of an event a requester may be told now. */
class Payloads {
    private final StoredVersions stored;
    private final Optional<PayloadRule> rule;
    private final boolean fullResources;

    /** @param fullResources whether resources are sent in full where no rule says who may see what */
    Payloads(StoredVersions stored, Optional<PayloadRule> rule, boolean fullResources) {
        this.stored = stored;
        this.rule = rule;
        this.fullResources = fullResources;
    }

    /** An event, and the resource as the event left it; null when only its address may be told. */
    record Payload(Event event, @Nullable Resource resource) {
        Payload with(Event numbered) {
            return new Payload(numbered, resource);
        }
    }

    /** The most that this requester may be sent. */
    Content most(@Nullable Requester requester) {
        boolean allowed = rule.isPresent() || requester != null && requester.isAnybody() || fullResources;
        return allowed ? Content.FULL_RESOURCE : Content.ID_ONLY;
    }

    /** Empty when the requester may not be told of it at all: the resource is gone, or the rule forbids it. */
    Optional<Payload> of(Event event, @Nullable Requester requester) {
        return stored.current(event)
                .filter(current -> maySee(requester, current))
                .map(current -> new Payload(event, content(event, current, requester)));
    }

    private boolean maySee(@Nullable Requester requester, Resource resource) {
        return rule.isEmpty() || requester != null && rule.get().maySee(requester, resource);
    }

    /** An earlier version may hold what the requester may not see although the present one does not. */
    private @Nullable Resource content(Event event, Resource current, @Nullable Requester requester) {
        if (most(requester) != Content.FULL_RESOURCE) {
            return null;
        }
        return current.getIdElement().getVersionIdPartAsLong() == event.resourceVersion()
                ? current
                : stored.asOf(event)
                        .filter(version -> maySee(requester, version))
                        .orElse(null);
    }
}
