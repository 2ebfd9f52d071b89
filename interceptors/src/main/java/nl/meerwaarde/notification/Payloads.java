package nl.meerwaarde.notification;

import java.util.Optional;
import nl.meerwaarde.requester.Requester;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** What of an event a requester may be told now. */
class Payloads {
    private static final PayloadRule.View EVERYTHING = resource -> true;
    private static final PayloadRule.View NOTHING = new PayloadRule.View() {
        @Override
        public boolean sees(Resource resource) {
            return false;
        }

        @Override
        public boolean reaches(String type) {
            return false;
        }
    };

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

    /** What this requester may be told at this moment; null: nobody knows who that is. */
    Now now(@Nullable Requester requester) {
        PayloadRule.View view = rule.map(known -> requester == null ? NOTHING : known.now(requester))
                .orElse(EVERYTHING);
        return new Now(view, most(requester) == Content.FULL_RESOURCE);
    }

    /** What a requester may be told at one moment. */
    final class Now {
        private final PayloadRule.View view;
        private final boolean full;

        private Now(PayloadRule.View view, boolean full) {
            this.view = view;
            this.full = full;
        }

        /** Empty when the requester may not be told of it at all: the resource is gone, or the rule forbids it. */
        Optional<Payload> of(Event event) {
            return stored.current(event).filter(view::sees).map(current -> new Payload(event, content(event, current)));
        }

        /** An earlier version may hold what the requester may not see although the present one does not. */
        private @Nullable Resource content(Event event, Resource current) {
            if (!full) {
                return null;
            }
            // What never changes has no version.
            Long version = current.getIdElement().getVersionIdPartAsLong();
            return version == null || version == event.resourceVersion()
                    ? current
                    : stored.asOf(event).filter(view::sees).orElse(null);
        }

        /** Whether there is anything left of this type that the requester may be told. */
        boolean reaches(String type) {
            return view.reaches(type);
        }
    }
}
