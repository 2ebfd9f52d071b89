package nl.meerwaarde.tests.fuzz;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request as it goes over the wire.
 *
 * @param target what follows the method: path and query, as they are
 */
public record HttpRequest(String method, String target, Map<String, String> headers, byte[] body) {
    public HttpRequest {
        headers = new TreeMap<>(headers);
    }

    /** For who wants to send it again by hand; the body as far as it can be shown. */
    @Override
    public String toString() {
        String shown = new String(body, 0, Math.min(body.length, 400), java.nio.charset.StandardCharsets.UTF_8);
        return method + " " + target + "\n"
                + headers.entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining("\n"))
                + "\n\n" + shown;
    }
}
