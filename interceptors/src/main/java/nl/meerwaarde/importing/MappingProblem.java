package nl.meerwaarde.importing;

/**
 * One thing that is wrong with a mapping.
 *
 * @param where JSON pointer into the mapping, such as {@code /responses/0/items/oks-01}; empty for the mapping as a whole
 * @param sentence what is wrong and what would be right
 */
record MappingProblem(String where, String sentence) {
    @Override
    public String toString() {
        return where.isEmpty() ? sentence : where + ": " + sentence;
    }
}
