package dev.lodestar.runtime.hub;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what goes wrong in the renderings of one view, once: a failure of the same kind at the same place is silent
 * until all feeds that had it have got over it. Safe for use by any thread.
 */
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(FeedHub.class);

    private final String view;
    private final Map<Feed, String> failing = new HashMap<>();

    Failures(String view) {
        this.view = view;
    }

    synchronized void report(Feed feed, Throwable failure) {
        String kind = kind(failure);
        boolean known = failing.containsValue(kind);
        failing.put(feed, kind);
        if (!known) {
            log.error(
                    "The view {} could not be rendered. Its pages keep what they show; the next refresh tries again.",
                    view,
                    failure);
        }
    }

    synchronized void forget(Feed feed) {
        failing.remove(feed);
    }

    // Without the message: it may hold what differs each time.
    private static String kind(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : trace[0]);
    }
}
