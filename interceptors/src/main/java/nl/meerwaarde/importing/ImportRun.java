package nl.meerwaarde.importing;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run over the rows of a file: reads them in order, works on them side by side, writes down the rejected, and keeps the mark. */
final class ImportRun {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    private final BoundMapping mapping;
    private final RowTranslation translation;
    private final RowStep step;
    private final RejectFile rejects;
    private final HighWaterMark mark;
    private final RowTally tally;
    private final Set<String> keys = new HashSet<>();
    private final AtomicReference<String> stopped = new AtomicReference<>();

    ImportRun(
            BoundMapping mapping,
            RowTranslation translation,
            RowStep step,
            RejectFile rejects,
            HighWaterMark mark,
            RowTally tally) {
        this.mapping = mapping;
        this.translation = translation;
        this.step = step;
        this.rejects = rejects;
        this.mark = mark;
        this.tally = tally;
    }

    /**
     * Takes every row above the mark.
     *
     * @return why it ended before the end of the file; empty when it did not
     * @throws IOException when the file cannot be read on
     */
    Optional<String> run(CsvFile file, int threads) throws IOException {
        long from = mark.mark() + 1;
        try (Lanes lanes = new Lanes(threads)) {
            boolean first = true;
            Optional<CsvLine> line = file.next();
            while (line.isPresent() && stopped.get() == null) {
                take(line.get(), from, lanes);
                if (first && line.get().number() >= from) {
                    // Concurrent first writes of the same profiles and canonicals collide in HAPI.
                    lanes.drain();
                    first = false;
                }
                line = file.next();
            }
        }
        return Optional.ofNullable(stopped.get());
    }

    private void take(CsvLine line, long from, Lanes lanes) {
        if (line instanceof CsvLine.Broken broken) {
            if (broken.number() >= from) {
                reject(broken.number(), List.of(new RowProblem(broken.number(), "", "", broken.reason())));
            }
            return;
        }
        CsvLine.Row row = (CsvLine.Row) line;
        RowIds ids = RowIds.of(row, mapping.mapping());
        boolean repeated = !mapping.mapping().rowKey().isEmpty() && !keys.add(ids.episode());
        if (row.number() < from) {
            return;
        }
        if (repeated) {
            String columns = String.join(", ", mapping.mapping().rowKey());
            reject(
                    row.number(),
                    List.of(new RowProblem(
                            row.number(),
                            columns,
                            "",
                            "An earlier row has the same values in the columns of the row key.")));
            return;
        }
        lanes.submit(ids.patient(), () -> work(row, ids));
    }

    /** Rows that were read when the import is stopped are left to the next run. */
    private void work(CsvLine.Row row, RowIds ids) {
        if (stopped.get() != null) {
            return;
        }
        try {
            RowReading reading = translation.read(row, ids);
            if (reading instanceof RowReading.Usable usable) {
                settle(usable.row(), step.take(usable.row()));
            } else if (reading instanceof RowReading.Rejected rejected) {
                reject(row.number(), rejected.problems());
            }
        } catch (RuntimeException e) { // a fault of ours must not cost the other rows
            LOG.debug("Row {} cannot be imported", row.number(), e);
            rejectFault(row.number(), e);
        }
    }

    private void settle(ImportedRow row, RowStep.Outcome outcome) {
        if (outcome instanceof RowStep.Outcome.Refused refused) {
            reject(row.number(), refused.problems());
        } else if (outcome instanceof RowStep.Outcome.Unavailable unavailable) {
            stopped.compareAndSet(null, unavailable.reason());
        } else {
            tally.taken(row);
            mark.done(row.number());
        }
    }

    private void reject(long row, List<RowProblem> problems) {
        rejects.reject(problems);
        tally.rejected();
        mark.done(row);
    }

    private void rejectFault(long row, RuntimeException e) {
        try {
            reject(
                    row,
                    List.of(new RowProblem(
                            row, "", "", "The importer failed: " + e.getClass().getSimpleName() + ".")));
        } catch (RuntimeException unwritable) {
            stopped.compareAndSet(null, "The reject file cannot be written: " + unwritable.getMessage());
        }
    }
}
