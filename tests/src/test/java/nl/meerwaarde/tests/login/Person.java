package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Somebody with a browser at the pages of this server. */
final class Person implements Visitor {
    static final String PASSWORD = "proef-wachtwoord";

    private final String name;
    private final Web browser;

    Person(String name) {
        this(name, "nl");
    }

    Person(String name, String language) {
        this.name = name;
        this.browser = new Web(Map.of("Accept-Language", language));
    }

    @Override
    public Answer comesWith(Map<String, String> request) {
        Answer first = browser.get(SignInServer.address() + "/oauth2/authorize", request);
        if (!first.location().contains("/sign-in")) {
            return first;
        }
        Answer signedIn = signsIn(PASSWORD);
        assertThat(signedIn.location()).as("after signing in").contains("/oauth2/authorize");
        return follow(browser.get(signedIn.location()));
    }

    Answer signsIn(String password) {
        Answer page = browser.get(SignInServer.address() + "/sign-in");
        assertThat(page.status()).isEqualTo(200);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("username", name);
        form.put("password", password);
        form.put("_csrf", page.field("_csrf"));
        return browser.post(SignInServer.address() + "/sign-in", form);
    }

    /** Signed in before: where an application sends her, and what she sees. */
    Answer comesAgain(Map<String, String> request) {
        return follow(browser.get(SignInServer.address() + "/oauth2/authorize", request));
    }

    private Answer follow(Answer answer) {
        return answer.location().contains("/sign-in/") ? browser.get(absolute(answer.location())) : answer;
    }

    private static String absolute(String location) {
        return location.startsWith("/") ? SignInServer.address() + location : location;
    }

    /** Chooses a patient on the page; what she sees then. */
    Answer chooses(Answer page, String patient) {
        Answer chosen = browser.post(
                SignInServer.address() + "/sign-in/patient",
                Map.of("_csrf", page.field("_csrf"), "state", page.field("state"), "patient", patient));
        assertThat(chosen.status()).as(chosen.toString()).isEqualTo(303);
        return browser.get(absolute(chosen.location()));
    }

    @Override
    public Answer allows(Answer page) {
        return allows(page, scope -> true);
    }

    Answer allows(Answer page, Predicate<String> which) {
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        List<String> scopes = new ArrayList<>(page.fields("scope"));
        scopes.removeIf(which.negate());
        return browser.postForm(
                SignInServer.address() + "/oauth2/authorize", decision(page) + "&" + Web.form("scope", scopes));
    }

    @Override
    public Answer refuses(Answer page) {
        return browser.postForm(SignInServer.address() + "/oauth2/authorize", decision(page));
    }

    private static String decision(Answer page) {
        return Web.form(Map.of("client_id", page.field("client_id"), "state", page.field("state")));
    }

    Answer sends(String path, Map<String, String> form) {
        return browser.post(SignInServer.address() + path, form);
    }

    Answer opens(String path) {
        return browser.get(SignInServer.address() + path);
    }
}
