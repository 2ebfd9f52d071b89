package nl.meerwaarde.server;

import nl.meerwaarde.server.importing.ImportCommand;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The server. Without a profile it runs on an embedded H2 file store; see the README for the others. */
@SpringBootApplication
@Import({JpaConfiguration.class, FhirServletConfiguration.class})
public class MeerwaardeServer {
    /** Ends the server as soon as it is ready: to try a configuration, or to learn what a start needs. */
    private static final String STOP_WHEN_READY = "meerwaarde.server.stop-when-ready";

    public static void main(String[] arguments) {
        if (ImportCommand.isMeant(arguments)) {
            System.exit(ImportCommand.run(arguments));
        }
        ConfigurableApplicationContext server = SpringApplication.run(MeerwaardeServer.class, arguments);
        if (server.getEnvironment().getProperty(STOP_WHEN_READY, Boolean.class, false)) {
            System.exit(SpringApplication.exit(server));
        }
    }

    /**
     * The servlet container, and with it HAPI, is made before Spring takes the definitions of its beans for final and remembers which have which type;
     * said earlier, it need not look through all of them for every dependency.
     */
    @Bean
    static BeanFactoryPostProcessor finalDefinitions() {
        return ConfigurableListableBeanFactory::freezeConfiguration;
    }
}
