package dev.lodestar.runtime.http;

import dev.lodestar.runtime.asset.Asset;
import dev.lodestar.runtime.asset.Variant;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Serves an entry of the asset table from its shared buffers.
 *
 * @param asset the entry
 */
record AssetEndpoint(Asset asset) implements Endpoint {
    @Override
    public String allow() {
        return "GET, HEAD";
    }

    @Override
    public boolean answer(HttpServerExchange exchange, String method) {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return false;
        }
        HeaderMap request = exchange.getRequestHeaders();
        HeaderMap response = exchange.getResponseHeaders();
        response.put(Headers.VARY, Headers.ACCEPT_ENCODING_STRING);
        Variant variant = asset.variantFor(joined(request, Headers.ACCEPT_ENCODING_STRING));
        if (variant == null) {
            String sentence = "The request refuses every encoding that there is: " + asset.codings() + ".";
            Answer.text(exchange, StatusCodes.NOT_ACCEPTABLE, sentence);
            return true;
        }
        response.put(Headers.ETAG, asset.entityTag(variant));
        // What brings one browser its session is not for another.
        response.put(
                Headers.CACHE_CONTROL,
                (response.contains(Headers.SET_COOKIE) ? "private, " : "") + asset.cacheControl());
        if (asset.isKnownTo(joined(request, Headers.IF_NONE_MATCH_STRING), variant)) {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED);
            exchange.endExchange();
            return true;
        }
        response.put(Headers.CONTENT_TYPE, asset.contentType());
        if (variant.plain()) {
            response.put(Headers.ACCEPT_RANGES, "bytes");
            plain(exchange, variant, method.equals("GET") ? range(request, variant) : null);
        } else {
            response.put(Headers.CONTENT_ENCODING, variant.coding());
            Answer.body(exchange, variant.bytes().duplicate());
        }
        return true;
    }

    // Players of sound and video ask for parts, and some play nothing that cannot be had in parts.
    private static void plain(HttpServerExchange exchange, Variant variant, @Nullable ByteRange range) {
        ByteBuffer bytes = variant.bytes().duplicate();
        if (range == null) {
            Answer.body(exchange, bytes);
            return;
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_RANGE, range.contentRange(bytes.limit()));
        if (range.isEmpty()) {
            String sentence = "The range begins after the end: there are " + bytes.limit() + " bytes.";
            Answer.text(exchange, StatusCodes.REQUEST_RANGE_NOT_SATISFIABLE, sentence);
            return;
        }
        exchange.setStatusCode(StatusCodes.PARTIAL_CONTENT);
        Answer.body(exchange, bytes.position(range.start()).limit(range.end()));
    }

    private @Nullable ByteRange range(HeaderMap request, Variant variant) {
        String condition = joined(request, Headers.IF_RANGE_STRING);
        return condition == null || condition.strip().equals(asset.entityTag(variant))
                ? ByteRange.parse(
                        joined(request, Headers.RANGE_STRING), variant.bytes().limit())
                : null;
    }

    // A header that comes in several lines means the same as one line with commas.
    static @Nullable String joined(HeaderMap headers, String name) {
        return headers.contains(name) ? String.join(",", headers.get(name)) : null;
    }
}
