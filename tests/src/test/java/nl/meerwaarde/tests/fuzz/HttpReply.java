package nl.meerwaarde.tests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What came back.
 *
 * @param status 0 when the connection was closed without an answer
 * @param text headers and body
 */
public record HttpReply(int status, String text) {
    private static final Pattern INNER_LIFE = Pattern.compile(
            "[a-z]+\\.[a-z]+\\.[A-Za-z.]*(Exception|Error)\\b|\\bat [a-z]+(\\.[\\w$]+)+\\(|\\bjdbc:|\\borg\\.h2\\b|\\borg\\.postgresql\\b|\\bhibernate\\b|\\bSQL\\b|\\bmw_[a-z]+|\\bHFJ_|Apache Tomcat/|NullPointer|ClassCast|IndexOutOf",
            Pattern.CASE_INSENSITIVE);

    static HttpReply of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new HttpReply(text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
    }

    /** Words about how the server is made, which are nobody's business. Empty when there are none. */
    public Optional<String> innerLife() {
        return INNER_LIFE.matcher(text).results().findFirst().map(match -> match.group());
    }
}
