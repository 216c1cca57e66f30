package dev.lodestar.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.lodestar.process.Executable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A running headless Chromium with a new profile. */
public final class Chromium implements AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.create(Chromium.class);
    /** The first draws no windows, so it takes less processor time than the others. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

    /** What to do if it is not installed. */
    public static final String MISSING = "These tests drive Chromium, which is not on the PATH (looked for "
            + String.join(", ", NAMES) + "). Install it, for example with: apt-get install chromium-headless-shell";

    private static final List<String> ARGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Somebody else's name that resolves to this machine, as in DNS rebinding.
            "--host-resolver-rules=MAP rebound.example 127.0.0.1");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The browser that all tests share: launched when first needed, closed when all tests are done. */
    public static Chromium of(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Chromium.class, type -> launch(), Chromium.class);
    }

    private static Chromium launch() {
        Path executable = Executable.find(NAMES).orElseThrow(() -> new IllegalStateException(MISSING));
        // Playwright would download its own browsers, which differ from machine to machine.
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // As long as Playwright's own waiting: a busy machine takes its time over a large page.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        LaunchOptions options =
                new LaunchOptions().setExecutablePath(executable).setArgs(ARGS).setHeadless(true);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** Whether it is installed. */
    public static boolean isInstalled() {
        return Executable.find(NAMES).isPresent();
    }

    /** Opens a window with separate cookies and storage. */
    public Window open() {
        // No browser trusts a certificate made by a test.
        return new Window(browser.newContext(new NewContextOptions().setIgnoreHTTPSErrors(true)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
