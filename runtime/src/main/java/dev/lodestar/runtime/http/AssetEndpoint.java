package dev.lodestar.runtime.http;

import dev.lodestar.runtime.asset.Asset;
import dev.lodestar.runtime.asset.Variant;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves an entry of the asset table from its shared buffers.
 *
 * @param asset the entry
 * @param cacheControl who may keep it, and how long
 * @param policy what a browser may do with it
 */
record AssetEndpoint(Asset asset, String cacheControl, ContentPolicy policy) implements Endpoint {
    /** Scripts run in these documents, and in a worker by the policy that its script came with. */
    private static final Pattern RUNS_SCRIPTS = Pattern.compile("(?:text/html|application/xhtml|text/javascript)\\b.*");

    /** A page, which may come with a cookie. */
    static AssetEndpoint shim(Asset shim, ContentPolicy page) {
        return new AssetEndpoint(shim, "private, " + shim.cacheControl(), page);
    }

    /**
     * A file of the application.
     *
     * @param page the policy of pages, for what runs scripts as they do
     */
    static AssetEndpoint file(Asset asset, ContentPolicy page) {
        boolean runs = RUNS_SCRIPTS.matcher(asset.contentType()).matches();
        return new AssetEndpoint(asset, asset.cacheControl(), runs ? page : ContentPolicy.STILL);
    }

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
        Variant variant = asset.variantFor(HeaderFields.joined(request, Headers.ACCEPT_ENCODING_STRING));
        if (variant == null) {
            String sentence = "The request refuses every encoding that there is: " + asset.codings() + ".";
            Answer.text(exchange, StatusCodes.NOT_ACCEPTABLE, sentence);
            return true;
        }
        response.put(Headers.ETAG, asset.entityTag(variant));
        response.put(Headers.CACHE_CONTROL, cacheControl);
        policy.put(exchange);
        if (asset.isKnownTo(HeaderFields.joined(request, Headers.IF_NONE_MATCH_STRING), variant)) {
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
        String condition = HeaderFields.joined(request, Headers.IF_RANGE_STRING);
        return condition == null || condition.strip().equals(asset.entityTag(variant))
                ? ByteRange.parse(
                        HeaderFields.joined(request, Headers.RANGE_STRING),
                        variant.bytes().limit())
                : null;
    }
}
