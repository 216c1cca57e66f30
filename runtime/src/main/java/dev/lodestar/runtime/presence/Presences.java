package dev.lodestar.runtime.presence;

import dev.lodestar.Request;
import dev.lodestar.runtime.hub.FeedHub;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.StreamRoute;
import dev.lodestar.runtime.work.Underway;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Creates the presences of a server's streams. Safe for use by any thread. */
public final class Presences {
    private final RouteTable routes;
    private final FeedHub hub;
    private final Executor workers;
    private final boolean none;
    private final Underway underway;

    /**
     * The presences of a server's streams.
     *
     * @param routes the application's callbacks
     * @param hub is refreshed after them
     * @param workers runs them
     * @param underway counts the streams that have been opened and whose callbacks have not all run
     */
    public Presences(RouteTable routes, FeedHub hub, Executor workers, Underway underway) {
        this.routes = routes;
        this.hub = hub;
        this.workers = workers;
        this.underway = underway;
        this.none = routes.connected().isEmpty() && routes.disconnected().isEmpty();
    }

    /**
     * Creates the presence of a stream that is about to open. The callbacks read the request now.
     *
     * @param view the path of its view
     * @param request the request that opens it
     * @throws dev.lodestar.BadInput if the request lacks something that a callback needs
     * @throws Exception if a callback cannot read the request for another reason
     */
    public Presence of(String view, Request request) throws Exception {
        if (none) {
            return Presence.UNOBSERVED;
        }
        List<StreamCallback> whenOpened = prepare(routes.connected(), view, request, "a stream of " + view + " opened");
        List<StreamCallback> whenEnded =
                prepare(routes.disconnected(), view, request, "a stream of " + view + " ended");
        if (whenOpened.isEmpty() && whenEnded.isEmpty()) {
            return Presence.UNOBSERVED;
        }
        // A callback may ask for the session long after the headers have been sent.
        request.session();
        return new ObservedPresence(whenOpened, whenEnded, workers, underway);
    }

    private List<StreamCallback> prepare(List<StreamRoute> all, String view, Request request, String event)
            throws Exception {
        List<StreamCallback> callbacks = new ArrayList<>();
        for (StreamRoute route : all) {
            if (route.isFor(view)) {
                callbacks.add(new StreamCallback(event, route, route.handler().prepare(request), hub));
            }
        }
        return callbacks;
    }
}
