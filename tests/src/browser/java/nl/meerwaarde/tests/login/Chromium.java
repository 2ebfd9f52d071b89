package nl.meerwaarde.tests.login;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Somebody's browser: Chromium as Debian packs it, without a window and fresh. */
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int HEIGHT = 780;
    private static final int NO_SCRIPTS = 2;

    /** It misses its own words for this version of the protocol of Chromium; nothing here needs them. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private final Reader reader;
    private final ChromeDriver driver;

    private Chromium(Reader reader, ChromeDriver driver) {
        this.reader = reader;
        this.driver = driver;
    }

    /** Fails where there is no browser: a test that was not run shows nothing. */
    static Chromium of(Reader reader) {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(program("meerwaarde.chromedriver"))
                .build();
        return new Chromium(reader, new ChromeDriver(service, options(reader)));
    }

    private static ChromeOptions options(Reader reader) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("meerwaarde.chromium"));
        // The sandbox needs what containers do not give; nothing is opened here but pages of this machine.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--accept-lang=" + reader.language(),
                "--window-size=" + Reader.WIDE + "," + HEIGHT);
        if (reader.isNarrow()) {
            options.setExperimentalOption(
                    "mobileEmulation",
                    Map.of("deviceMetrics", Map.of("width", reader.width(), "height", HEIGHT, "pixelRatio", 1.0)));
        }
        if (!reader.scripts()) {
            options.setExperimentalOption(
                    "prefs", Map.of("profile.managed_default_content_settings.javascript", NO_SCRIPTS));
        }
        LoggingPreferences everything = new LoggingPreferences();
        everything.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, everything);
        return options;
    }

    private static File program(String setting) {
        File program = new File(System.getProperty(setting));
        if (!program.canExecute()) {
            throw new IllegalStateException("There is no " + program
                    + ": install Debian's chromium and chromium-driver, or say where they are with -D" + setting);
        }
        return program;
    }

    Reader reader() {
        return reader;
    }

    ChromeDriver driver() {
        return driver;
    }

    void opens(String address) {
        driver.get(address);
    }

    /** As after a long time. */
    void forgetsSession() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    void types(String field, String text) {
        WebElement input = element("[name='" + field + "']");
        input.clear();
        input.sendKeys(text);
    }

    void presses(String button) {
        element(button).click();
    }

    /** As it comes from the keyboard, to whatever has the focus. */
    void keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** Goes on with the tabulator until this has the focus, as somebody without a mouse does. */
    void tabsTo(String selector) {
        WebElement target = element(selector);
        for (int presses = 0; !target.equals(driver.switchTo().activeElement()); presses++) {
            if (presses > 20) {
                throw new AssertionError("The keyboard does not reach " + selector + " of " + driver.getCurrentUrl());
            }
            keys(Keys.TAB);
        }
    }

    /** What a selector of CSS finds, as soon as it is there. */
    WebElement element(String selector) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> driver.findElement(By.cssSelector(selector)), Objects::nonNull);
    }

    List<WebElement> elements(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** What a person reads, as soon as this stands there. */
    String reads(String text) {
        return await("to read: " + text)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> element("body").getText(), read -> read.contains(text));
    }

    /** As soon as the browser is somewhere below this address. */
    URI isAt(String address) {
        return URI.create(await("to be at " + address)
                .atMost(PATIENCE)
                .until(driver::getCurrentUrl, now -> now.startsWith(address)));
    }

    /** What the browser complained about since it was asked before: scripts, policies, what could not be loaded. That the page itself says no is none of that. */
    List<String> complaints() {
        String itself = driver.getCurrentUrl();
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message ->
                        !(message.startsWith(itself) && message.contains("the server responded with a status of 4")))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
