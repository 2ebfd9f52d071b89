package nl.meerwaarde.disclosure;

import java.util.Optional;

/** What the recipient has seen before, or sees elsewhere: it cannot be taken back, what was hidden stays hidden, and for no other reason. */
@FunctionalInterface
public interface Earlier {
    /** Nothing. */
    Earlier NOTHING = (position, count) -> Optional.empty();

    /** What was told of a count; empty when it was in no earlier release. */
    Optional<Told> told(Position position, String count);

    /** The same, together with what another says. */
    default Earlier and(Earlier other) {
        return (position, count) -> told(position, count)
                .map(here -> other.told(position, count).map(here::and).orElse(here))
                .or(() -> other.told(position, count));
    }
}
