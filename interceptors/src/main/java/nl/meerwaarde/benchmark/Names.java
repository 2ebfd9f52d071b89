package nl.meerwaarde.benchmark;

import java.util.Collection;
import java.util.Map;

/** What organisations and teams are called; the port behind which HAPI's storage stands. */
@FunctionalInterface
public interface Names {
    /** Names by reference ({@code Type/id}), of those that have one here. */
    Map<String, String> of(Collection<String> references);
}
