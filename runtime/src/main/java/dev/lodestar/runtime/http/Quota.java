package dev.lodestar.runtime.http;

import dev.lodestar.runtime.limit.AddressKey;
import dev.lodestar.runtime.session.BrowserSession;
import dev.lodestar.runtime.session.Sessions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** How much of something each browser gets, told apart by its session, or by its address if it has none. */
interface Quota {
    /**
     * Takes a share for a request.
     *
     * @param key of the browser
     * @return 0 if there was one, else the seconds after which there may be
     */
    long take(HttpServerExchange exchange, String key);

    /** The sentence that refuses a share. */
    String refusal();

    /**
     * Answers and returns true if there is no share left for a request.
     *
     * @param sessions where its session is, or null if it must have none
     */
    default boolean refuses(HttpServerExchange exchange, @Nullable Sessions sessions) {
        long wait = take(exchange, key(exchange, sessions));
        if (wait > 0) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, wait);
            Answer.text(exchange, StatusCodes.TOO_MANY_REQUESTS, refusal());
        }
        return wait > 0;
    }

    private static String key(HttpServerExchange exchange, @Nullable Sessions sessions) {
        String cookies = exchange.getRequestHeaders().getFirst(Headers.COOKIE);
        BrowserSession session = sessions == null ? null : sessions.find(cookies, IncomingRequest.isSecure(exchange));
        if (session != null) {
            return session.key();
        }
        InetAddress address = exchange.getSourceAddress().getAddress();
        return address == null ? exchange.getSourceAddress().getHostString() : AddressKey.of(address);
    }
}
