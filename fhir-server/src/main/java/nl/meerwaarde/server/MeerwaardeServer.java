package nl.meerwaarde.server;

import nl.meerwaarde.server.importing.ImportCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The server. Without a profile it runs on an embedded H2 file store; see the README for the others. */
@SpringBootApplication
@Import({JpaConfiguration.class, FhirServletConfiguration.class})
public class MeerwaardeServer {
    public static void main(String[] arguments) {
        if (ImportCommand.isMeant(arguments)) {
            System.exit(ImportCommand.run(arguments));
        }
        SpringApplication.run(MeerwaardeServer.class, arguments);
    }
}
