package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Hands out the scripts of replies.
 *
 * @param scripts what is there to be fetched
 */
record ScriptEndpoint(OneTimeScripts scripts) implements Endpoint {
    /** The element is not needed any more when its script runs. */
    private static final String REMOVES_ITSELF = "document.currentScript.remove();\n";

    @Override
    public String allow() {
        return "GET";
    }

    @Override
    public boolean answer(HttpServerExchange exchange, String method) {
        if (!method.equals("GET")) {
            return false;
        }
        String source = scripts.take(exchange.getQueryString());
        if (source == null) {
            Answer.text(exchange, StatusCodes.NOT_FOUND, "This script was fetched before, or too much later.");
            return true;
        }
        exchange.getResponseHeaders()
                .put(Headers.CACHE_CONTROL, Answer.NO_STORE)
                .put(Headers.CONTENT_TYPE, "text/javascript; charset=utf-8");
        Answer.body(exchange, ByteBuffer.wrap((REMOVES_ITSELF + source).getBytes(StandardCharsets.UTF_8)));
        return true;
    }
}
