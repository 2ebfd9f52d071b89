package nl.meerwaarde.access;

import java.util.Locale;

/** What is done to a resource: a column of the matrix, with the letter that SMART scopes have for it. */
enum Interaction {
    /** Also one of its versions. */
    READ('r'),
    SEARCH('s'),
    /** Of one resource. */
    HISTORY('r'),
    CREATE('c'),
    UPDATE('u'),
    PATCH('u'),
    DELETE('d');

    private final char letter;

    Interaction(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    boolean reads() {
        return this == READ || this == SEARCH || this == HISTORY;
    }

    /** As in the matrix. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
