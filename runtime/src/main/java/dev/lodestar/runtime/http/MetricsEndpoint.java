package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Shows the metrics in the text format of Prometheus.
 *
 * @param text what writes them
 * @param workers where it does, since that takes a while
 */
record MetricsEndpoint(Supplier<String> text, Executor workers) implements Endpoint {
    @Override
    public String allow() {
        return "GET, HEAD";
    }

    @Override
    public boolean answer(HttpServerExchange exchange, String method) {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return false;
        }
        exchange.dispatch(workers, this::write);
        return true;
    }

    private void write(HttpServerExchange exchange) {
        try {
            byte[] written = text.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .put(Headers.CACHE_CONTROL, Answer.NO_STORE)
                    .put(Headers.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
            Answer.body(exchange, ByteBuffer.wrap(written));
        } catch (RuntimeException | Error e) {
            Failure.answer(exchange, e);
        }
    }
}
