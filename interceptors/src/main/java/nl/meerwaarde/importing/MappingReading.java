package nl.meerwaarde.importing;

import java.util.List;

/** What came of reading a mapping file: a mapping, or everything that is wrong with it. */
sealed interface MappingReading {
    /**
     * The file keeps to the schema.
     *
     * @param fingerprint SHA-256 of the file's text: another fingerprint, another mapping
     */
    record Usable(ImportMapping mapping, String fingerprint) implements MappingReading {}

    /** The file cannot be used; never empty. */
    record Refused(List<MappingProblem> problems) implements MappingReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
