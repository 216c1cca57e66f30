package dev.lodestar.runtime.http;

import dev.lodestar.Fields;
import dev.lodestar.Request;
import dev.lodestar.Session;
import dev.lodestar.runtime.session.Sessions;
import dev.lodestar.runtime.signal.InputFields;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request, read completely. It keeps nothing of the exchange but the headers, which nobody changes any more.
 */
final class IncomingRequest implements Request {
    static final String DATASTAR_REQUEST = "Datastar-Request";

    private final String method;
    private final String path;
    private final HeaderMap headers;
    private final Fields query;
    private final Fields signals;
    private final String remoteAddress;
    private final Sessions sessions;
    private @Nullable Session session;
    private boolean newSession;

    private IncomingRequest(HttpServerExchange exchange, byte[] body, Sessions sessions) {
        this.method = exchange.getRequestMethod().toString();
        this.path = exchange.getRequestPath();
        this.headers = exchange.getRequestHeaders();
        this.query = InputFields.query(exchange.getQueryString());
        this.signals = InputFields.signals(method, query, body);
        this.remoteAddress = Remote.address(exchange);
        this.sessions = sessions;
    }

    /**
     * Reads a request.
     *
     * @throws dev.lodestar.BadInput if its query or its body cannot be read
     */
    static IncomingRequest of(HttpServerExchange exchange, byte[] body, Sessions sessions) {
        return new IncomingRequest(exchange, body, sessions);
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    @Override
    public Fields query() {
        return query;
    }

    @Override
    public Fields signals() {
        return signals;
    }

    @Override
    public synchronized Session session() {
        if (session == null) {
            session = sessions.find(headers.getFirst(Headers.COOKIE));
            newSession = session == null;
            if (session == null) {
                session = sessions.create();
            }
        }
        return session;
    }

    /** The id of the browser's session, or null if it has none and the application asked for none. */
    synchronized @Nullable String sessionId() {
        Session known = session == null ? sessions.find(headers.getFirst(Headers.COOKIE)) : session;
        return known == null ? null : known.id();
    }

    @Override
    public String remoteAddress() {
        return remoteAddress;
    }

    /** Whether the Datastar client in a page sent it, which takes in events but looks at no other body. */
    boolean isFromDatastar() {
        return "true".equals(headers.getFirst(DATASTAR_REQUEST));
    }

    /** Gives the browser its session, if the application asked for one that the browser does not have. */
    synchronized void giveSession(HttpServerExchange exchange) {
        if (newSession && session != null) {
            exchange.getResponseHeaders().add(Headers.SET_COOKIE, Sessions.cookie(session));
        }
    }
}
