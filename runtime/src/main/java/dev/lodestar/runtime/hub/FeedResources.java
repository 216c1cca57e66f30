package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.frame.FrameEncodings;
import dev.lodestar.runtime.html.HtmlOutput;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;

/**
 * What all feeds of a hub share: timing, render threads, encodings and reusable outputs. Safe for use by any thread.
 */
final class FeedResources {
    /** The maximum capacity of an output that is kept for reuse, in bytes. */
    private static final int MAX_KEPT_BYTES = 1 << 20;

    private final BlockingQueue<HtmlOutput> outputs =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());
    private final StreamTiming timing;
    private final RenderScheduler scheduler;
    private final FrameEncodings encodings;
    private final boolean development;

    /** @param development whether pages show why a rendering failed */
    FeedResources(StreamTiming timing, RenderScheduler scheduler, FrameEncodings encodings, boolean development) {
        this.timing = timing;
        this.scheduler = scheduler;
        this.encodings = encodings;
        this.development = development;
    }

    /** Whether pages show why a rendering failed. */
    boolean development() {
        return development;
    }

    StreamTiming timing() {
        return timing;
    }

    FrameEncodings encodings() {
        return encodings;
    }

    /** A new queue for the renderings of one view. */
    Executor renderQueue() {
        return scheduler.newQueue();
    }

    /** An empty output. Hand it to {@link #recycle} when nothing uses it any more. */
    HtmlOutput output() {
        HtmlOutput kept = outputs.poll();
        return kept == null ? new HtmlOutput() : kept;
    }

    /** Keeps an output for reuse. */
    void recycle(HtmlOutput output) {
        if (output.array().length <= MAX_KEPT_BYTES) {
            output.reset();
            outputs.offer(output);
        }
    }

    void close() {
        encodings.close();
    }
}
