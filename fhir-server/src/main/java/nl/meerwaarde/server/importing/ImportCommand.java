package nl.meerwaarde.server.importing;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import nl.meerwaarde.importing.CsvImport;
import nl.meerwaarde.importing.ImportArguments;
import nl.meerwaarde.importing.ImportDefinitions;
import nl.meerwaarde.importing.ImportEnd;
import nl.meerwaarde.importing.TransactionStore;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.pathway.PathwayCatalogue;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.score.ScoreCalculator;
import nl.meerwaarde.server.MeerwaardeServer;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** {@code import} as first argument: imports or checks a CSV file and ends. */
public final class ImportCommand {
    private static final String NAME = "import";

    private ImportCommand() {}

    /** Whether the arguments ask for an import instead of the server. */
    public static boolean isMeant(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /** Imports or checks; returns the exit code. */
    public static int run(String[] arguments) {
        List<String> own = Arrays.asList(arguments).subList(1, arguments.length);
        ImportArguments.Reading reading = ImportArguments.parse(own);
        if (reading instanceof ImportArguments.Reading.Refused refused) {
            refused.problems().forEach(System.out::println);
            System.out.println(ImportArguments.USAGE);
            return ImportEnd.STOPPED.exitCode();
        }
        ImportArguments usable = ((ImportArguments.Reading.Usable) reading).arguments();
        CsvImport csvImport = new CsvImport(usable, System.out, isTerminal());
        return (usable.check() ? check(csvImport) : store(csvImport, usable)).exitCode();
    }

    /** Newer Javas give a console to pipes as well; a terminal also says what it is. */
    private static boolean isTerminal() {
        return System.console() != null && System.getenv("TERM") != null;
    }

    /** Without a server nobody else tells the log to be quiet. */
    private static ImportEnd check(CsvImport csvImport) {
        LoggingSystem.get(ImportCommand.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        return csvImport.check();
    }

    /** A faulty mapping is found before the storage, whose start takes a while. */
    private static ImportEnd store(CsvImport csvImport, ImportArguments arguments) {
        if (!csvImport.isMappingUsable()) {
            return ImportEnd.STOPPED;
        }
        SpringApplication server = new SpringApplication(MeerwaardeServer.class);
        server.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext beans = server.run(arguments.rest().toArray(String[]::new))) {
            return csvImport.store(definitions(beans), storage(beans));
        } catch (BeansException e) {
            System.out.println("Stopped: the storage cannot be started: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return ImportEnd.STOPPED;
        }
    }

    private static ImportDefinitions definitions(ConfigurableApplicationContext beans) {
        return new ImportDefinitions(
                beans.getBean(InstrumentCatalogue.class)::find,
                beans.getBean(PathwayCatalogue.class)::find,
                beans.getBean(ResponseRules.class),
                beans.getBean(ScoreCalculator.class));
    }

    @SuppressWarnings("unchecked") // HAPI's only system DAO, that of R4
    private static TransactionStore storage(ConfigurableApplicationContext beans) {
        return new TransactionStore(
                beans.getBean(IFhirSystemDao.class), beans.getBean(DaoRegistry.class), beans.getBean(DataSource.class));
    }
}
