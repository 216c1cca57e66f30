package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes wrong in the application: the log gets the cause, the client a sentence that tells nothing of it. */
final class Failure {
    private static final Logger log = LoggerFactory.getLogger(RequestRouter.class);

    private Failure() {}

    static void answer(HttpServerExchange exchange, Throwable failure) {
        log.error("{} {} failed.", exchange.getRequestMethod(), exchange.getRequestPath(), failure);
        if (exchange.isResponseStarted()) {
            exchange.setPersistent(false);
            exchange.endExchange();
        } else {
            Answer.text(exchange, StatusCodes.INTERNAL_SERVER_ERROR, "Something went wrong on the server.");
        }
    }
}
