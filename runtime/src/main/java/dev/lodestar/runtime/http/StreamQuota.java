package dev.lodestar.runtime.http;

import dev.lodestar.Limits;
import dev.lodestar.runtime.limit.Counts;
import io.undertow.server.HttpServerExchange;

/** So many open streams for each browser. */
final class StreamQuota implements Quota {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Limits limits;
    private final Counts streams;

    StreamQuota(Limits limits) {
        this.limits = limits;
        this.streams = new Counts(limits.streamsPerSession());
    }

    @Override
    public long take(HttpServerExchange exchange, String key) {
        if (!streams.enter(key)) {
            return RETRY_AFTER_SECONDS;
        }
        exchange.addExchangeCompleteListener((ended, next) -> {
            streams.leave(key);
            next.proceed();
        });
        return 0;
    }

    @Override
    public String refusal() {
        return "There are " + limits.streamsPerSession() + " open streams already; close a tab.";
    }
}
