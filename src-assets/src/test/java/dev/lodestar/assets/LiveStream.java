package dev.lodestar.assets;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** An event stream that a test controls. */
record LiveStream(Received request, HttpExchange exchange) {
    static LiveStream open(Received request, HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        // Otherwise a browser delays a second request for the same address until the first is answered.
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush();
        return new LiveStream(request, exchange);
    }

    /** Sends this text unchanged. */
    LiveStream send(String text) {
        try {
            exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Ends the stream, as a server does that has nothing more to send. */
    void end() {
        try {
            exchange.getResponseBody().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks the connection in the middle. */
    void kill() {
        exchange.close();
    }
}
