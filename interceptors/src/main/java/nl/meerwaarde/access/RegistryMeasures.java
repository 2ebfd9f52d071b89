package nl.meerwaarde.access;

import java.util.Set;

/** Which Measures are delivered to which registry. Whoever keeps the policies of recipients says so by a bean; where there are several, what any of them says. */
@FunctionalInterface
public interface RegistryMeasures {
    /**
     * Those of one registry.
     *
     * @param registry as its token names it, such as {@code Organization/knees}
     * @return their addresses without version; empty when nothing is delivered to it
     */
    Set<String> deliveredTo(String registry);
}
