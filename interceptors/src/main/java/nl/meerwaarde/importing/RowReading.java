package nl.meerwaarde.importing;

import java.util.List;

/** What came of reading a row: resources, or everything that is wrong with it. */
sealed interface RowReading {
    /** The row can be stored. */
    record Usable(ImportedRow row) implements RowReading {}

    /** The row is rejected; never without a problem. */
    record Rejected(List<RowProblem> problems) implements RowReading {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
