package nl.meerwaarde.tests.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends requests and keeps cookies, as a browser does; follows nothing by itself. */
final class Web {
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(new CookieManager(new LocalCookies(), CookiePolicy.ACCEPT_ALL))
            .build();
    private final Map<String, String> headers;

    Web() {
        this(Map.of());
    }

    /** @param headers sent with each request */
    Web(Map<String, String> headers) {
        this.headers = headers;
    }

    Answer get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    Answer get(String address, Map<String, String> parameters) {
        return get(address + "?" + form(parameters));
    }

    Answer post(String address, Map<String, String> fields) {
        return postForm(address, form(fields));
    }

    /** @param form encoded, for fields that come more than once */
    Answer postForm(String address, String form) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Answer postJson(String address, String json) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    Answer options(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).method("OPTIONS", BodyPublishers.noBody()));
    }

    private Answer send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> pair(field.getKey(), field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String form(String name, List<String> values) {
        return values.stream().map(value -> pair(name, value)).collect(Collectors.joining("&"));
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
