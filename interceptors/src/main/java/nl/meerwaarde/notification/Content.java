package nl.meerwaarde.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a notification holds (R5 backport, {@code backport-payload-content}). In the order of how much. */
enum Content {
    EMPTY,
    ID_ONLY,
    FULL_RESOURCE;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Content> of(String code) {
        return Arrays.stream(values())
                .filter(content -> content.code().equals(code))
                .findFirst();
    }

    /** The smaller of both. */
    Content atMost(Content other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
