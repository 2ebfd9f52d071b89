package nl.meerwaarde.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * What a recipient was told of a count before, or is told elsewhere: the number, or why it is hidden, which says something of its size.
 *
 * @param reason why it is hidden; null when it was shown
 * @param least the smallest value that the reason leaves a number that is not zero; zeros are withheld, and only with the others of a small group
 * @param most the largest, or {@link Pattern#UNBOUNDED}
 */
public record Told(@Nullable Reason reason, long least, long most) {
    /** The number itself. */
    public static final Told SHOWN = new Told(null, 0, Pattern.UNBOUNDED);

    /**
     * Only why it is hidden.
     *
     * @param threshold of the policy under which it was hidden: counts from 1 up to it are small
     */
    public static Told hidden(Reason reason, int threshold) {
        return switch (reason) {
            case PRIMARY -> new Told(reason, 1, threshold - 1L);
            case COMPLEMENTARY, DOMINANCE -> new Told(reason, threshold, Pattern.UNBOUNDED);
            case WITHHELD -> new Told(reason, 1, Pattern.UNBOUNDED);
        };
    }

    /** Whether the number itself was told. */
    public boolean isShown() {
        return reason == null;
    }

    /** What somebody knows who was told both: shown once is known, and of two reasons the narrowest limits hold. */
    public Told and(Told other) {
        if (isShown() || other.isShown()) {
            return SHOWN;
        }
        Told narrower = most <= other.most ? this : other;
        return new Told(narrower.reason, Math.max(least, other.least), narrower.most);
    }

    /** The limit below which a number is known to be for which this is the reason that is told; 0 when nothing is known of its size. */
    int below() {
        return reason == Reason.PRIMARY ? Math.toIntExact(most + 1) : 0;
    }
}
