package dev.lodestar.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A running headless Chromium with a fresh profile. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    static final String MISSING = "These tests drive Chromium, and there is none on the PATH (looked for "
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

    static Chromium launch() {
        Path executable = find().orElseThrow(() -> new IllegalStateException(MISSING));
        // Playwright's own browsers would be fetched over the network, and differ from machine to machine.
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        LaunchOptions options =
                new LaunchOptions().setExecutablePath(executable).setArgs(ARGS).setHeadless(true);
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    static boolean isInstalled() {
        return find().isPresent();
    }

    private static Optional<Path> find() {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        Stream<Path> candidates = NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder).resolve(name)));
        return candidates.filter(Files::isExecutable).findFirst();
    }

    Window open() {
        // No browser trusts a certificate that a test has made.
        return new Window(browser.newContext(new NewContextOptions().setIgnoreHTTPSErrors(true)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
