package nl.meerwaarde.tests.support;

import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.rest.server.RestfulServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.meerwaarde.plugin.MeerwaardeConfiguration;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A running plain HAPI server, with the suite in it or without. */
public final class PlainHapi implements AutoCloseable {
    private final AnnotationConfigApplicationContext context;
    private final Tomcat tomcat = new Tomcat();

    private PlainHapi(AnnotationConfigApplicationContext context) {
        this.context = context;
    }

    /** HAPI alone. */
    public static PlainHapi without(TestDatabase database) {
        return without(database, 0);
    }

    /** HAPI and what else is given, on a port; 0 is any free one. */
    public static PlainHapi without(TestDatabase database, int port, Class<?>... more) {
        Class<?>[] configurations = Stream.concat(Stream.of(PlainHapiConfiguration.class), Stream.of(more))
                .toArray(Class<?>[]::new);
        return start(database, port, new PartitionSettings(), configurations);
    }

    /** HAPI and, by one more import, the suite. */
    public static PlainHapi with(TestDatabase database) {
        return start(database, 0, new PartitionSettings(), PlainHapiConfiguration.class, MeerwaardeConfiguration.class);
    }

    /** The same, by a host that keeps its data in partitions. */
    public static PlainHapi partitionedWith(TestDatabase database) {
        PartitionSettings partitions = new PartitionSettings();
        partitions.setPartitioningEnabled(true);
        return start(database, 0, partitions, PlainHapiConfiguration.class, MeerwaardeConfiguration.class);
    }

    private static PlainHapi start(
            TestDatabase database, int port, PartitionSettings partitions, Class<?>... configurations) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setAllowCircularReferences(true); // HAPI's own beans need it
        context.registerBean(TestDatabase.class, () -> database);
        context.registerBean(DataSource.class, () -> dataSource(database));
        context.registerBean(PartitionSettings.class, () -> partitions);
        context.register(configurations);
        PlainHapi host = new PlainHapi(context);
        try {
            context.refresh();
            host.serve(port);
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
        return host;
    }

    private static DataSource dataSource(TestDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        return pool;
    }

    private void serve(int port) {
        try {
            tomcat.setBaseDir(Files.createTempDirectory("plain-hapi").toString());
            tomcat.setPort(port);
            Context root = tomcat.addContext("", null);
            Tomcat.addServlet(root, "fhir", context.getBean(RestfulServer.class));
            root.addServletMappingDecoded("/fhir/*", "fhir");
            tomcat.getConnector();
            tomcat.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat does not start", e);
        }
    }

    public Fhir fhir() {
        return new Fhir("http://localhost:" + tomcat.getConnector().getLocalPort() + "/fhir");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The classes of everything that was put together. */
    public Stream<Class<?>> beanTypes() {
        return java.util.Arrays.stream(context.getBeanDefinitionNames())
                .map(context::getType)
                .filter(java.util.Objects::nonNull)
                .map(type -> (Class<?>) type);
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat does not stop", e);
        } finally {
            context.close();
        }
    }
}
