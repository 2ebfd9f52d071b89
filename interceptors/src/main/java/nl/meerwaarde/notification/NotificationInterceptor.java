package nl.meerwaarde.notification;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.time.Clock;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Notes what there is to tell, in the transaction of the change: nothing is lost, and nothing is told of what was rolled back. */
@Interceptor
public class NotificationInterceptor {
    private final CollectingSubscriptions subscriptions;
    private final Criteria criteria;
    private final Outbox outbox;
    private final Clock clock;

    NotificationInterceptor(CollectingSubscriptions subscriptions, Criteria criteria, Outbox outbox, Clock clock) {
        this.subscriptions = subscriptions;
        this.criteria = criteria;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        note(resource, null, resource);
    }

    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource before, IBaseResource after) {
        note(after, before, after);
    }

    /** There is no notification of a deletion, nor of what is deleted by the same transaction that stored it. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void deleted(IBaseResource resource) {
        note(resource, resource, null);
    }

    private void note(IBaseResource resource, @Nullable IBaseResource before, @Nullable IBaseResource after) {
        NotedChanges.current(subscriptions, criteria, outbox, clock)
                .note((Resource) resource, (Resource) before, (Resource) after);
    }
}
