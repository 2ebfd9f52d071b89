package nl.meerwaarde.importing;

/** How an import ended. */
public enum ImportEnd {
    /** Every row is stored; or, when checking, every row is right and every score the same. */
    CLEAN(0),
    /** It came to the end of the file, but some rows were rejected or some scores differ. */
    WITH_REMARKS(1),
    /** It could not begin, or not go on. */
    STOPPED(2);

    private final int exitCode;

    ImportEnd(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of the process. */
    public int exitCode() {
        return exitCode;
    }
}
