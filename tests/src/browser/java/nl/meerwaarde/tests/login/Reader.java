package nl.meerwaarde.tests.login;

/**
 * How somebody reads pages.
 *
 * @param language of the browser, as in {@code Accept-Language}
 * @param width of the window in CSS pixels
 * @param scripts whether the browser runs any
 */
record Reader(String language, int width, boolean scripts) {
    static final int WIDE = 1280;

    /** A telephone. */
    static final int NARROW = 360;

    static Reader of(String language, int width) {
        return new Reader(language, width, true);
    }

    static Reader dutch() {
        return of("nl", WIDE);
    }

    Reader withoutScripts() {
        return new Reader(language, width, false);
    }

    /** What stands in the pages for this reader. */
    String says(String dutch, String english) {
        return language.equals("nl") ? dutch : english;
    }

    boolean isNarrow() {
        return width < WIDE;
    }
}
