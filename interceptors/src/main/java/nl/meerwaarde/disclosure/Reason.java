package nl.meerwaarde.disclosure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a number is suppressed, one per code of the code system {@code suppression-reason}. */
public enum Reason {
    /** It stands on too few people. */
    PRIMARY,
    /** With it, a number on too few people could be computed. */
    COMPLEMENTARY,
    /** It stands on too few people, or with it a number on too few could be computed: to say which would say too much. */
    WITHHELD,
    /** Too much of it comes from one person, or from so few organisations that they could compute what the others have. */
    DOMINANCE;

    /** The reason with a code; empty when there is none. */
    public static Optional<Reason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }

    /** The code in the code system. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
