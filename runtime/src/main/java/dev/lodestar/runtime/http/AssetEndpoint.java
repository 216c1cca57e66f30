package dev.lodestar.runtime.http;

import dev.lodestar.runtime.asset.Asset;
import dev.lodestar.runtime.asset.Variant;
import dev.lodestar.runtime.http.answer.Answer;
import dev.lodestar.runtime.http.answer.ContentPolicy;
import dev.lodestar.runtime.http.post.Endpoint;
import dev.lodestar.runtime.http.request.HeaderFields;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves an entry of the asset table from its shared buffers.
 *
 * @param asset the entry
 * @param cacheControl who may cache it, and how long
 * @param policy what a browser may do with it
 */
record AssetEndpoint(Asset asset, String cacheControl, ContentPolicy policy) implements Endpoint {
    /** The types of documents that run scripts; a worker runs by the policy of its own script. */
    private static final Pattern RUNS_SCRIPTS = Pattern.compile("(?:text/html|application/xhtml|text/javascript)\\b.*");

    /** Serves a page, which may come with a cookie. */
    static AssetEndpoint shim(Asset shim, ContentPolicy page) {
        return new AssetEndpoint(shim, "private, " + shim.cacheControl(), page);
    }

    /**
     * Serves a file of the application.
     *
     * @param page the policy of pages, also for other files that run scripts
     */
    static AssetEndpoint file(Asset asset, ContentPolicy page) {
        boolean runs = RUNS_SCRIPTS.matcher(asset.contentType()).matches();
        return new AssetEndpoint(asset, asset.cacheControl(), runs ? page : ContentPolicy.STILL);
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "HEAD");
    }

    @Override
    public void answer(HttpServerExchange exchange) {
        HeaderMap request = exchange.getRequestHeaders();
        HeaderMap response = exchange.getResponseHeaders();
        response.put(Headers.VARY, Headers.ACCEPT_ENCODING_STRING);
        Variant variant = asset.variantFor(HeaderFields.joined(request, Headers.ACCEPT_ENCODING_STRING));
        if (variant == null) {
            String sentence = "The request refuses every encoding that there is: " + asset.codings() + ".";
            Answer.text(exchange, StatusCodes.NOT_ACCEPTABLE, sentence);
            return;
        }
        response.put(Headers.ETAG, asset.entityTag(variant));
        response.put(Headers.CACHE_CONTROL, cacheControl);
        policy.put(exchange);
        if (asset.isKnownTo(HeaderFields.joined(request, Headers.IF_NONE_MATCH_STRING), variant)) {
            exchange.setStatusCode(StatusCodes.NOT_MODIFIED);
            exchange.endExchange();
            return;
        }
        response.put(Headers.CONTENT_TYPE, asset.contentType());
        if (variant.plain()) {
            response.put(Headers.ACCEPT_RANGES, "bytes");
            plain(exchange, variant, exchange.getRequestMethod().equals(Methods.GET) ? range(request, variant) : null);
        } else {
            response.put(Headers.CONTENT_ENCODING, variant.coding());
            Answer.body(exchange, variant.bytes().duplicate());
        }
    }

    // Audio and video players request ranges, and some play nothing that does not support them.
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
