package dev.lodestar.runtime.http;

import dev.lodestar.runtime.hub.FeedHub;
import dev.lodestar.runtime.presence.Presence;
import dev.lodestar.runtime.presence.Presences;
import dev.lodestar.runtime.route.Rendering;
import dev.lodestar.runtime.route.Scope;
import dev.lodestar.runtime.route.ViewRoute;
import io.undertow.server.HttpServerExchange;

/**
 * Opens a stream on a view.
 *
 * @param route the view
 * @param hub the hub that has the view's feeds
 * @param presences what the application is told of the stream
 * @param headers what the stream says of itself
 */
record StreamOpener(ViewRoute route, FeedHub hub, Presences presences, StreamHeaders headers)
        implements Intake.Handler {
    @Override
    public void handle(HttpServerExchange exchange, IncomingRequest request) throws Exception {
        Rendering rendering = route.handler().open(request);
        Object key = route.scope().feedKey(request.query());
        if (route.scope() instanceof Scope.Connection) {
            // A rendering may ask for the session when the headers are long gone.
            request.session();
        }
        Presence presence = presences.of(route.path(), request);
        request.giveSession(exchange);
        headers.put(exchange);
        String session = request.sessionId();
        exchange.dispatch(
                exchange.getIoThread(),
                () -> EventStream.open(
                        exchange, session, presence, outlet -> hub.subscribe(route.path(), key, rendering, outlet)));
    }
}
