package dev.lodestar.runtime.presence;

import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.hub.FeedHub;
import dev.lodestar.runtime.route.StreamCall;
import dev.lodestar.runtime.route.StreamRoute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thing to do for one stream.
 *
 * @param what what it follows, for the log
 * @param route what says which views to refresh
 * @param call the application's part
 * @param hub the hub of the views
 */
record Notice(String what, StreamRoute route, StreamCall call, FeedHub hub) {
    private static final Logger log = LoggerFactory.getLogger(Presences.class);

    /** Does it. A failure may have changed something before it, so that the views are refreshed all the same. */
    void give() {
        boolean changed = true;
        try {
            changed = call.run();
        } catch (Throwable e) {
            Collapse.notice(e);
            log.error("What is to be done when {} failed; everything else goes on.", what, e);
        }
        if (changed) {
            hub.refresh(route.refreshedViews());
        }
    }
}
