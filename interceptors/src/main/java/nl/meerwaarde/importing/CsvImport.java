package nl.meerwaarde.importing;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The door to importing and checking: everything that is said goes to one stream, the rest is in the files. */
public final class CsvImport {
    private final ImportArguments arguments;
    private final PrintStream out;
    private final boolean terminal;
    private final ImportReport report;

    /** @param terminal whether a person watches the stream, so that a line may be written over */
    public CsvImport(ImportArguments arguments, PrintStream out, boolean terminal) {
        this.arguments = arguments;
        this.out = out;
        this.terminal = terminal;
        this.report = new ImportReport(arguments, out);
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

    /** @param comparisons what the step compares, or null when it compares nothing */
    ImportEnd run(ImportDefinitions definitions, RowStep step, @Nullable ComparisonTally comparisons) {
        Optional<MappingReading.Usable> reading = mapping();
        if (reading.isEmpty()) {
            return ImportEnd.STOPPED;
        }
        MappingBinding.Outcome binding = MappingBinding.bind(reading.get().mapping(), definitions);
        if (binding instanceof MappingBinding.Outcome.Bound bound) {
            RowTranslation translation = new RowTranslation(bound.mapping(), definitions.rules());
            return run(reading.get(), bound.mapping(), translation, step, comparisons);
        }
        report.refused(((MappingBinding.Outcome.Refused) binding).problems());
        return ImportEnd.STOPPED;
    }

    private Optional<MappingReading.Usable> mapping() {
        try {
            MappingReading reading = MappingReader.read(arguments.mapping());
            if (reading instanceof MappingReading.Refused refused) {
                report.refused(refused.problems());
            }
            return reading instanceof MappingReading.Usable usable ? Optional.of(usable) : Optional.empty();
        } catch (IOException e) {
            report.stopped("the mapping " + arguments.mapping() + " cannot be read.");
            return Optional.empty();
        }
    }

    private ImportEnd run(
            MappingReading.Usable reading,
            BoundMapping bound,
            RowTranslation translation,
            RowStep step,
            @Nullable ComparisonTally comparisons) {
        try (CsvFile file = CsvFile.open(arguments.file(), bound.mapping().csv())) {
            List<MappingProblem> problems = MappingColumns.check(bound.mapping(), file);
            if (problems.isEmpty()) {
                return run(file, bound, translation, step, progress(reading), comparisons);
            }
            report.refused(problems);
        } catch (IOException | UncheckedIOException e) {
            report.stopped(String.valueOf(e.getMessage()));
        }
        return ImportEnd.STOPPED;
    }

    /** A check stores nothing, so there is nothing to remember. */
    private Optional<ProgressFile> progress(MappingReading.Usable reading) throws IOException {
        return arguments.check()
                ? Optional.empty()
                : Optional.of(ProgressFile.of(arguments.progressFile(), arguments.file(), reading.fingerprint()));
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
        report.begins(bound.mapping(), mark.mark());
        long began = System.nanoTime();
        Optional<String> stopped;
        try (RejectFile rejects = RejectFile.open(arguments.rejectFile().orElse(null), mark.mark())) {
            ProgressLine line = new ProgressLine(out, terminal, tally, file::fractionRead);
            ImportRun run = new ImportRun(bound, translation, step, rejects, mark, tally);
            stopped = new ProgressWatch(line, progress, mark).during(() -> run.run(file, arguments.threads()));
            report.counts(tally, rejects, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
        if (comparisons != null) {
            report.scores(comparisons);
        }
        if (stopped.isPresent()) {
            report.stopped(stopped.get(), mark.mark());
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
}
