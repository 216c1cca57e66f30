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
 * Counts for one view. The registry adds up when it is asked: whatever it is, a frame for a subscriber costs no more than a
 * few additions that no other thread waits for.
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
            sent[form.ordinal()] = counter("frames.sent", "Frames that went out to subscribers", "form", tag(form));
        }
        renderedBytes = counter("frames.rendered.bytes", "What the frames that went out have as they were rendered");
        sentBytes = counter("frames.sent.bytes", "What went out");
        skipped = counter("frames.skipped", "Frames that subscribers never got, since a newer one came first");
        waits = counter("writes.partial", "Writes of which a connection took only a part at once");
        stalled = counter("streams.stalled", "Streams that were closed because nothing was taken");
        heartbeats = counter("heartbeats", "Heartbeats for silent streams");
    }

    /** The name of a constant as the value of a tag. */
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
