package nl.meerwaarde.importing;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The door to importing and checking: everything that is said goes to one stream, the rest is in the files. */
public final class CsvImport {
    private final ImportArguments arguments;
    private final PrintStream out;
    private final boolean terminal;

    /** @param terminal whether a person watches the stream, so that a line may be written over */
    public CsvImport(ImportArguments arguments, PrintStream out, boolean terminal) {
        this.arguments = arguments;
        this.out = out;
        this.terminal = terminal;
    }

    /** Whether the mapping keeps to its schema; says what is wrong with it. Worth asking before a server is started. */
    public boolean isMappingUsable() {
        return mapping().isPresent();
    }

    /** Reads and scores every row with the shipped definitions, without a server, and compares the scores with those of the file. */
    public ImportEnd check() {
        ImportDefinitions definitions = ImportDefinitions.shipped();
        ComparisonTally comparisons = new ComparisonTally();
        return run(definitions, new ScoreComparison(definitions.calculator(), comparisons), comparisons);
    }

    /** Stores every row that is not stored yet. */
    public ImportEnd store(ImportDefinitions definitions, TransactionStore store) {
        return run(definitions, store, null);
    }

    ImportEnd run(ImportDefinitions definitions, RowStep step, @Nullable ComparisonTally comparisons) {
        Optional<MappingReading.Usable> reading = mapping();
        if (reading.isEmpty()) {
            return ImportEnd.STOPPED;
        }
        ImportMapping mapping = reading.get().mapping();
        MappingBinding.Outcome binding = MappingBinding.bind(mapping, definitions);
        if (binding instanceof MappingBinding.Outcome.Refused refused) {
            return refuse(refused.problems());
        }
        BoundMapping bound = ((MappingBinding.Outcome.Bound) binding).mapping();
        try (CsvFile file = CsvFile.open(arguments.file(), mapping.csv())) {
            List<MappingProblem> columns = MappingColumns.check(mapping, file);
            if (!columns.isEmpty()) {
                return refuse(columns);
            }
            Optional<ProgressFile> progress = arguments.check()
                    ? Optional.empty()
                    : Optional.of(ProgressFile.of(
                            arguments.progressFile(),
                            arguments.file(),
                            reading.get().fingerprint()));
            return run(file, bound, new RowTranslation(bound, definitions.rules()), step, progress, comparisons);
        } catch (IOException | UncheckedIOException e) {
            out.println("Stopped: " + e.getMessage());
            return ImportEnd.STOPPED;
        }
    }

    private Optional<MappingReading.Usable> mapping() {
        try {
            MappingReading reading = MappingReader.read(arguments.mapping());
            if (reading instanceof MappingReading.Refused refused) {
                refuse(refused.problems());
            }
            return reading instanceof MappingReading.Usable usable ? Optional.of(usable) : Optional.empty();
        } catch (IOException e) {
            out.println("The mapping " + arguments.mapping() + " cannot be read.");
            return Optional.empty();
        }
    }

    private ImportEnd refuse(List<MappingProblem> problems) {
        out.println("The mapping " + arguments.mapping() + " cannot be used:");
        problems.forEach(problem -> out.println("  " + problem));
        return ImportEnd.STOPPED;
    }

    private ImportEnd run(
            CsvFile file,
            BoundMapping bound,
            RowTranslation translation,
            RowStep step,
            Optional<ProgressFile> progress,
            @Nullable ComparisonTally comparisons)
            throws IOException {
        HighWaterMark mark = new HighWaterMark(doneBefore(progress));
        RowTally tally = new RowTally();
        long began = System.nanoTime();
        Optional<String> stopped;
        try (RejectFile rejects = RejectFile.open(arguments.rejectFile().orElse(null), mark.mark())) {
            announce(bound.mapping(), mark.mark());
            ImportRun run = new ImportRun(bound, translation, step, rejects, mark, tally);
            stopped = watched(new ProgressLine(out, terminal, tally, file::fractionRead), progress, mark, file, run);
            report(tally, rejects, comparisons, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
        if (stopped.isPresent()) {
            out.println("Stopped: " + stopped.get() + " Rows up to " + Numbers.grouped(mark.mark())
                    + " are done; the same command goes on after them.");
            return ImportEnd.STOPPED;
        }
        return tally.rejectedRows() == 0 && (comparisons == null || comparisons.differences() == 0)
                ? ImportEnd.CLEAN
                : ImportEnd.WITH_REMARKS;
    }

    private long doneBefore(Optional<ProgressFile> progress) throws IOException {
        if (arguments.fromRow() != null) {
            return arguments.fromRow() - 1;
        }
        return progress.isPresent() ? progress.get().done() : 0;
    }

    private void announce(ImportMapping mapping, long doneBefore) {
        out.println((arguments.check() ? "Checking " : "Importing ") + arguments.file() + ": " + mapping.title());
        if (mapping.attribution() != null) {
            out.println(mapping.attribution());
        }
        if (doneBefore > 0) {
            out.println("Beginning after row " + Numbers.grouped(doneBefore) + "; --from-row=1 begins at the first.");
        }
    }

    /** Runs while progress is shown and noted every second. */
    private Optional<String> watched(
            ProgressLine line, Optional<ProgressFile> progress, HighWaterMark mark, CsvFile file, ImportRun run)
            throws IOException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleAtFixedRate(() -> tick(line, progress, mark), 1, 1, TimeUnit.SECONDS);
        try {
            return run.run(file, arguments.threads());
        } finally {
            end(clock);
            line.end();
            if (progress.isPresent()) {
                progress.get().note(mark.mark());
            }
        }
    }

    private static void end(ExecutorService clock) {
        clock.shutdown();
        try {
            clock.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Progress that could not be noted this second is noted the next, or at the end, where it matters. */
    private static void tick(ProgressLine line, Optional<ProgressFile> progress, HighWaterMark mark) {
        line.tick();
        try {
            if (progress.isPresent()) {
                progress.get().note(mark.mark());
            }
        } catch (IOException e) {
            return;
        }
    }

    private void report(RowTally tally, RejectFile rejects, @Nullable ComparisonTally comparisons, long millis) {
        out.printf(
                Locale.ROOT,
                "%s rows in %.1f s (%s rows/s), %s rejected%n",
                Numbers.grouped(tally.rows()),
                millis / 1000.0,
                Numbers.grouped(Math.round(tally.rows() * 1000.0 / Math.max(1, millis))),
                Numbers.grouped(tally.rejectedRows()));
        out.print(tally.table());
        if (comparisons != null) {
            out.print(comparisons.table());
        }
        for (RowProblem problem : rejects.first()) {
            out.println("  row " + problem.row() + " " + problem.column() + " " + problem.value() + ": "
                    + problem.reason());
        }
        if (tally.rejectedRows() > 0) {
            arguments.rejectFile().ifPresent(path -> out.println("All rejects: " + path));
        }
    }
}
