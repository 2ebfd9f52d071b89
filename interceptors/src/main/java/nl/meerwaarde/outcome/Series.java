package nl.meerwaarde.outcome;

import nl.meerwaarde.fhir.Fingerprint;

/**
 * What the changes of many episodes have in common that a report adds up.
 *
 * @param pathway address of the pathway, without version
 * @param moment measurement moment after baseline
 * @param score key of the code, or empty: the moments themselves, whether anybody answered or not
 * @param model canonical of the case-mix model with whose expectations the scores stand, or empty: the scores alone
 */
public record Series(String pathway, String moment, String score, String model) {
    private static final char SEPARATOR = '\n';

    /** The moments themselves. */
    public static Series ofMoments(String pathway, String moment) {
        return new Series(pathway, moment, "", "");
    }

    /** The scores, whether a model expected something of them or not. */
    public static Series ofScores(String pathway, String moment, String score) {
        return new Series(pathway, moment, score, "");
    }

    /** Short enough for the index that reports read, in which addresses would take most of the room and time. */
    public long key() {
        return Fingerprint.number(pathway + SEPARATOR + moment + SEPARATOR + score + SEPARATOR + model);
    }
}
