package dev.lodestar.runtime.presence;

import dev.lodestar.runtime.collapse.Collapse;
import dev.lodestar.runtime.hub.FeedHub;
import dev.lodestar.runtime.route.StreamCall;
import dev.lodestar.runtime.route.StreamRoute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the application does when one stream opens or ends.
 *
 * @param event what has happened to the stream, for the log
 * @param route names the views to refresh afterwards
 * @param call the application's code
 * @param hub the hub of the views
 */
record StreamCallback(String event, StreamRoute route, StreamCall call, FeedHub hub) {
    private static final Logger log = LoggerFactory.getLogger(StreamCallback.class);

    /**
     * Calls the application. It may have changed something before it failed, so the views are refreshed in that case as
     * well.
     */
    void run() {
        boolean changed = true;
        try {
            changed = call.run();
        } catch (Throwable e) {
            Collapse.notice(e);
            log.error("The application failed when {}; everything else continues.", event, e);
        }
        if (changed) {
            hub.refresh(route.refreshedViews());
        }
    }
}
