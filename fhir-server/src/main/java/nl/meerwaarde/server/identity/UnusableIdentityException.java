package nl.meerwaarde.server.identity;

/** The settings do not say who may be let in, so that the server does not start. */
class UnusableIdentityException extends RuntimeException {
    private final String remedy;

    UnusableIdentityException(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    /** What to do about it. */
    String remedy() {
        return remedy;
    }
}
