package dev.lodestar.assets;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A request from the browser. */
record Received(String method, String path, String query, Map<String, String> headers, String body) {
    static Received from(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String query = exchange.getRequestURI().getRawQuery();
        return new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
