package dev.lodestar.runtime.http.action;

import dev.lodestar.runtime.http.answer.Answer;
import dev.lodestar.runtime.http.answer.ContentTypes;
import dev.lodestar.runtime.http.post.Endpoint;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Serves the scripts of replies.
 *
 * @param scripts the scripts that have not been fetched yet
 */
public record ScriptEndpoint(OneTimeScripts scripts) implements Endpoint {
    /** The element is no longer needed when its script runs. */
    private static final String REMOVES_ITSELF = "document.currentScript.remove();\n";

    @Override
    public List<String> methods() {
        return List.of("GET");
    }

    @Override
    public void answer(HttpServerExchange exchange) {
        String source = scripts.take(exchange.getQueryString());
        if (source == null) {
            Answer.text(exchange, StatusCodes.NOT_FOUND, "This script was fetched before, or too much later.");
            return;
        }
        exchange.getResponseHeaders()
                .put(Headers.CACHE_CONTROL, Answer.NO_STORE)
                .put(Headers.CONTENT_TYPE, ContentTypes.SCRIPT);
        Answer.body(exchange, ByteBuffer.wrap((REMOVES_ITSELF + source).getBytes(StandardCharsets.UTF_8)));
    }
}
