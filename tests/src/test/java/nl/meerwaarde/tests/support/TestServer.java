package nl.meerwaarde.tests.support;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryResourceMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.meerwaarde.audit.AuditSettings;
import nl.meerwaarde.audit.RecordedAccesses;
import nl.meerwaarde.audit.SealingJob;
import nl.meerwaarde.cell.SettlingJob;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.notification.NotificationConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The one server that all integration tests of a run share: it starts with the first test that needs it and ends with the JVM. Tests keep apart by
 * using patients of their own.
 */
public final class TestServer {
    /** Receivers are on this machine, and nobody waits long. */
    public static final List<String> NOTIFICATIONS = List.of(
            "--meerwaarde.notification.enabled=true",
            "--meerwaarde.notification.allowed-hosts=localhost,plain.example.org",
            "--meerwaarde.notification.full-resources=true",
            "--meerwaarde.notification.interval-seconds=1",
            "--meerwaarde.notification.first-retry-seconds=1",
            "--meerwaarde.notification.longest-retry-seconds=1");

    private static final TestIssuer ISSUER = TestIssuer.start();

    private static final TestServer SHARED = start(TestDatabase.chosen("meerwaarde"), List.of());

    private final TestDatabase database;
    private final Fhir fhir;
    private final JdbcTemplate jdbc;
    private final FactDatabase facts;
    private final SettlingJob settling;
    private final SealingJob sealing;
    private final ConfigurableApplicationContext context;

    /** Nobody has loaded the owners' wordings; tests answer all the same. */
    static final String DEMONSTRATION = "--meerwaarde.wording=demonstration";

    /** Nobody is asked who it is. */
    static final String OPEN = "--meerwaarde.identity.open=true";

    private TestServer(
            TestDatabase database,
            Fhir fhir,
            JdbcTemplate jdbc,
            FactDatabase facts,
            SettlingJob settling,
            SealingJob sealing,
            ConfigurableApplicationContext context) {
        this.database = database;
        this.fhir = fhir;
        this.jdbc = jdbc;
        this.facts = facts;
        this.settling = settling;
        this.sealing = sealing;
        this.context = context;
    }

    /** The server's FHIR address. */
    public static Fhir fhir() {
        return SHARED.fhir;
    }

    /** Nobody needs a token, and these count: who sends one is held to it. */
    public static TestIssuer issuer() {
        return ISSUER;
    }

    /** The server's database, seen from beside the server. */
    public static JdbcTemplate jdbc() {
        return SHARED.jdbc;
    }

    /** The tables of facts in it. */
    public static FactDatabase facts() {
        return SHARED.facts;
    }

    /** Adds up, as the server does from time to time, the facts of closed windows. */
    public static void settle() {
        SHARED.settling.settle(1);
    }

    /** Seals, as the server does from time to time, what was recorded. */
    public static void seal() {
        SHARED.sealing.seal();
    }

    /**
     * Imports into the server's database with the importer's command line, which runs beside the server as it does in a hospital.
     *
     * @return the exit code
     */
    public static int importCsv(List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("import"));
        all.addAll(arguments);
        all.addAll(SHARED.database.settings());
        all.add(DEMONSTRATION);
        try {
            return (int) Class.forName("nl.meerwaarde.server.importing.ImportCommand")
                    .getMethod("run", String[].class)
                    .invoke(null, (Object) all.toArray(String[]::new));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The import command cannot be run", e);
        }
    }

    /**
     * A server of its own in this JVM, for tests that count everybody it knows; it lives as long as this JVM.
     *
     * @param name of its database
     * @param settings as arguments, besides those of the shared server
     */
    public static Fhir another(String name, List<String> settings) {
        return start(TestDatabase.chosen(name), settings).fhir;
    }

    /**
     * What sends notifications on another server of the same database: the same classes again, knowing nothing of the first.
     *
     * @return to be closed
     */
    public static AnnotationConfigApplicationContext anotherSender() {
        AnnotationConfigApplicationContext another = new AnnotationConfigApplicationContext();
        Stream.of(
                        FhirContext.class,
                        FactDatabase.class,
                        DaoRegistry.class,
                        IHapiTransactionService.class,
                        PlatformTransactionManager.class,
                        InMemoryResourceMatcher.class,
                        SubscriptionSettings.class,
                        AuditSettings.class,
                        RecordedAccesses.class)
                .forEach(shared -> another.getBeanFactory()
                        .registerSingleton(shared.getSimpleName(), SHARED.context.getBean(shared)));
        another.setEnvironment(SHARED.context.getEnvironment());
        another.register(NotificationConfiguration.class);
        another.refresh();
        return another;
    }

    private static TestServer start(TestDatabase database, List<String> settings) {
        List<String> arguments = new ArrayList<>(database.settings());
        arguments.addAll(settings);
        arguments.add("--server.port=0");
        arguments.add("--meerwaarde.alert.escalation-interval-seconds=1");
        arguments.addAll(NOTIFICATIONS);
        // When a test says so, because tests tamper with what is sealed.
        arguments.add("--meerwaarde.audit.seal-every=P1D");
        arguments.add(DEMONSTRATION);
        arguments.add(OPEN);
        arguments.add("--meerwaarde.identity.issuers[0].uri=" + ISSUER.uri());
        arguments.add("--meerwaarde.identity.audience=" + TestIssuer.AUDIENCE);
        ConfigurableApplicationContext server = SpringApplication.run(mainClass(), arguments.toArray(String[]::new));
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        return new TestServer(
                database,
                new Fhir("http://localhost:" + port + "/fhir"),
                new JdbcTemplate(server.getBean(DataSource.class)),
                server.getBean(FactDatabase.class),
                server.getBean(SettlingJob.class),
                server.getBean(SealingJob.class),
                server);
    }

    /** By name: the server is tested as it is delivered, so no test compiles against it. */
    public static Class<?> mainClass() {
        try {
            return Class.forName("nl.meerwaarde.server.MeerwaardeServer");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Run integration tests through Maven: it adds the server's classes", e);
        }
    }
}
