package nl.meerwaarde.tests.login;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What people see when things go otherwise: in their language, readable, and it says what to do next. Each page is looked at closely once per reader. */
class SignInPagesWalk {
    static final List<Reader> READERS = List.of(
            Reader.of("nl", Reader.WIDE),
            Reader.of("nl", Reader.NARROW),
            Reader.of("en", Reader.WIDE),
            Reader.of("en", Reader.NARROW));

    private static final Map<Reader, Chromium> BROWSERS = new HashMap<>();

    private static final EmbeddedServer SERVER = new EmbeddedServer();
    private static final String SUBMIT = "form[action='/sign-in'] button";
    private static final String ALLOW = "form[action='/oauth2/authorize'] button:not(.plain)";

    /** Somebody who was never here. */
    private static Chromium fresh(Reader reader) {
        Chromium browser = BROWSERS.computeIfAbsent(reader, Chromium::of);
        browser.forgetsSession();
        browser.complaints();
        return browser;
    }

    @AfterAll
    static void close() {
        BROWSERS.values().forEach(Chromium::close);
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void whoTriedTooOftenHearsHowLongToWait(Reader reader) {
        Chromium browser = fresh(reader);
        browser.opens(SignInServer.address() + "/sign-in");
        for (int i = 0; i < 6; i++) {
            signsIn(browser, "guessed-" + reader.language() + reader.width(), "guess-" + i);
        }
        browser.reads(reader.says("U hebt te vaak geprobeerd in te loggen", "You tried to sign in too often"));
        ReadablePage.check(browser, "too-often");
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void unknownApplication(Reader reader) {
        Map<String, String> request = app().request(SERVER.own());
        request.put("client_id", "nobody");
        ReadablePage.check(sees(request, reader), "no-request");
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void applicationThatWantsToBeAnsweredElsewhere(Reader reader) {
        Map<String, String> request = app().request(SERVER.own());
        request.put("redirect_uri", "https://evil.example.org/answer");
        sees(request, reader);
    }

    private static Chromium sees(Map<String, String> request, Reader reader) {
        Chromium browser = fresh(reader);
        browser.opens(address(request));
        browser.reads(reader.says("Deze vraag klopt niet", "This request is not right"));
        return browser;
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void whoTypesForLongerThanTheSessionLives(Reader reader) {
        Chromium browser = fresh(reader);
        browser.opens(address(app().request(SERVER.own())));
        browser.element(SUBMIT);
        browser.forgetsSession();
        signsIn(browser, "vera", Person.PASSWORD);
        browser.reads(reader.says("Deze pagina werkt niet meer", "This page no longer works"));
        ReadablePage.check(browser, "no-longer");
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void whoThinksForLongerThanTheSessionLives(Reader reader) {
        Chromium browser = fresh(reader);
        browser.opens(address(app().request(SERVER.own())));
        signsIn(browser, "vera", Person.PASSWORD);
        browser.element(ALLOW);
        browser.forgetsSession();
        browser.presses(ALLOW);
        browser.reads(reader.says("Deze pagina werkt niet meer", "This page no longer works"));
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void whoAllowsTheSameASecondTime(Reader reader) {
        Chromium browser = fresh(reader);
        browser.opens(address(app().request(SERVER.own())));
        signsIn(browser, "vera", Person.PASSWORD);
        String consent =
                browser.isAt(SignInServer.address() + "/sign-in/consent").toString();
        browser.presses(ALLOW);
        browser.isAt(SignInServer.site().redirect());
        browser.opens(consent);
        browser.reads(reader.says("Deze pagina werkt niet meer", "This page no longer works"));
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void patientWithALaunchForSomebodyElse(Reader reader) {
        Map<String, String> request = app().request("launch patient/*.rs");
        request.put("launch", RecordSystem.launch("home", TestPeople.ANNA, ""));
        Chromium browser = fresh(reader);
        browser.opens(address(request));
        signsIn(browser, "vera", Person.PASSWORD);
        browser.reads(reader.says("Dit kan niet worden geopend", "This cannot be opened"));
        ReadablePage.check(browser, "no-launch");
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void whoHasNoPatient(Reader reader) {
        Chromium browser = fresh(reader);
        browser.opens(address(app().request(SERVER.own())));
        signsIn(browser, "locked", Person.PASSWORD);
        browser.reads(reader.says("Voor welke patiënt?", "Which patient?"));
        ReadablePage.check(browser, "no-patient");
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void whoSignsInWithoutAnApplicationAndOutAgain(Reader reader) {
        Chromium browser = fresh(reader);
        browser.opens(SignInServer.address() + "/sign-in");
        signsIn(browser, "vera", Person.PASSWORD);
        browser.reads(reader.says("U bent ingelogd", "You are signed in"));
        ReadablePage.check(browser, "done");

        browser.presses("form[action='/sign-in/out'] button");
        browser.reads(reader.says("U bent uitgelogd", "You are signed out"));
        ReadablePage.check(browser, "signed-out");

        browser.opens(SignInServer.address() + "/sign-in/done");
        browser.element(SUBMIT);
    }

    @ParameterizedTest
    @FieldSource("READERS")
    void pageThatIsNotThere(Reader reader) {
        Chromium browser = fresh(reader);
        browser.opens(SignInServer.address() + "/sign-in");
        signsIn(browser, "vera", Person.PASSWORD);
        browser.reads(reader.says("U bent ingelogd", "You are signed in"));
        browser.opens(SignInServer.address() + "/sign-in/nowhere");
        browser.reads(reader.says("Deze pagina kan niet worden geopend", "This page cannot be opened"));
        ReadablePage.check(browser, "not-there");
    }

    private static TestApp app() {
        return TestApp.withoutSecret(SERVER, "home", SignInServer.site().redirect());
    }

    private static String address(Map<String, String> request) {
        return SERVER.endpoint("authorization_endpoint") + "?" + Web.form(request);
    }

    private static void signsIn(Chromium browser, String name, String password) {
        browser.types("username", name);
        browser.types("password", password);
        browser.presses(SUBMIT);
    }
}
