package dev.lodestar.runtime.http;

import dev.lodestar.Refused;
import dev.lodestar.runtime.hub.FeedHub;
import dev.lodestar.runtime.hub.Subscription;
import dev.lodestar.runtime.presence.Presence;
import dev.lodestar.runtime.presence.Presences;
import dev.lodestar.runtime.route.Rendering;
import dev.lodestar.runtime.route.Scope;
import dev.lodestar.runtime.route.ViewRoute;
import dev.lodestar.runtime.session.Sessions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import org.jspecify.annotations.Nullable;

/**
 * Opens a stream on a view.
 *
 * @param route the view
 * @param hub the hub that has the view's feeds
 * @param presences what the application is told of the stream
 * @param headers what the stream says of itself
 * @param sessions the sessions of the browsers
 * @param refusal what a page gets that is refused
 */
record StreamOpener(
        ViewRoute route,
        FeedHub hub,
        Presences presences,
        StreamHeaders headers,
        Sessions sessions,
        StreamRefusal refusal)
        implements Intake.Handler {
    @Override
    public void handle(HttpServerExchange exchange, IncomingRequest request) throws Exception {
        if (isRetired(request.sessionId())) {
            String sentence = "The browser is about to get another session. Ask again with that one.";
            Answer.text(exchange, StatusCodes.SERVICE_UNAVAILABLE, sentence);
            return;
        }
        headers.put(exchange);
        try {
            open(exchange, request);
        } catch (Refused e) {
            refusal.answer(exchange, e.reply());
        }
    }

    private void open(HttpServerExchange exchange, IncomingRequest request) throws Exception {
        Rendering rendering = route.handler().open(request);
        Object key = route.scope().feedKey(request.query());
        if (route.scope() instanceof Scope.Connection) {
            // A rendering may ask for the session when the headers are long gone.
            request.session();
        }
        Presence presence = presences.of(route.path(), request);
        // All that the stream needs was taken from the request, and it is open for hours.
        request.forgetContent();
        // Undertow's own, some hundred bytes for each parameter.
        exchange.getQueryParameters().clear();
        request.giveSession(exchange);
        String session = request.sessionId();
        exchange.dispatch(
                exchange.getIoThread(),
                () -> EventStream.open(exchange, session, presence, refusal, outlet -> {
                    Subscription subscription = hub.subscribe(route.path(), key, rendering, outlet);
                    // It may have been so between the look at the session and now.
                    if (isRetired(session)) {
                        hub.end(session);
                    }
                    return subscription;
                }));
    }

    private boolean isRetired(@Nullable String session) {
        return session != null && sessions.isRetired(session);
    }
}
