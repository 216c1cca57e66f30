package dev.lodestar.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Detects whether any part of a {@link HostileValues hostile value} comes to life in a page: runs, opens a dialog,
 * sends a request to another server, or navigates. The {@link Window} itself reports what the page's policy blocks as
 * an error.
 */
public final class Canary {
    private static final String TRAP = "window.sung = []; window.pwn = () => { sung.push(Error().stack) };"
            + " window.alert = window.prompt = window.confirm = pwn";

    private final Page page;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private Canary(Page page) {
        this.page = page;
    }

    /** Watches a window from its next page on; only pages of this server are expected. */
    public static Canary in(Window window, URI server) {
        Canary canary = new Canary(window.page());
        window.page().addInitScript(TRAP);
        window.page().onDialog(dialog -> {
            canary.seen.add("dialog " + dialog.message());
            dialog.dismiss();
        });
        window.page().onRequest(request -> {
            if (!request.url().startsWith(server.toString()) && !request.url().startsWith("data:")) {
                canary.seen.add("request " + request.url());
            }
        });
        window.page().onPopup(popup -> canary.seen.add("popup " + popup.url()));
        return canary;
    }

    /** Fails if anything came to life since a page was opened, which must still be at this URL. */
    public void assertSilent(String url) {
        // Whatever would happen by itself has happened once the browser is idle: images, frames and styles have loaded.
        page.evaluate("() => new Promise(done => requestIdleCallback(done))");
        assertEquals(List.of(), page.evaluate("sung"), "ran");
        assertEquals(List.of(), seen);
        assertEquals(url, page.url());
        assertEquals(
                List.of(),
                page.evaluate("() => [...Object.keys(Object.prototype), ...Object.keys(Array.prototype),"
                        + " ...Object.keys(Function.prototype)]"),
                "a prototype was changed");
    }
}
