package dev.lodestar.runtime.presence;

import dev.lodestar.Request;
import dev.lodestar.runtime.hub.FeedHub;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.StreamRoute;
import dev.lodestar.runtime.work.Underway;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Makes the presences of a server's streams. Safe for use by any thread. */
public final class Presences {
    private final RouteTable routes;
    private final FeedHub hub;
    private final Executor workers;
    private final boolean none;
    private final Underway underway;

    /**
     * Makes those of a server.
     *
     * @param routes what is done for streams
     * @param hub what is refreshed afterwards
     * @param workers where it is done
     * @param underway counts the streams that have opened and for which not everything is done
     */
    public Presences(RouteTable routes, FeedHub hub, Executor workers, Underway underway) {
        this.routes = routes;
        this.hub = hub;
        this.workers = workers;
        this.underway = underway;
        this.none = routes.connected().isEmpty() && routes.disconnected().isEmpty();
    }

    /**
     * Makes the presence of a stream that is about to open.
     *
     * @param view the path of its view
     * @param request what opens it, to be read now
     * @throws dev.lodestar.BadInput if the request lacks what is needed
     * @throws Exception if anything else is wrong
     */
    public Presence of(String view, Request request) throws Exception {
        if (none) {
            return Presence.UNNOTICED;
        }
        List<Notice> opening = prepare(routes.connected(), view, request, "a stream of " + view + " opens");
        List<Notice> end = prepare(routes.disconnected(), view, request, "a stream of " + view + " has ended");
        if (opening.isEmpty() && end.isEmpty()) {
            return Presence.UNNOTICED;
        }
        // A call may ask the request for its session when the headers are long gone.
        request.session();
        return new NoticedPresence(opening, end, workers, underway);
    }

    private List<Notice> prepare(List<StreamRoute> all, String view, Request request, String what) throws Exception {
        List<Notice> notices = new ArrayList<>();
        for (StreamRoute route : all) {
            if (route.isFor(view)) {
                notices.add(new Notice(what, route, route.handler().prepare(request), hub));
            }
        }
        return notices;
    }
}
