package nl.meerwaarde.server.login;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Where people sign in here, this server is the issuer whose tokens count here: one setting switches on both. What somebody set otherwise stays as it is. */
final class OwnTokensCount implements EnvironmentPostProcessor, Ordered {
    private static final String ADDRESS = "meerwaarde.login.address";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty(LoginConfiguration.ENABLED, Boolean.class, false)) {
            return;
        }
        String address = environment.getRequiredProperty(ADDRESS);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "own tokens",
                        Map.of(
                                "meerwaarde.identity.issuers[0].uri", address,
                                "meerwaarde.identity.issuers[0].jwks-uri", address + "/oauth2/jwks",
                                "meerwaarde.identity.audience", address + "/fhir")));
    }

    /** After the settings were read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
