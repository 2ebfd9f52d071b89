package nl.meerwaarde.server.demo;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meerwaarde.access.RegistryMeasures;

/** The invented registry of joint replacements, so that there is one to try. Outside the demonstration the policies of recipients alone say what is delivered. */
final class DemoRegistry implements RegistryMeasures {
    /** As in the directory of the demonstration. */
    static final String ORGANIZATION = "Organization/demo-registry";

    private static final Set<String> MEASURES =
            Arrays.stream(Joint.values()).map(DemoMeasures::url).collect(Collectors.toUnmodifiableSet());

    @Override
    public Set<String> deliveredTo(String registry) {
        return ORGANIZATION.equals(registry) ? MEASURES : Set.of();
    }
}
