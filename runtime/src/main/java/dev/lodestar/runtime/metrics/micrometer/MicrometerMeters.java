package dev.lodestar.runtime.metrics.micrometer;

import dev.lodestar.runtime.metrics.ActionMeter;
import dev.lodestar.runtime.metrics.Meters;
import dev.lodestar.runtime.metrics.ViewMeter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Meters in a Micrometer registry. */
public final class MicrometerMeters implements Meters {
    private final MeterRegistry registry;

    private MicrometerMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * Meters in a registry.
     *
     * @param registry the registry of a single server, since meters that are already in it are not replaced
     */
    @SuppressWarnings("exports") // Code that has a registry requires its module.
    public static Meters of(MeterRegistry registry) {
        return new MicrometerMeters(registry);
    }

    @Override
    public ViewMeter view(String path, IntSupplier subscribers, IntSupplier feeds) {
        Gauge.builder("lodestar.subscribers", subscribers::getAsInt)
                .description("Open streams")
                .tag("view", path)
                .register(registry);
        Gauge.builder("lodestar.feeds", feeds::getAsInt)
                .description("Live renderings, each shared by all who see the same")
                .tag("view", path)
                .register(registry);
        return new CountedView(path, registry);
    }

    @Override
    public ActionMeter action(String name) {
        Map<ActionMeter.Outcome, Timer> timers = new EnumMap<>(ActionMeter.Outcome.class);
        for (ActionMeter.Outcome outcome : ActionMeter.Outcome.values()) {
            timers.put(
                    outcome,
                    Timer.builder("lodestar.actions")
                            .description("Calls of actions")
                            .tags("action", name, "outcome", CountedView.tag(outcome))
                            .register(registry));
        }
        return new ActionMeter() {
            @Override
            public void called(Outcome outcome, long nanos) {
                timers.get(outcome).record(nanos, TimeUnit.NANOSECONDS);
            }
        };
    }

    @Override
    public Optional<Supplier<String>> text() {
        return PrometheusText.of(registry);
    }
}
