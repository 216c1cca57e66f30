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
 * Logs the failures of one view's renderings, each only once: the same kind of failure at the same place is not logged
 * again until all feeds that had it have recovered. Safe for use by any thread.
 */
final class RenderFailures {
    private static final Logger log = LoggerFactory.getLogger(RenderFailures.class);

    private final String view;
    private final boolean development;

    /** By feed. */
    private final Map<Object, Known> failing = new HashMap<>();

    /**
     * Starts with no failures.
     *
     * @param view the path of the view
     * @param development whether pages may show what went wrong
     */
    RenderFailures(String view, boolean development) {
        this.view = view;
        this.development = development;
    }

    /**
     * Records a failure of a feed.
     *
     * @return the notice for pages to show, with the id under which the failure is in the log
     */
    synchronized Html report(Object feed, Throwable failure) {
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

    /** Records that a feed has recovered, or is gone. */
    synchronized void forget(Object feed) {
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

    // Without the message, which may differ each time.
    private static String kind(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure.getClass().getName() + (trace.length == 0 ? "" : trace[0]);
    }

    private record Known(String kind, String id) {}
}
