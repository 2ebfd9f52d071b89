package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages speak the reader's language, and nobody misuses them. */
class SignInPagesIT {
    @ParameterizedTest
    @CsvSource({"nl, nl, Inloggen", "en-GB, en, Sign in", "fr, nl, Inloggen", "'en;q=0.3, nl-BE', nl, Inloggen"})
    void pageSpeaksTheReadersLanguage(String accepted, String language, String title) {
        Answer page = new Web(Map.of("Accept-Language", accepted)).get(SignInServer.address() + "/sign-in");

        assertThat(page.text()).contains("<html lang=\"" + language + "\"").contains("<h1>" + title + "</h1>");
        assertThat(page.header("Content-Language")).isEqualTo(language);
    }

    @Test
    void pageIsGuarded() {
        Answer page = new Web().get(SignInServer.address() + "/sign-in");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .containsPattern("form-action 'self'[^;]* https://portal\\.example\\.org[ ;]")
                .doesNotContain("unsafe");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
        assertThat(page.text()).doesNotContain("<script").doesNotContain(" style=");
    }

    @Test
    void styleIsThere() {
        Answer style = new Web().get(SignInServer.address() + "/sign-in/style.css");

        assertThat(style.status()).isEqualTo(200);
        assertThat(style.header("Content-Type")).startsWith("text/css");
    }

    @Test
    void formThatAnotherSiteSendsIsRefused() {
        Answer answer = new Person("vera").sends("/sign-in", Map.of("username", "vera", "password", Person.PASSWORD));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("Deze pagina werkt niet meer");
    }

    @Test
    void whatIsNotThereIsSaidInTheReadersLanguage() {
        Web browser = new Web(Map.of("Accept-Language", "nl", "Accept", "text/html"));

        Answer answer = browser.get(SignInServer.address() + "/.well-known/nowhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text())
                .contains("Deze pagina kan niet worden geopend")
                .doesNotContain("Whitelabel");
    }

    @Test
    void sessionChangesWithSigningIn() {
        Person vera = new Person("vera");

        assertThat(vera.signsIn(Person.PASSWORD).header("Set-Cookie")).contains("JSESSIONID");
    }

    @Test
    void wrongPasswordAndUnknownNameLookTheSame() {
        assertThat(new Person("vera").signsIn("wrong").location())
                .isEqualTo(new Person("nobody-here").signsIn("wrong").location())
                .endsWith("/sign-in?error");
    }

    @Test
    void whoTriesManyPasswordsWaitsEvenWithTheRightOne() {
        for (int i = 0; i < 5; i++) {
            new Person("locked").signsIn("guess-" + i);
        }

        assertThat(new Person("locked").signsIn(Person.PASSWORD).location()).contains("/sign-in?wait=");
        assertThat(new Person("nora").signsIn(Person.PASSWORD).location()).endsWith("/sign-in/done");
    }

    @Test
    void afterSigningInNobodyIsSentAnywhereElse() {
        Person vera = new Person("vera");
        vera.opens("/sign-in/consent?state=https://evil.example.org");

        assertThat(vera.signsIn(Person.PASSWORD).location()).endsWith("/sign-in/done");
    }

    @Test
    void consentOfSomebodyElseCannotBeSeenOrGiven() {
        TestApp app = TestApp.portal(new EmbeddedServer());
        Answer page = new Person("vera").comesFor(app, "launch/patient patient/Observation.rs");
        Person nora = new Person("nora");
        nora.signsIn(Person.PASSWORD);
        String state = page.field("state").replace("=", "%3D");

        assertThat(nora.opens("/sign-in/consent?state=" + state).status()).isEqualTo(400);
        Answer given = nora.allows(page);
        assertThat(given.status()).as(given.toString()).isEqualTo(400);
    }
}
