package dev.lodestar.runtime.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The browsers that have open streams, told apart by session; all browsers without a session count as one. Once an
 * action has patched a page, the page may show something that was in no frame, and only a whole frame is certain to
 * replace it. Safe for use by any thread.
 */
final class Browsers {
    private final Map<@Nullable String, Browser> browsers = new HashMap<>();

    /** A stream that its browser's session can end. */
    interface Stream {
        /** Ends the stream, soon and in good order. Called by any thread. */
        void end();
    }

    /** Records that a browser is about to open a stream. */
    synchronized Browser enter(@Nullable String session) {
        Browser browser = browsers.computeIfAbsent(session, Browser::new);
        browser.streams++;
        return browser;
    }

    /** Records the stream that a browser has opened. */
    synchronized void add(Browser browser, Stream stream) {
        if (browser.session != null) {
            browser.open.add(stream);
        }
    }

    /** Records that a stream has ended. */
    synchronized void leave(Browser browser, Stream stream) {
        browser.streams--;
        browser.open.remove(stream);
        if (browser.streams == 0) {
            browsers.remove(browser.session);
        }
    }

    /** Whether a session has any streams. */
    synchronized boolean areOpen(String session) {
        return browsers.containsKey(session);
    }

    /** The open streams of a session. */
    synchronized List<Stream> open(String session) {
        Browser browser = browsers.get(session);
        return browser == null ? List.of() : List.copyOf(browser.open);
    }

    /** Records that an action patches elements of a browser's pages, or runs a script in them. */
    synchronized void patch(@Nullable String session) {
        Browser browser = browsers.get(session);
        if (browser != null) {
            browser.patched = true;
        }
    }

    static final class Browser {
        private final @Nullable String session;
        private int streams;

        /** The streams, if there is a session: rarely more than a few. */
        private final List<Stream> open = new ArrayList<>(1);

        private volatile boolean patched;

        private Browser(@Nullable String session) {
            this.session = session;
        }

        /** Whether its pages may show something that was in no frame. */
        boolean isPatched() {
            return patched;
        }
    }
}
