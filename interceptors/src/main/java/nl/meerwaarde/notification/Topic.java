package nl.meerwaarde.notification;

import java.util.List;

/**
 * Something that happens and that systems may want to be told of (SubscriptionTopic of R5).
 *
 * @param url its canonical address
 * @param version its version
 * @param trigger when it happens
 * @param filters the search parameters by which a subscriber may narrow it
 */
record Topic(String url, String version, Trigger trigger, List<String> filters) {
    Topic {
        filters = List.copyOf(filters);
    }
}
