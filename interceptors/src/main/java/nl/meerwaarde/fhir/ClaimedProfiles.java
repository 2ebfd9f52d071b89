package nl.meerwaarde.fhir;

import org.hl7.fhir.r4.model.Resource;

/** Reads which profiles a resource claims, of what nobody has validated. HAPI's own look-up fails with an unspecific exception when a profile has no value. */
public final class ClaimedProfiles {
    private ClaimedProfiles() {}

    /** Whether a resource says that it conforms to a profile. */
    public static boolean include(Resource resource, String profile) {
        return resource.getMeta().getProfile().stream().anyMatch(claimed -> profile.equals(claimed.getValue()));
    }
}
