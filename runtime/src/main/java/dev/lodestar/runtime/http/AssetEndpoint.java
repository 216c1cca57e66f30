package dev.lodestar.runtime.http;

import dev.lodestar.runtime.asset.Asset;
import dev.lodestar.runtime.asset.Variant;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
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
        Variant variant = asset.variantFor(joined(request, Headers.ACCEPT_ENCODING_STRING));
        response.put(Headers.ETAG, asset.entityTag(variant));
        response.put(Headers.CACHE_CONTROL, asset.cacheControl());
        response.put(Headers.VARY, Headers.ACCEPT_ENCODING_STRING);
        if (asset.isKnownTo(joined(request, Headers.IF_NONE_MATCH_STRING))) {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED);
            exchange.endExchange();
            return true;
        }
        response.put(Headers.CONTENT_TYPE, asset.contentType());
        if (!variant.plain()) {
            response.put(Headers.CONTENT_ENCODING, variant.coding());
        }
        Answer.body(exchange, variant.bytes().duplicate());
        return true;
    }

    // A header that comes in several lines means the same as one line with commas.
    static @Nullable String joined(HeaderMap headers, String name) {
        return headers.contains(name) ? String.join(",", headers.get(name)) : null;
    }
}
