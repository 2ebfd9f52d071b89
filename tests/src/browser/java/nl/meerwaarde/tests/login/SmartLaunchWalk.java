package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** From an application to the record and back, in a real browser: the application is a page with a script on a site of its own, the server answers it across sites. */
class SmartLaunchWalk {
    private static final String SUBMIT = "form[action='/sign-in'] button";
    private static final String ALLOW = "form[action='/oauth2/authorize'] button:not(.plain)";
    private static final String REFUSE = "button.plain";
    private static final String QUESTIONNAIRES = "patient/QuestionnaireResponse.cu";

    @ParameterizedTest(name = "{0}, {1} pixels wide")
    @CsvSource({"nl, 1280", "nl, 360", "en, 1280", "en, 360"})
    void patientLetsAnApplicationReadHerRecord(String language, int width) {
        try (Chromium browser = Chromium.of(Reader.of(language, width))) {
            starts(browser);
            browser.isAt(SignInServer.address() + "/sign-in");
            ReadablePage.check(browser, "sign-in");

            signsIn(browser, "vera", "something else");
            browser.element("[role=alert]");
            ReadablePage.check(browser, "wrong-password");

            signsIn(browser, "vera", Person.PASSWORD);
            browser.isAt(SignInServer.address() + "/sign-in/consent");
            browser.reads("Vera Verhoeven");
            ReadablePage.check(browser, "consent");

            browser.presses("[value='" + QUESTIONNAIRES + "']");
            browser.presses(ALLOW);
            assertThat(browser.reads("Read: Vera Verhoeven"))
                    .contains("patient/*.rs")
                    .doesNotContain(QUESTIONNAIRES);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void applicationHearsThatThePatientRefuses() {
        try (Chromium browser = Chromium.of(Reader.dutch())) {
            starts(browser);
            signsIn(browser, "vera", Person.PASSWORD);
            browser.presses(REFUSE);

            browser.reads("Refused: access_denied");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void keyboardIsEnough() {
        try (Chromium browser = Chromium.of(Reader.dutch())) {
            starts(browser);
            browser.element(SUBMIT);
            browser.keys("vera", Keys.TAB, Person.PASSWORD, Keys.ENTER);
            browser.isAt(SignInServer.address() + "/sign-in/consent");
            browser.tabsTo("[value='" + QUESTIONNAIRES + "']");
            assertThat(focusIsSeen(browser)).isTrue();
            browser.keys(Keys.SPACE);
            browser.tabsTo(ALLOW);
            assertThat(focusIsSeen(browser)).isTrue();
            browser.keys(Keys.ENTER);

            assertThat(browser.reads("Read: Vera Verhoeven")).doesNotContain(QUESTIONNAIRES);
        }
    }

    private static boolean focusIsSeen(Chromium browser) {
        WebElement focused = browser.driver().switchTo().activeElement();
        return !"none".equals(focused.getCssValue("outline-style"))
                && !"0px".equals(focused.getCssValue("outline-width"));
    }

    @Test
    void pagesNeedNoScript() {
        EmbeddedServer server = new EmbeddedServer();
        TestApp app = TestApp.withoutSecret(server, "home", SignInServer.site().redirect());
        try (Chromium browser = Chromium.of(Reader.dutch().withoutScripts())) {
            browser.opens(server.endpoint("authorization_endpoint") + "?" + Web.form(app.request(server.own())));
            signsIn(browser, "vera", Person.PASSWORD);
            browser.reads("Vera Verhoeven");
            browser.presses(ALLOW);

            String code =
                    Answer.query(browser.isAt(SignInServer.site().redirect())).getOrDefault("code", "");
            JsonPath token = app.exchange(code).json();
            assertThat(token.getString("patient")).isEqualTo(TestPeople.VERA);
            assertThat(browser.element("#result").getText())
                    .as("the application's own page, whose script did not run")
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}, {1} pixels wide")
    @CsvSource({"nl, 1280", "en, 360"})
    void careTeamMemberChoosesAPatient(String language, int width) {
        try (Chromium browser = Chromium.of(Reader.of(language, width))) {
            starts(browser);
            signsIn(browser, "nora", Person.PASSWORD);
            browser.reads(browser.reader().says("geboren februari 1961", "born February 1961"));
            ReadablePage.check(browser, "patient");
            browser.presses("[value='" + TestPeople.VERA + "']");
            browser.presses("form[action='/sign-in/patient'] button");
            browser.isAt(SignInServer.address() + "/sign-in/consent");
            browser.presses(ALLOW);

            browser.reads("Read: Vera Verhoeven");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}, {1} pixels wide")
    @CsvSource({"nl, 360", "en, 1280"})
    void whoHasManyPatientsLooksForAName(String language, int width) {
        TestPeople.storeMany(SignInServer.fhir());
        try (Chromium browser = Chromium.of(Reader.of(language, width))) {
            starts(browser);
            signsIn(browser, "mies", Person.PASSWORD);
            browser.reads("van kamer 13");
            ReadablePage.check(browser, "many-patients");

            browser.types("name", "nobody");
            browser.presses("[role=search] button");
            browser.reads(browser.reader().says("Er is niemand met deze naam", "There is nobody with this name"));
            ReadablePage.check(browser, "nobody-found");

            browser.types("name", "KAMER 13");
            browser.presses("[role=search] button");
            browser.isAt(SignInServer.address() + "/sign-in/consent?");
            browser.reads("van kamer 13");
            assertThat(browser.elements("[type=radio]")).hasSize(1);
            browser.presses("[type=radio]");
            browser.presses("form[action='/sign-in/patient'] button");
            browser.presses(ALLOW);

            browser.reads("Read: Bewoner van kamer 13");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void relativeOpensItForHerPatient() {
        try (Chromium browser = Chromium.of(Reader.dutch())) {
            starts(browser);
            signsIn(browser, "rob", Person.PASSWORD);
            browser.presses("[value='" + TestPeople.VERA + "']");
            browser.presses("form[action='/sign-in/patient'] button");
            assertThat(browser.reads("Mag Thuis Herstellen dit?"))
                    .as("it is not about himself")
                    .contains("van deze patiënt");
        }
    }

    @Test
    void recordSystemOpensAnApplication() {
        String launch = RecordSystem.launch("home", TestPeople.ANNA, "");
        try (Chromium browser = Chromium.of(Reader.dutch())) {
            browser.opens(SignInServer.site().launch() + "&launch=" + launch);
            signsIn(browser, "nora", Person.PASSWORD);
            browser.reads("Anna <b>Anders</b>");
            browser.presses(ALLOW);

            browser.reads("Read: Anna <b>Anders</b>");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void starts(Chromium browser) {
        browser.opens(SignInServer.site().launch());
    }

    private static void signsIn(Chromium browser, String name, String password) {
        browser.types("username", name);
        browser.types("password", password);
        browser.presses(SUBMIT);
    }
}
