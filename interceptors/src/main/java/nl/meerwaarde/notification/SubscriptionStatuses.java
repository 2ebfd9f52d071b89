package nl.meerwaarde.notification;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;

/** Status changes that the server itself makes: a receiver has answered, or has not for too long. */
class SubscriptionStatuses {
    private static final String OURS = SubscriptionStatuses.class.getName();

    private final DaoRegistry daos;
    private final IHapiTransactionService transactions;

    SubscriptionStatuses(DaoRegistry daos, IHapiTransactionService transactions) {
        this.daos = daos;
        this.transactions = transactions;
    }

    /** Whether a write is one of these. */
    static boolean isOurs(@Nullable RequestDetails request) {
        return request != null && request.getUserData().containsKey(OURS);
    }

    /**
     * Changes the status of a Subscription unless somebody has meanwhile.
     *
     * @param error why; null when nothing is wrong
     * @param besides what else belongs into the same transaction
     */
    void change(String id, SubscriptionStatus from, SubscriptionStatus to, @Nullable String error, Runnable besides) {
        transactions
                .withSystemRequest()
                .withPropagation(Propagation.REQUIRES_NEW)
                .execute(() -> {
                    Subscription subscription = read(id);
                    if (subscription.getStatus() == from) {
                        besides.run();
                        subscription.setStatus(to);
                        subscription.setError(error);
                        SystemRequestDetails ours = new SystemRequestDetails();
                        ours.getUserData().put(OURS, Boolean.TRUE);
                        daos.getResourceDao(Subscription.class).update(subscription, ours);
                    }
                });
    }

    Subscription read(String id) {
        return daos.getResourceDao(Subscription.class).read(new IdType("Subscription", id), new SystemRequestDetails());
    }
}
