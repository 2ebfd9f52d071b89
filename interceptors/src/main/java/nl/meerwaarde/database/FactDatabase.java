package nl.meerwaarde.database;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.HapiMigrator;
import ca.uhn.fhir.jpa.migrate.taskdef.ExecuteRawSqlTask;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Our tables beside HAPI's, migrated to what this version needs.
 *
 * @param jdbc statements on the connection of the running transaction
 * @param postgres whether the database is PostgreSQL; otherwise it is H2
 */
public record FactDatabase(JdbcTemplate jdbc, boolean postgres) {
    private static final String HISTORY_TABLE = "MW_SCHEMA_HISTORY";

    /** The migrations, oldest first. One that was released never changes. */
    private static final List<String> MIGRATIONS = List.of(
            "20261121",
            "20261122",
            "20261125",
            "20261126",
            "20261127",
            "20261128",
            "20261129",
            "20261130",
            "20261201",
            "20261202",
            "20261203",
            "20261205",
            "20261206",
            "20261207",
            "20261210",
            "20261211",
            "20261220");

    /** What goes with a migration on PostgreSQL only, one statement to each: functions have semicolons inside. */
    private static final List<String> POSTGRES_ONLY = List.of("20261205");

    /**
     * Brings the tables up to date.
     *
     * @throws IllegalStateException when the database is neither H2 nor PostgreSQL
     */
    public static FactDatabase migrated(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.setExceptionTranslator(new KeyConflicts(jdbc.getExceptionTranslator()));
        String product =
                jdbc.execute((Connection connection) -> connection.getMetaData().getDatabaseProductName());
        boolean postgres = "PostgreSQL".equals(product);
        if (!postgres && !"H2".equals(product)) {
            throw new IllegalStateException("Meerwaarde keeps its facts in H2 or PostgreSQL, not in " + product);
        }
        migrate(dataSource, postgres ? DriverTypeEnum.POSTGRES_9_4 : DriverTypeEnum.H2_EMBEDDED);
        return new FactDatabase(jdbc, postgres);
    }

    /**
     * Transactions in which every statement sees the same state of the database. A manager of its own, because HAPI's does not take isolation levels. PostgreSQL
     * gives that with repeatable reads; in H2 these see each table as it was when they first looked at it, and only its serializable transactions see all as at one
     * moment.
     */
    public TransactionTemplate oneState() {
        DataSource dataSource = Objects.requireNonNull(jdbc.getDataSource());
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        transaction.setIsolationLevel(
                postgres
                        ? TransactionDefinition.ISOLATION_REPEATABLE_READ
                        : TransactionDefinition.ISOLATION_SERIALIZABLE);
        return transaction;
    }

    private static void migrate(DataSource dataSource, DriverTypeEnum driver) {
        HapiMigrator migrator = new HapiMigrator(HISTORY_TABLE, dataSource, driver);
        for (String migration : MIGRATIONS) {
            List<String> statements = new ArrayList<>(statements(migration, ";"));
            if (POSTGRES_ONLY.contains(migration) && driver == DriverTypeEnum.POSTGRES_9_4) {
                statements.addAll(statements(migration + "-postgres", ";\\n(?=\\n|create)"));
            }
            for (int i = 0; i < statements.size(); i++) {
                migrator.addTask(new ExecuteRawSqlTask("1", migration + "." + (i + 1)).addSql(statements.get(i)));
            }
        }
        migrator.createMigrationTableIfRequired();
        migrator.migrate();
    }

    private static List<String> statements(String migration, String end) {
        String resource = "/nl/meerwaarde/schema/" + migration + ".sql";
        try (InputStream in = FactDatabase.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The plug-in jar lacks " + resource);
            }
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            return Arrays.stream(script.split(end))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
