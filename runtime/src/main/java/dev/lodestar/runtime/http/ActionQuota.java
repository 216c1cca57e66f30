package dev.lodestar.runtime.http;

import dev.lodestar.Limits;
import dev.lodestar.runtime.limit.Rate;
import io.undertow.server.HttpServerExchange;

/** So many actions a second for each browser. */
final class ActionQuota implements Quota {
    private static final long NANOS = 1_000_000_000L;

    private final Limits limits;
    private final Rate rate;

    ActionQuota(Limits limits) {
        this.limits = limits;
        this.rate = new Rate(limits.actionsPerSecond(), limits.actionBurst(), System::nanoTime);
    }

    @Override
    public long take(HttpServerExchange exchange, String key) {
        return (rate.take(key) + NANOS - 1) / NANOS;
    }

    @Override
    public String refusal() {
        return "There may be " + limits.actionsPerSecond() + " actions a second, and " + limits.actionBurst()
                + " at once after a pause.";
    }
}
