package dev.lodestar.assets;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A response of a test's server. */
@FunctionalInterface
interface Answer {
    void give(Received request, HttpExchange exchange) throws IOException;

    static Answer status(int status) {
        return (request, exchange) -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        };
    }

    static Answer html(String body, Map<String, String> headers) {
        return body("text/html; charset=utf-8", body, headers);
    }

    static Answer json(String body, Map<String, String> headers) {
        return body("application/json", body, headers);
    }

    static Answer script(String body) {
        return body("text/javascript", body, Map.of());
    }

    /** A stream of these events that ends after them. */
    static Answer events(String... events) {
        return body("text/event-stream", String.join("", events), Map.of());
    }

    /** The connection breaks before a response. */
    static Answer broken() {
        return (request, exchange) -> exchange.close();
    }

    /** An event with these data lines, as it is sent. */
    static String event(String name, String... data) {
        String lines = String.join(
                "",
                List.of(data).stream()
                        .flatMap(String::lines)
                        .map(line -> "data: " + line + "\n")
                        .toList());
        return "event: " + name + "\n" + lines + "\n";
    }

    static String elements(String... data) {
        return event("datastar-patch-elements", data);
    }

    static String signals(String json) {
        return event("datastar-patch-signals", "signals " + json);
    }

    private static Answer body(String type, String body, Map<String, String> headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (request, exchange) -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }
}
