package dev.lodestar.runtime.http.request;

import dev.lodestar.runtime.failure.RequestIds;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HttpString;
import java.util.regex.Pattern;

/**
 * The id of a request, as it appears in the log, in error pages and in the response's header. It is created on
 * demand, since most requests never need one.
 */
public final class RequestId {
    private static final AttachmentKey<String> KEY = AttachmentKey.create(String.class);
    private static final HttpString HEADER = new HttpString("X-Request-Id");
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private RequestId() {}

    /** The id of a request. */
    public static String of(HttpServerExchange exchange) {
        String known = exchange.getAttachment(KEY);
        return known == null ? set(exchange, RequestIds.next()) : known;
    }

    /** Adopts the id that a request came with, if it is well-formed. Only for requests from a trusted proxy. */
    public static void trust(HttpServerExchange exchange) {
        String id = HeaderFields.single(exchange.getRequestHeaders(), HEADER);
        if (id != null && WELL_FORMED.matcher(id).matches()) {
            set(exchange, id);
        }
    }

    private static String set(HttpServerExchange exchange, String id) {
        exchange.putAttachment(KEY, id);
        if (!exchange.isResponseStarted()) {
            exchange.getResponseHeaders().put(HEADER, id);
        }
        return id;
    }
}
