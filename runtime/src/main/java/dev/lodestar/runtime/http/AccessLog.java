package dev.lodestar.runtime.http;

import dev.lodestar.runtime.failure.LogText;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** A line of the log for each request that is over, also for one whose answer was a stream. */
final class AccessLog {
    /** The name of the logger; what a line says are its key-value pairs. */
    static final String NAME = "dev.lodestar.access";

    private static final Logger log = LoggerFactory.getLogger(NAME);

    /** The bytes of a response of which Undertow does not know. */
    private static final AttachmentKey<Long> UNSEEN = AttachmentKey.create(Long.class);

    private AccessLog() {}

    /** Sees to it that a request that has just come gets its line. */
    static void follow(HttpServerExchange exchange) {
        long start = System.nanoTime();
        RequestId.of(exchange);
        exchange.addExchangeCompleteListener((ended, next) -> {
            try {
                write(ended, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            } finally {
                next.proceed();
            }
        });
    }

    /** Counts bytes that were sent past Undertow. */
    static void sent(HttpServerExchange exchange, long bytes) {
        exchange.putAttachment(UNSEEN, bytes);
    }

    private static void write(HttpServerExchange exchange, long millis) {
        Long unseen = exchange.getAttachment(UNSEEN);
        LoggingEventBuilder line = log.atInfo()
                .addKeyValue("request", RequestId.of(exchange))
                .addKeyValue("address", Remote.address(exchange))
                .addKeyValue("method", LogText.of(exchange.getRequestMethod().toString()))
                .addKeyValue("path", LogText.ofEncoded(RequestPath.of(exchange)));
        if (exchange.isResponseStarted()) {
            line = line.addKeyValue("status", exchange.getStatusCode());
        }
        line.addKeyValue("bytes", exchange.getResponseBytesSent() + (unseen == null ? 0 : unseen))
                .addKeyValue("ms", millis)
                .log("Answered.");
    }
}
