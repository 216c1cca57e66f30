package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.time.Duration;

/**
 * The headers of a stream, by which the framework's own client manages its connection. Other clients ignore them.
 *
 * @param page the hash of the page that the stream is for; a page with another hash should reload
 * @param heartbeat the maximum time without a byte
 */
record StreamHeaders(String page, Duration heartbeat) {
    private static final HttpString PAGE = new HttpString("Lodestar-Page");
    private static final HttpString HEARTBEAT = new HttpString("Lodestar-Heartbeat");

    void put(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(PAGE, page).put(HEARTBEAT, heartbeat.toMillis());
    }
}
