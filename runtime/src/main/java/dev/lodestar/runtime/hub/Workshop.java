package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.gzip.GzipBlocks;
import dev.lodestar.runtime.html.HtmlOutput;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;

/**
 * Where the feeds of a hub are rendered: how often, by which threads, and with what is used again by the next. Safe for
 * use by any thread.
 */
final class Workshop {
    /** The capacity of outputs that are kept; a page that is larger gets one of its own. */
    private static final int KEPT_BYTES = 1 << 20;

    private final BlockingQueue<HtmlOutput> outputs =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());
    private final GzipBlocks blocks = new GzipBlocks();
    private final Pace pace;
    private final Turns turns;
    private final boolean development;

    /** @param development whether pages show why a rendering failed */
    Workshop(Pace pace, Turns turns, boolean development) {
        this.pace = pace;
        this.turns = turns;
        this.development = development;
    }

    /** Whether pages show why a rendering failed. */
    boolean development() {
        return development;
    }

    Pace pace() {
        return pace;
    }

    /** Where the feeds of one more view are rendered. */
    Executor line() {
        return turns.line();
    }

    GzipBlocks blocks() {
        return blocks;
    }

    /** An empty output, which {@link #giveBack} takes again. */
    HtmlOutput output() {
        HtmlOutput kept = outputs.poll();
        return kept == null ? new HtmlOutput() : kept;
    }

    /** Takes an output that nobody uses any more. */
    void giveBack(HtmlOutput output) {
        if (output.array().length <= KEPT_BYTES) {
            output.reset();
            outputs.offer(output);
        }
    }

    void close() {
        blocks.close();
    }
}
