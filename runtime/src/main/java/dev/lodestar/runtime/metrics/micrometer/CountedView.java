package dev.lodestar.runtime.metrics.micrometer;

import dev.lodestar.runtime.metrics.ViewMeter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * The counters of one view. The registry reads the sums only when it is asked for them, so with any registry, a frame
 * for a subscriber costs only a few additions that no other thread waits for.
 */
final class CountedView implements ViewMeter {
    private final String path;
    private final MeterRegistry registry;
    private final Map<Result, Timer> renderings = new EnumMap<>(Result.class);
    private final LongAdder[] sent = new LongAdder[Form.values().length];
    private final LongAdder renderedBytes;
    private final LongAdder sentBytes;
    private final LongAdder skipped;
    private final LongAdder waits;
    private final LongAdder stalled;
    private final LongAdder heartbeats;

    CountedView(String path, MeterRegistry registry) {
        this.path = path;
        this.registry = registry;
        for (Result result : Result.values()) {
            renderings.put(
                    result,
                    Timer.builder("lodestar.renderings")
                            .description("Renderings")
                            .tags("view", path, "result", tag(result))
                            .register(registry));
        }
        for (Form form : Form.values()) {
            sent[form.ordinal()] = counter("frames.sent", "Frames sent to subscribers", "form", tag(form));
        }
        renderedBytes = counter("frames.rendered.bytes", "Size of the sent frames as they were rendered");
        sentBytes = counter("frames.sent.bytes", "Size of the sent frames as they were sent");
        skipped = counter("frames.skipped", "Frames that subscribers were not sent because a newer one came first");
        waits = counter("writes.partial", "Writes that a connection took only partly at first");
        stalled = counter("streams.stalled", "Streams closed because they took no bytes");
        heartbeats = counter("heartbeats", "Heartbeats sent to silent streams");
    }

    /** The tag value for an enum constant. */
    static String tag(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void rendered(Result result, long nanos) {
        renderings.get(result).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void sent(Form form, int rendered, int bytes) {
        sent[form.ordinal()].increment();
        renderedBytes.add(rendered);
        sentBytes.add(bytes);
    }

    @Override
    public void skipped(long frames) {
        if (frames > 0) {
            skipped.add(frames);
        }
    }

    @Override
    public void waits() {
        waits.increment();
    }

    @Override
    public void stalled() {
        stalled.increment();
    }

    @Override
    public void heartbeat() {
        heartbeats.increment();
    }

    private LongAdder counter(String name, String description, String... tags) {
        LongAdder adder = new LongAdder();
        FunctionCounter.builder("lodestar." + name, adder, LongAdder::sum)
                .description(description)
                .tag("view", path)
                .tags(tags)
                .register(registry);
        return adder;
    }
}
