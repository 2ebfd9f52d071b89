package nl.meerwaarde.benchmark;

import java.util.Collection;
import java.util.Map;

/** What organisations are called; the port behind which HAPI's storage stands. */
@FunctionalInterface
public interface OrganizationNames {
    /** Names by id, of those that have one here. */
    Map<String, String> of(Collection<String> ids);
}
