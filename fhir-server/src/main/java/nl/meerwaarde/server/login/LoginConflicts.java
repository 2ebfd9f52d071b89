package nl.meerwaarde.server.login;

import java.util.Arrays;
import java.util.Objects;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** What signing in here does not go together with. */
final class LoginConflicts {
    private static final String DEMO_DIRECTORY = "demo-directory.yaml";

    private LoginConflicts() {}

    /** @throws IllegalStateException when the settings contradict each other */
    static void check(Environment environment) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        if (!demo && environment.getProperty("meerwaarde.identity.open", Boolean.class, false)) {
            throw conflict("meerwaarde.identity.open: nobody would be asked for the token");
        }
        String issuer = environment.getProperty("meerwaarde.identity.issuers[0].uri");
        if (issuer != null && !Objects.equals(issuer, environment.getProperty("meerwaarde.login.address"))) {
            throw conflict("meerwaarde.identity.issuers: another identity provider signs people in; there is one door");
        }
        if (environment.containsProperty("meerwaarde.smart.token-endpoint")) {
            throw conflict("meerwaarde.smart: applications would be sent elsewhere");
        }
        if (!demo && environment.getProperty("meerwaarde.login.directory", "").contains(DEMO_DIRECTORY)) {
            throw conflict(
                    "the users of the demonstration, whose passwords everybody knows, without its profile; active are "
                            + Arrays.toString(environment.getActiveProfiles()));
        }
    }

    private static IllegalStateException conflict(String with) {
        return new IllegalStateException("meerwaarde.login.enabled does not go together with " + with);
    }
}
