package dev.lodestar.runtime.metrics.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The text format of Prometheus. Used only by servers that show their metrics, since it needs another library. */
public final class PrometheusText {
    private PrometheusText() {}

    /**
     * A registry for an application that has none of its own.
     *
     * @throws NoClassDefFoundError if the library is missing
     */
    @SuppressWarnings("exports") // Code that has a registry requires its module.
    public static MeterRegistry registry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    /** Writes the text of a registry that is, or contains, a Prometheus registry; empty for any other. */
    static Optional<Supplier<String>> of(MeterRegistry registry) {
        if (registry instanceof PrometheusMeterRegistry prometheus) {
            return Optional.of(prometheus::scrape);
        }
        return registry instanceof CompositeMeterRegistry composite
                ? composite.getRegistries().stream()
                        .map(part -> of(part).orElse(null))
                        .filter(Objects::nonNull)
                        .findFirst()
                : Optional.empty();
    }
}
