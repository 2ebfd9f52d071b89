package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What holds of every page that people see here, whatever it is about. */
final class ReadablePage {
    private static final Path PICTURES = Path.of("target", "pages");

    /** WCAG 2.2 AA with all before it, and what axe advises besides. */
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** As wide as the page is, where it does not fit; 0 where it does. */
    private static final String TOO_WIDE =
            "const page = document.documentElement; return page.scrollWidth > page.clientWidth ? page.scrollWidth : 0";

    private ReadablePage() {}

    /**
     * Looks at the page where the browser is, and keeps a picture of it.
     *
     * @param name of the picture
     */
    static void check(Chromium browser, String name) {
        picture(browser, name);
        String page = name + " for " + browser.reader();
        assertThat(browser.element("html").getDomAttribute("lang"))
                .as("language of " + page)
                .isEqualTo(browser.reader().language());
        assertThat(browser.elements("h1")).as("titles of " + page).hasSize(1);
        assertThat(browser.driver().getTitle())
                .as("title of " + page)
                .isEqualTo(browser.element("h1").getText());
        if (browser.reader().scripts()) {
            assertThat(violations(browser)).as("what axe finds in " + page).isEmpty();
            assertThat(tooWide(browser, "")).as("width of " + page).isZero();
            assertThat(tooWide(browser, "200%"))
                    .as("width of " + page + " with letters twice as large")
                    .isZero();
        }
        assertThat(browser.complaints()).as("the browser about " + page).isEmpty();
    }

    private static List<String> violations(Chromium browser) {
        return new AxeBuilder()
                .withTags(RULES).analyze(browser.driver()).getViolations().stream()
                        .map(ReadablePage::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private static long tooWide(Chromium browser, String letters) {
        browser.driver().executeScript("document.documentElement.style.fontSize = arguments[0]", letters);
        long width = (Long) browser.driver().executeScript(TOO_WIDE);
        browser.driver().executeScript("document.documentElement.style.fontSize = ''");
        return width;
    }

    private static void picture(Chromium browser, String name) {
        Map<String, Object> taken = browser.driver()
                .executeCdpCommand("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Reader reader = browser.reader();
        String file = name + "-" + reader.language() + "-" + reader.width() + ".png";
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(file), Base64.getDecoder().decode((String) taken.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
