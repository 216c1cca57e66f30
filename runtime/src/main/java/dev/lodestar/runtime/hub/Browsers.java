package dev.lodestar.runtime.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The browsers that have streams open, as far as sessions tell them apart; those without a session count as one. A page that
 * an action has patched may show what no frame put there, which only a whole frame is sure to put right. Safe for use
 * by any thread.
 */
final class Browsers {
    private final Map<@Nullable String, Browser> browsers = new HashMap<>();

    /** Notes that a browser is about to open a stream. */
    synchronized Browser enter(@Nullable String session) {
        Browser browser = browsers.computeIfAbsent(session, Browser::new);
        browser.streams++;
        return browser;
    }

    /** Notes that it has opened it. */
    synchronized void hold(Browser browser, Subscription stream) {
        if (browser.session != null) {
            browser.open.add(stream);
        }
    }

    /** Notes that a stream has ended. */
    synchronized void leave(Browser browser, Subscription stream) {
        browser.streams--;
        browser.open.remove(stream);
        if (browser.streams == 0) {
            browsers.remove(browser.session);
        }
    }

    /** Whether a session has a stream. */
    synchronized boolean areOpen(String session) {
        return browsers.containsKey(session);
    }

    /** The open streams of a session. */
    synchronized List<Subscription> open(String session) {
        Browser browser = browsers.get(session);
        return browser == null ? List.of() : List.copyOf(browser.open);
    }

    /** Notes that an action patches elements of a browser's pages, or runs a script in them. */
    synchronized void patch(@Nullable String session) {
        Browser browser = browsers.get(session);
        if (browser != null) {
            browser.patched = true;
        }
    }

    static final class Browser {
        private final @Nullable String session;
        private int streams;

        /** These streams, if there is a session: a few at most. */
        private final List<Subscription> open = new ArrayList<>(1);

        private volatile boolean patched;

        private Browser(@Nullable String session) {
            this.session = session;
        }

        /** Whether its pages may show what no frame put there. */
        boolean isPatched() {
            return patched;
        }
    }
}
