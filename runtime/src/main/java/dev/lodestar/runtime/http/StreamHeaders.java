package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.time.Duration;

/**
 * What a stream says of itself, for the framework's own client to take care of its connection. Other clients do not look.
 *
 * @param page the hash of the page that it is for: a page of another hash is to be loaded again
 * @param heartbeat the longest time in which nothing is sent
 */
record StreamHeaders(String page, Duration heartbeat) {
    private static final HttpString PAGE = new HttpString("Lodestar-Page");
    private static final HttpString HEARTBEAT = new HttpString("Lodestar-Heartbeat");

    void put(HttpServerExchange exchange) {
        exchange.getResponseHeaders().put(PAGE, page).put(HEARTBEAT, heartbeat.toMillis());
    }
}
