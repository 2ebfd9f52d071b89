package nl.meerwaarde.access;

import java.util.List;

/**
 * The hooks of the access rules.
 *
 * @param server for each REST server; none where the rules are off
 * @param storage for the storage
 */
public record AccessHooks(List<Object> server, List<Object> storage) {
    /** Where nobody tells who asks. */
    static final AccessHooks OFF = new AccessHooks(List.of(), List.of());

    public AccessHooks {
        server = List.copyOf(server);
        storage = List.copyOf(storage);
    }

    /** Whether requests are held to the rules. */
    public boolean areOn() {
        return !server.isEmpty();
    }
}
