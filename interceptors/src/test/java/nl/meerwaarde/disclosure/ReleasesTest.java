package nl.meerwaarde.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever asks again need not wait, and gets what it would have got. */
class ReleasesTest {
    private final Releases releases = new Releases();

    private static Table table(long ofA) {
        return Table.of("n")
                .ownedBy("organization")
                .by()
                .by("organization")
                .add(Position.of("organization", "a"), Cell.of(Map.of("n", ofA)))
                .add(Position.of("organization", "b"), Cell.of(Map.of("n", 20L)))
                .add(Position.of("organization", "c"), Cell.of(Map.of("n", 30L)))
                .add(Position.of("organization", "d"), Cell.of(Map.of("n", 40L)))
                .build();
    }

    private Release of(long ofA, String organization, Earlier earlier) {
        return releases.of(new Recipient(Policies.organization(), organization), table(ofA), earlier);
    }

    @Test
    void theSameTableIsReleasedOnce() {
        assertThat(of(4, "a", Earlier.NOTHING).pattern())
                .isSameAs(of(4, "b", Earlier.NOTHING).pattern());
    }

    @Test
    void eachSeesItsOwn() {
        Position a = Position.of("organization", "a");

        assertThat(of(4, "a", Earlier.NOTHING).cell(a).count("n").value()).isPresent();
        assertThat(of(4, "b", Earlier.NOTHING).cell(a).count("n").value()).isEmpty();
    }

    @Test
    void otherFactsOrAnotherPastIsAnotherRelease() {
        Release first = of(4, "a", Earlier.NOTHING);
        Earlier hidden = (position, count) -> java.util.Optional.of(Told.hidden(Reason.WITHHELD, 10));

        assertThat(of(5, "a", Earlier.NOTHING).pattern()).isNotSameAs(first.pattern());
        assertThat(of(4, "a", hidden).pattern()).isNotSameAs(first.pattern());
        assertThat(releases.of(Recipient.of(Policies.alone()), table(4), Earlier.NOTHING)
                        .pattern())
                .isNotSameAs(first.pattern());
    }
}
