package dev.lodestar.runtime.http;

import dev.lodestar.Refused;
import dev.lodestar.runtime.asset.AcceptEncoding;
import dev.lodestar.runtime.frame.FrameEncoding;
import dev.lodestar.runtime.http.answer.Answer;
import dev.lodestar.runtime.http.post.PostEndpoint;
import dev.lodestar.runtime.http.request.HeaderFields;
import dev.lodestar.runtime.http.request.IncomingRequest;
import dev.lodestar.runtime.hub.FeedHub;
import dev.lodestar.runtime.hub.Subscription;
import dev.lodestar.runtime.presence.Presence;
import dev.lodestar.runtime.presence.Presences;
import dev.lodestar.runtime.route.Rendering;
import dev.lodestar.runtime.route.Scope;
import dev.lodestar.runtime.route.ViewRoute;
import dev.lodestar.runtime.session.Sessions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import org.jspecify.annotations.Nullable;

/**
 * Opens a stream on a view.
 *
 * @param route the view
 * @param hub the hub that owns the feeds of the view
 * @param presences tell the application about the stream
 * @param headers the headers of the response
 * @param sessions the sessions of the browsers
 * @param refusal answers a page that the view refuses
 */
record StreamOpener(
        ViewRoute route,
        FeedHub hub,
        Presences presences,
        StreamHeaders headers,
        Sessions sessions,
        StreamRefusal refusal)
        implements PostEndpoint.Handler {
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
            // A rendering may ask for the session long after the headers have been sent.
            request.session();
        }
        Presence presence = presences.of(route.path(), request);
        // The stream may stay open for hours, and has taken all that it needs from the request.
        request.forgetContent();
        // Undertow's own copy, about a hundred bytes for each parameter.
        exchange.getQueryParameters().clear();
        request.giveSession(exchange);
        String session = request.sessionId();
        FrameEncoding encoding = encodingFor(exchange);
        exchange.dispatch(
                exchange.getIoThread(),
                () -> EventStream.open(exchange, encoding, presence, refusal, transport -> {
                    Subscription subscription = hub.subscribe(route.path(), key, session, rendering, transport);
                    // The session may have been retired since it was checked.
                    if (isRetired(session)) {
                        hub.end(session);
                    }
                    return subscription;
                }));
    }

    // A browser that accepts none of the encodings is sent plain events all the same.
    private FrameEncoding encodingFor(HttpServerExchange exchange) {
        String accepted = HeaderFields.joined(exchange.getRequestHeaders(), Headers.ACCEPT_ENCODING_STRING);
        FrameEncoding best = AcceptEncoding.parse(accepted).best(hub.encodings().all(), FrameEncoding::token);
        return best == null ? hub.encodings().identity() : best;
    }

    private boolean isRetired(@Nullable String session) {
        return session != null && sessions.isRetired(session);
    }
}
