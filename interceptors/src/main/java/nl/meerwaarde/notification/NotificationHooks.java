package nl.meerwaarde.notification;

import java.util.List;

/**
 * What of this package is to be registered with the host; nothing where the host sends notifications itself.
 *
 * @param storage hooks of storage
 * @param server hooks of the server
 * @param operations what the server offers
 */
public record NotificationHooks(List<Object> storage, List<Object> server, List<Object> operations) {
    public NotificationHooks {
        storage = List.copyOf(storage);
        server = List.copyOf(server);
        operations = List.copyOf(operations);
    }
}
