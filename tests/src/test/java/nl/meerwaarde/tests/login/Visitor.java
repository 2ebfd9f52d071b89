package nl.meerwaarde.tests.login;

import java.util.Map;

/** Somebody with a browser whom an application sends to sign in. */
interface Visitor {
    /** Goes where an application sends her, and signs in when she is asked to; what she sees then. */
    Answer comesWith(Map<String, String> request);

    /** Allows everything that the page offers; where she is sent. */
    Answer allows(Answer page);

    /** Allows nothing. */
    Answer refuses(Answer page);

    default Answer comesFor(TestApp app, String scope) {
        return comesWith(app.request(scope));
    }
}
