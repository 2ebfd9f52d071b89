package nl.meerwaarde.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody may know of patients; the codes are those of the property {@code ground} of code system {@code disclosure-recipient}. */
public enum Ground {
    /** It treats them, or keeps their records: nobody is left out. */
    CARE,
    /** A law demands it and nobody is asked (GDPR, articles 6(1)(c) and 9(2)(i)): nobody is left out. */
    STATUTORY,
    /** Another ground, which its holder wrote down: who objected is left out (GDPR, article 21). */
    DOCUMENTED,
    /** Consent: only who permitted it, and did not object since, is counted (GDPR, articles 6(1)(a) and 9(2)(a)). */
    CONSENT;

    /** Whether nobody is left out, whatever patients say. */
    public boolean countsEverybody() {
        return this == CARE || this == STATUTORY;
    }

    /** The code on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The ground with a code. */
    public static Optional<Ground> of(String code) {
        return Arrays.stream(values())
                .filter(ground -> ground.code().equals(code))
                .findFirst();
    }
}
