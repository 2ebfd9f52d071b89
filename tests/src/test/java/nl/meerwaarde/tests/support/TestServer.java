package nl.meerwaarde.tests.support;

import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The one server that all integration tests of a run share: it starts with the first test that needs it and ends with the JVM. Tests keep apart by
 * using patients of their own.
 */
public final class TestServer {
    private static final TestServer SHARED = start(TestDatabase.chosen());

    private final Fhir fhir;
    private final JdbcTemplate jdbc;

    private TestServer(Fhir fhir, JdbcTemplate jdbc) {
        this.fhir = fhir;
        this.jdbc = jdbc;
    }

    /** The server's FHIR address. */
    public static Fhir fhir() {
        return SHARED.fhir;
    }

    /** The server's database, seen from beside the server. */
    public static JdbcTemplate jdbc() {
        return SHARED.jdbc;
    }

    private static TestServer start(TestDatabase database) {
        ConfigurableApplicationContext server = SpringApplication.run(
                mainClass(),
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--meerwaarde.server.hibernate-dialect=" + database.dialect());
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        return new TestServer(
                new Fhir("http://localhost:" + port + "/fhir"), new JdbcTemplate(server.getBean(DataSource.class)));
    }

    /** By name: the server is tested as it is delivered, so no test compiles against it. */
    private static Class<?> mainClass() {
        try {
            return Class.forName("nl.meerwaarde.server.MeerwaardeServer");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Run integration tests through Maven: it adds the server's classes", e);
        }
    }
}
