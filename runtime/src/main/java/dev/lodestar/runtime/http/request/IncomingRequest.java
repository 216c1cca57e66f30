package dev.lodestar.runtime.http.request;

import dev.lodestar.BadInput;
import dev.lodestar.Fields;
import dev.lodestar.Limits;
import dev.lodestar.Request;
import dev.lodestar.Session;
import dev.lodestar.Upload;
import dev.lodestar.runtime.session.BrowserSession;
import dev.lodestar.runtime.session.Sessions;
import dev.lodestar.runtime.signal.InputFields;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that has arrived completely. Of the exchange it keeps only the headers, which nobody changes any more.
 */
public final class IncomingRequest implements Request {

    private static final HttpString CALL = new HttpString("Lodestar-Call");
    private static final Pattern CALL_ID = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    private final String method;
    private final String path;
    private final HeaderMap headers;
    private final String query;
    private final String remoteAddress;
    private final boolean secure;
    private final @Nullable Sessions sessions;

    /** The body, until the request has opened a stream. */
    private @Nullable Content content;

    private @Nullable BrowserSession session;

    private IncomingRequest(
            HttpServerExchange exchange,
            byte[] body,
            Limits limits,
            @Nullable Sessions sessions,
            @Nullable BrowserSession session) {
        this.method = exchange.getRequestMethod().toString();
        this.path = RequestPath.of(exchange);
        this.headers = exchange.getRequestHeaders();
        this.query = exchange.getQueryString();
        this.remoteAddress = ClientAddress.of(exchange);
        this.secure = isSecure(exchange);
        this.sessions = sessions;
        this.session = session;
        this.content = new Content(headers, body, limits.jsonDepth());
    }

    /**
     * Creates a request that has not been checked yet.
     *
     * @param sessions creates a session for it on demand, or null if it must have none because any site may send it
     * @param session the session that it came with, or null
     */
    public static IncomingRequest of(
            HttpServerExchange exchange,
            byte[] body,
            Limits limits,
            @Nullable Sessions sessions,
            @Nullable BrowserSession session) {
        return new IncomingRequest(exchange, body, limits, sessions, session);
    }

    /**
     * Checks that the request can be parsed. Other servers may send anything, so their bodies are refused only when the
     * application reads them.
     *
     * @return about how many bytes the fields of its body may take, not counting the characters and files in them
     * @throws dev.lodestar.BadInput if its query is malformed, or the body that a page sent
     */
    public long check() {
        InputFields.query(query);
        try {
            return content().check();
        } catch (BadInput e) {
            if (sessions == null) {
                return 0;
            }
            throw e;
        }
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
        return Optional.ofNullable(HeaderFields.combined(headers, name));
    }

    @Override
    public Fields query() {
        return InputFields.query(query);
    }

    @Override
    public Fields signals() {
        return content().signals();
    }

    @Override
    public List<Upload> files(String name) {
        return content().files(name);
    }

    @Override
    public byte[] body() {
        if (sessions != null) {
            throw new IllegalStateException("Only a request for an action with crossOrigin = true has its body:"
                    + " what pages send is in signals() and files().");
        }
        return content().body().clone();
    }

    private synchronized Content content() {
        if (content == null) {
            throw new IllegalStateException("The request of a stream has no signals() and files() once the stream"
                    + " is open, since each stream would keep them. Let the method have what it needs of them as"
                    + " parameters, with @Signal or as a record: these are read when the stream opens.");
        }
        return content;
    }

    /** Drops the body and what was read from it, since a stream stays open for hours. */
    public synchronized void forgetContent() {
        content = null;
    }

    /**
     * The signals that are needed to change the errors that the page shows; none if the signals are malformed.
     */
    public Fields shownErrors() {
        try {
            return content().shownErrors();
        } catch (BadInput e) {
            return InputFields.NONE;
        }
    }

    @Override
    public synchronized Session session() {
        if (sessions == null) {
            throw new IllegalStateException(
                    "An action with crossOrigin = true has no session: any site can send its visitor's browser there.");
        }
        BrowserSession known = session == null ? sessions.create(secure) : session;
        session = known;
        return known;
    }

    /**
     * The key of the browser's session within the server, or null if there is none yet.
     */
    public synchronized @Nullable String sessionId() {
        return session == null ? null : session.key();
    }

    /**
     * The browser's id of this call of an action: the same whenever it sends the request again.
     *
     * @return the id, or null if there is none
     * @throws BadInput if no client would make such an id
     */
    public @Nullable String callId() {
        HeaderValues ids = headers.get(CALL);
        if (ids == null) {
            return null;
        }
        if (ids.size() != 1 || !CALL_ID.matcher(ids.getFirst()).matches()) {
            throw new BadInput("The header Lodestar-Call must be one id of 16 to 64 letters, digits, - and _.");
        }
        return ids.getFirst();
    }

    @Override
    public String remoteAddress() {
        return remoteAddress;
    }

    /** Whether a Datastar client in a page sent the request. */
    public boolean isFromDatastar() {
        return HeaderFields.isFromDatastar(headers);
    }

    /** The session that a request's cookies name, or null if there is none. */
    public static @Nullable BrowserSession session(HttpServerExchange exchange, Sessions sessions) {
        return sessions.find(HeaderFields.cookies(exchange.getRequestHeaders()), isSecure(exchange));
    }

    /** Sends the browser its session, if that is new, or its cookie would expire. */
    public synchronized void giveSession(HttpServerExchange exchange) {
        if (session != null) {
            give(session, exchange);
        }
    }

    /** Adds the cookie of a session to the response, if the browser needs it. */
    public static void give(BrowserSession session, HttpServerExchange exchange) {
        String cookie = session.cookie();
        if (cookie != null) {
            exchange.getResponseHeaders().add(Headers.SET_COOKIE, cookie);
        }
    }

    /** Whether a request came over TLS. */
    public static boolean isSecure(HttpServerExchange exchange) {
        return exchange.getRequestScheme().equals("https");
    }
}
