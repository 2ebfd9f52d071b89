package nl.meerwaarde.tests.login;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came back over HTTP. */
record Answer(HttpResponse<String> http) {
    int status() {
        return http.statusCode();
    }

    String text() {
        return http.body();
    }

    JsonPath json() {
        return JsonPath.from(text());
    }

    String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    /** Where it sends the browser; empty when nowhere. */
    String location() {
        return header("Location");
    }

    /** The query of that, decoded. */
    Map<String, String> sent() {
        return query(URI.create(location()));
    }

    /** The query of an address, decoded. */
    static Map<String, String> query(URI address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = address.getRawQuery();
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    /** Where the first form of the page is sent. */
    String action() {
        Matcher action = Pattern.compile("<form[^>]* action=\"([^\"]*)\"").matcher(text());
        if (!action.find()) {
            throw new AssertionError("The page has no form: " + text());
        }
        return action.group(1).replace("&amp;", "&");
    }

    /** The value of a field of a form that stands in the page. */
    String field(String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(text());
        if (!field.find()) {
            throw new AssertionError("The page has no field " + name + ": " + text());
        }
        return field.group(1).replace("&amp;", "&");
    }

    /** The values of all fields of this name, in the order of the page. */
    java.util.List<String> fields(String name) {
        return Pattern.compile("name=\"" + name + "\"[^>]* value=\"([^\"]*)\"")
                .matcher(text())
                .results()
                .map(result -> result.group(1).replace("&amp;", "&"))
                .toList();
    }

    @Override
    public String toString() {
        return status() + " " + http.headers().map() + " " + text();
    }
}
