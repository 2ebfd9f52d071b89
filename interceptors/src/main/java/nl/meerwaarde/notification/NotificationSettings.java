package nl.meerwaarde.notification;

import java.time.Duration;
import java.util.Set;

/**
 * What the operator of a server decides about notifications.
 *
 * @param allowedHosts who may be a receiver, by name; these may also have private addresses. Empty: any host that has none
 * @param allowHttp whether receivers other than this machine may be reached without TLS
 * @param fullResources whether resources are sent in full where no rule says who may see what
 * @param timeout how long a receiver may take to answer, at most
 * @param firstRetry how long after the first failure it is tried again; twice as long after each further one
 * @param longestRetry how long at most
 * @param giveUpAfter for how long a receiver may fail
 * @param keptFor how long what was sent can be asked for again
 */
record NotificationSettings(
        Set<String> allowedHosts,
        boolean allowHttp,
        boolean fullResources,
        Duration timeout,
        Duration firstRetry,
        Duration longestRetry,
        Duration giveUpAfter,
        Duration keptFor) {
    NotificationSettings {
        allowedHosts = Set.copyOf(allowedHosts);
    }

    /** A lease lasts longer than one notification can take. */
    Duration lease() {
        return timeout.multipliedBy(2).plusSeconds(10);
    }
}
