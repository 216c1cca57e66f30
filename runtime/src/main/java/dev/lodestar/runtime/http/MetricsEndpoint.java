package dev.lodestar.runtime.http;

import dev.lodestar.runtime.http.answer.Answer;
import dev.lodestar.runtime.http.answer.Failure;
import dev.lodestar.runtime.http.post.Endpoint;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Serves the metrics in the text format of Prometheus.
 *
 * @param text writes them
 * @param workers the threads that write them, since that takes a while
 */
record MetricsEndpoint(Supplier<String> text, Executor workers) implements Endpoint {
    @Override
    public List<String> methods() {
        return List.of("GET", "HEAD");
    }

    @Override
    public void answer(HttpServerExchange exchange) {
        exchange.dispatch(workers, this::write);
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
