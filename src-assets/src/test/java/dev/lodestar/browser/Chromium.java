package dev.lodestar.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import dev.lodestar.process.Executable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A running headless Chromium with a fresh profile. */
public final class Chromium implements AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.create(Chromium.class);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** What to do if it is not installed. */
    public static final String MISSING = "These tests drive Chromium, and there is none on the PATH (looked for "
            + String.join(", ", NAMES) + "). Install it, for example with: apt-get install chromium";

    private static final List<String> ARGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // A name of somebody else that stands for this machine, as in DNS rebinding.
            "--host-resolver-rules=MAP rebound.example 127.0.0.1");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The one of all tests, which is launched when first needed, and closed when all tests are done. */
    public static Chromium of(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Chromium.class, type -> launch(), Chromium.class);
    }

    private static Chromium launch() {
        Path executable = Executable.find(NAMES).orElseThrow(() -> new IllegalStateException(MISSING));
        // Playwright's own browsers would be fetched over the network, and differ from machine to machine.
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        LaunchOptions options =
                new LaunchOptions().setExecutablePath(executable).setArgs(ARGS).setHeadless(true);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** Whether it can be launched. */
    public static boolean isInstalled() {
        return Executable.find(NAMES).isPresent();
    }

    /** Opens a window with cookies and storage of its own. */
    public Window open() {
        // No browser trusts a certificate that a test has made.
        return new Window(browser.newContext(new NewContextOptions().setIgnoreHTTPSErrors(true)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
