package dev.lodestar.runtime.metrics.micrometer;

import dev.lodestar.runtime.metrics.Meters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The text format of Prometheus. Used only by servers that show their metrics: the library is another one. */
public final class PrometheusText {
    private PrometheusText() {}

    /**
     * Meters for an application that has no registry of its own.
     *
     * @throws NoClassDefFoundError if the library is not there
     */
    public static Meters meters() {
        return MicrometerMeters.of(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    /** What writes the text of a registry that is, or has, one of Prometheus. */
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
