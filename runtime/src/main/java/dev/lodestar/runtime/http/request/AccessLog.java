package dev.lodestar.runtime.http.request;

import dev.lodestar.runtime.failure.LogText;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs one line for each request when it is complete, and for each stream when it ends. */
public final class AccessLog {
    /** The name of the logger. The content of a line is in its key-value pairs. */
    public static final String NAME = "dev.lodestar.access";

    private static final Logger log = LoggerFactory.getLogger(NAME);

    /** The number of bytes in a response that Undertow did not count. */
    private static final AttachmentKey<Long> UNSEEN = AttachmentKey.create(Long.class);

    private AccessLog() {}

    /** Logs a request that has just arrived when it is complete. */
    public static void follow(HttpServerExchange exchange) {
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

    /** Adds the bytes that were sent past Undertow. */
    public static void sent(HttpServerExchange exchange, long bytes) {
        exchange.putAttachment(UNSEEN, bytes);
    }

    private static void write(HttpServerExchange exchange, long millis) {
        Long unseen = exchange.getAttachment(UNSEEN);
        LoggingEventBuilder line = log.atInfo()
                .addKeyValue("request", RequestId.of(exchange))
                .addKeyValue("address", ClientAddress.of(exchange))
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
