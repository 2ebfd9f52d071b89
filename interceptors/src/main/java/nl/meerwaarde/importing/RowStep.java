package nl.meerwaarde.importing;

import java.util.List;

/** What is done with a row that could be read: storing it, or checking its scores. Called from several threads; rows of one patient come in order. */
@FunctionalInterface
interface RowStep {
    Outcome take(ImportedRow row);

    /** What came of it. */
    sealed interface Outcome {
        /** The row is dealt with. */
        record Done() implements Outcome {}

        /** The row will never do; never without a problem. */
        record Refused(List<RowProblem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }

        /** No row can be taken now, so the import ends here and can go on later. */
        record Unavailable(String reason) implements Outcome {}
    }
}
