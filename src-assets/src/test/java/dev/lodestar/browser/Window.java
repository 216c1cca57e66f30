package dev.lodestar.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser window with separate cookies and storage. Like all of Playwright, for one thread. */
public final class Window {
    /**
     * A script for the beginning of each page that reports every violation of its Content-Security-Policy as an error.
     */
    public static final String WATCH_POLICY = "addEventListener('securitypolicyviolation', event => console.error("
            + "'Against the policy: ' + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample))";

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<String> console = new CopyOnWriteArrayList<>();

    Window(BrowserContext context) {
        this.context = context;
        context.addInitScript(WATCH_POLICY);
        this.page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(this::log);
    }

    private void log(ConsoleMessage message) {
        console.add(message.type() + ": " + message.text());
        // A server that is down on purpose is not an error of the page.
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            errors.add(message.text());
        }
    }

    /** The page to drive and inspect. */
    public Page page() {
        return page;
    }

    /** Whether the whole page is visible without scrolling. */
    public boolean fits() {
        return fitsItsWidth() && (Boolean) page.evaluate("() => document.documentElement.scrollHeight <= innerHeight");
    }

    /** Whether the page fits the window's width. */
    public boolean fitsItsWidth() {
        return (Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth");
    }

    /** Everything written to the console so far, as {@code type: text}. */
    public List<String> console() {
        return List.copyOf(console);
    }

    /** The uncaught errors and console errors since the last call, oldest first; never null. */
    public List<String> takeErrors() {
        // Errors arrive as messages between others: the answer to a later question comes after them.
        page.evaluate("null");
        List<String> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    /** Closes the window and deletes its cookies and storage. */
    public void close() {
        context.close();
    }
}
