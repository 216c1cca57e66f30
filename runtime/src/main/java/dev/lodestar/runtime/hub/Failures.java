package dev.lodestar.runtime.hub;

import dev.lodestar.Html;
import dev.lodestar.runtime.failure.FailureNotice;
import dev.lodestar.runtime.failure.Report;
import dev.lodestar.runtime.failure.RequestIds;
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
    private final boolean development;
    private final Map<Feed, Known> failing = new HashMap<>();

    /**
     * @param view its path
     * @param development whether its pages may show what went wrong
     */
    Failures(String view, boolean development) {
        this.view = view;
        this.development = development;
    }

    /** Takes note of a failure; gives what a page may show of it, with the id under which the log has it. */
    synchronized Html report(Feed feed, Throwable failure) {
        String kind = kind(failure);
        Known known = failing.values().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseGet(() -> log(kind, failure));
        failing.put(feed, known);
        return development
                ? FailureNotice.of("The view " + view + " could not be rendered.", known.id(), Report.of(failure))
                : FailureNotice.of(known.id());
    }

    synchronized void forget(Feed feed) {
        failing.remove(feed);
    }

    private Known log(String kind, Throwable failure) {
        String id = RequestIds.next();
        log.atError()
                .addKeyValue("request", id)
                .addKeyValue("view", view)
                .setCause(failure)
                .log("The view could not be rendered. Its pages keep what they show; the next refresh tries again.");
        return new Known(kind, id);
    }

    // Without the message: it may hold what differs each time.
    private static String kind(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : trace[0]);
    }

    private record Known(String kind, String id) {}
}
