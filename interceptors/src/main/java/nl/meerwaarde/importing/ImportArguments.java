package nl.meerwaarde.importing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an import was asked to do.
 *
 * @param mapping path of the mapping, or {@code classpath:} and the name of a shipped one
 * @param file the data
 * @param check whether nothing is stored
 * @param fromRow the row to begin with whatever was done before, or null to go on after what was done
 * @param rejects where the rejects go, or null for beside the data (and nowhere when checking)
 * @param threads how many rows are worked on side by side
 * @param rest arguments that are not the importer's, for the server's settings
 */
public record ImportArguments(
        String mapping,
        Path file,
        boolean check,
        @Nullable Long fromRow,
        @Nullable Path rejects,
        int threads,
        List<String> rest) {
    /** How an import is called. */
    public static final String USAGE = String.join(
            "\n",
            "import --mapping=<mapping.json or classpath:name> --file=<data.csv or data.csv.gz>",
            "       [--check] [--from-row=<number>] [--rejects=<rejects.csv>] [--threads=<number>] [settings of the server]",
            "Shipped mappings: classpath:nhs-proms-hip, classpath:nhs-proms-knee.");

    /** Each holds a connection, and the server's pool has 20. */
    private static final int MOST_THREADS = 16;

    public ImportArguments {
        rest = List.copyOf(rest);
    }

    /** What came of reading the arguments. */
    public sealed interface Reading {
        /** They can be followed. */
        record Usable(ImportArguments arguments) implements Reading {}

        /** They cannot, for all these reasons. */
        record Refused(List<String> problems) implements Reading {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Reads the arguments that follow {@code import}. */
    public static Reading parse(List<String> arguments) {
        return new Parsing().parse(arguments);
    }

    /** Where the rejects go; empty when they are only shown. */
    Optional<Path> rejectFile() {
        return rejects == null && !check ? Optional.of(beside(".rejects.csv")) : Optional.ofNullable(rejects);
    }

    /** Where the progress is remembered: beside the rejects, under the data's name. */
    Path progressFile() {
        String name = file.getFileName() + ".progress";
        return rejects == null ? beside(".progress") : rejects.toAbsolutePath().resolveSibling(name);
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /** One reading of arguments. */
    private static final class Parsing {
        private final List<String> problems = new ArrayList<>();
        private final List<String> rest = new ArrayList<>();
        private @Nullable String mapping;
        private @Nullable Path file;
        private boolean check;
        private @Nullable Long fromRow;
        private @Nullable Path rejects;
        private int threads = Runtime.getRuntime().availableProcessors();

        Reading parse(List<String> arguments) {
            arguments.forEach(this::read);
            if (mapping == null) {
                problems.add("--mapping is missing.");
            }
            if (file == null) {
                problems.add("--file is missing.");
            } else if (!Files.isReadable(file)) {
                problems.add("--file: " + file + " cannot be read.");
            }
            return mapping == null || file == null || !problems.isEmpty()
                    ? new Reading.Refused(problems)
                    : new Reading.Usable(new ImportArguments(mapping, file, check, fromRow, rejects, threads, rest));
        }

        private void read(String argument) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            String value = equals < 0 ? "" : argument.substring(equals + 1);
            switch (name) {
                case "--mapping" -> mapping = value;
                case "--file" -> file = Path.of(value);
                case "--check" -> check = true;
                case "--from-row" -> fromRow = number(name, value, Integer.MAX_VALUE);
                case "--rejects" -> rejects = Path.of(value);
                case "--threads" -> threads = (int) number(name, value, MOST_THREADS);
                default -> readOther(name, argument);
            }
        }

        private long number(String name, String value, long most) {
            if (value.matches("[1-9]\\d{0,9}") && Long.parseLong(value) <= most) {
                return Long.parseLong(value);
            }
            problems.add(name + " must be a number from 1 to " + most + ", not '" + value + "'.");
            return 1;
        }

        /** Settings have dots in their names; without one it is a slip of the pen. */
        private void readOther(String name, String argument) {
            if (name.startsWith("--") && name.contains(".")) {
                rest.add(argument);
            } else {
                problems.add("There is no option " + name + ".");
            }
        }
    }
}
