package nl.meerwaarde.importing;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** What an import says to people, before it begins and when it has ended. */
final class ImportReport {
    private final ImportArguments arguments;
    private final PrintStream out;

    ImportReport(ImportArguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    void refused(List<MappingProblem> problems) {
        out.println("The mapping " + arguments.mapping() + " cannot be used:");
        problems.forEach(problem -> out.println("  " + problem));
    }

    void begins(ImportMapping mapping, long doneBefore) {
        out.println((arguments.check() ? "Checking " : "Importing ") + arguments.file() + ": " + mapping.title());
        if (mapping.attribution() != null) {
            out.println(mapping.attribution());
        }
        if (doneBefore > 0) {
            out.println("Beginning after row " + Numbers.grouped(doneBefore) + "; --from-row=1 begins at the first.");
        }
    }

    void counts(RowTally tally, RejectFile rejects, long millis) {
        out.printf(
                Locale.ROOT,
                "%s rows in %.1f s (%s rows/s), %s rejected%n",
                Numbers.grouped(tally.rows()),
                millis / 1000.0,
                Numbers.grouped(Math.round(tally.rows() * 1000.0 / Math.max(1, millis))),
                Numbers.grouped(tally.rejectedRows()));
        out.print(tally.table());
        for (RowProblem problem : rejects.first()) {
            out.println("  row " + problem.row() + " " + problem.column() + " " + problem.value() + ": "
                    + problem.reason());
        }
        if (tally.rejectedRows() > 0) {
            arguments.rejectFile().ifPresent(path -> out.println("All rejects: " + path));
        }
    }

    void scores(ComparisonTally comparisons) {
        out.print(comparisons.table());
    }

    void stopped(String reason, long done) {
        stopped(reason + " Rows up to " + Numbers.grouped(done) + " are done; the same command goes on after them.");
    }

    void stopped(String reason) {
        out.println("Stopped: " + reason);
    }
}
