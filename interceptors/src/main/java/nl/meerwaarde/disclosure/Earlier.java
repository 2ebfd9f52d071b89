package nl.meerwaarde.disclosure;

import java.util.Optional;

/** What the recipient has seen before, or sees elsewhere: it cannot be taken back, and what was hidden stays hidden. */
@FunctionalInterface
public interface Earlier {
    /** Nothing. */
    Earlier NOTHING = (position, count) -> Optional.empty();

    /** Whether a count was shown; empty when it was in no earlier release. */
    Optional<Boolean> wasShown(Position position, String count);

    /** The same, and where it says nothing what another says. */
    default Earlier or(Earlier other) {
        return (position, count) -> wasShown(position, count).or(() -> other.wasShown(position, count));
    }
}
