package nl.meerwaarde.tests.support;

import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.requester.Role;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A server that asks who it is: it takes tokens of two issuers. One for all tests of a run that need one, beside {@link TestServer}. */
public final class GuardedServer {
    private static final GuardedServer SHARED = start();

    private final String address;
    private final TestIssuer issuer;
    private final TestIssuer other;
    private final TestIssuer away;
    private final ConfigurableApplicationContext beans;

    private GuardedServer(
            String address,
            TestIssuer issuer,
            TestIssuer other,
            TestIssuer away,
            ConfigurableApplicationContext beans) {
        this.address = address;
        this.issuer = issuer;
        this.other = other;
        this.away = away;
        this.beans = beans;
    }

    /** The address of the server itself, without path. */
    public static String address() {
        return SHARED.address;
    }

    /** Whose keys the server is told where to find. */
    public static TestIssuer issuer() {
        return SHARED.issuer;
    }

    /** Another one, whose discovery document the server looks at. */
    public static TestIssuer otherIssuer() {
        return SHARED.other;
    }

    /** One that the server knows, and whose keys nobody can get. */
    public static TestIssuer issuerAway() {
        return SHARED.away;
    }

    /** A client without a token. */
    public static Fhir nobody() {
        return new Fhir(SHARED.address + "/fhir");
    }

    /** A client that sends this token. */
    public static Fhir with(String token) {
        return nobody().with("Authorization", "Bearer " + token);
    }

    /** A hospital's record system, which may do what it needs. */
    public static Fhir ehr() {
        return with(issuer().token("ehr").of(Role.EHR).scopes("system/*.cruds").signed());
    }

    /** A part of the server. */
    public static <T> T bean(Class<T> type) {
        return SHARED.beans.getBean(type);
    }

    private static GuardedServer start() {
        TestIssuer issuer = TestIssuer.start();
        TestIssuer other = TestIssuer.start();
        TestIssuer away = TestIssuer.start();
        away.stop();
        List<String> arguments = new ArrayList<>(TestDatabase.chosen("guarded").settings());
        arguments.add("--server.port=0");
        arguments.add("--meerwaarde.identity.issuers[0].uri=" + issuer.uri());
        arguments.add("--meerwaarde.identity.issuers[0].jwks-uri=" + issuer.jwksUri());
        arguments.add("--meerwaarde.identity.issuers[1].uri=" + other.uri());
        arguments.add("--meerwaarde.identity.issuers[2].uri=" + away.uri());
        arguments.add("--meerwaarde.identity.audience=" + TestIssuer.AUDIENCE);
        arguments.addAll(TestServer.NOTIFICATIONS);
        arguments.add(TestServer.DEMONSTRATION);
        ConfigurableApplicationContext server =
                SpringApplication.run(TestServer.mainClass(), arguments.toArray(String[]::new));
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        return new GuardedServer("http://localhost:" + port, issuer, other, away, server);
    }
}
