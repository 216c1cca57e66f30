package dev.lodestar.runtime.http;

import dev.lodestar.runtime.failure.RequestIds;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HttpString;
import java.util.regex.Pattern;

/**
 * The id of a request: in the log, in what a person is shown, and in the response's header. It is made when somebody first
 * asks for it, since most requests are never heard of again.
 */
final class RequestId {
    private static final AttachmentKey<String> KEY = AttachmentKey.create(String.class);
    private static final HttpString HEADER = new HttpString("X-Request-Id");
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private RequestId() {}

    static String of(HttpServerExchange exchange) {
        String known = exchange.getAttachment(KEY);
        return known == null ? take(exchange, RequestIds.next()) : known;
    }

    /** Takes the id that a request came with, if it looks like one; only of a proxy that is trusted. */
    static void trust(HttpServerExchange exchange) {
        String id = HeaderFields.single(exchange.getRequestHeaders(), HEADER);
        if (id != null && WELL_FORMED.matcher(id).matches()) {
            take(exchange, id);
        }
    }

    private static String take(HttpServerExchange exchange, String id) {
        exchange.putAttachment(KEY, id);
        if (!exchange.isResponseStarted()) {
            exchange.getResponseHeaders().put(HEADER, id);
        }
        return id;
    }
}
