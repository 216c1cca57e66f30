package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.sse.FrameEvent;
import java.nio.ByteBuffer;

/** One rendering of a feed, as an event that all its subscribers share. Immutable. */
final class Frame {
    private final long sequence;
    private final FrameHash hash;
    private final ByteBuffer event;

    private Frame(long sequence, FrameHash hash, ByteBuffer event) {
        this.sequence = sequence;
        this.hash = hash;
        this.event = event;
    }

    /**
     * Makes a frame of what was rendered.
     *
     * @param sequence its number among the frames of its feed
     */
    static Frame of(long sequence, FrameHash hash, HtmlOutput rendered) {
        return new Frame(sequence, hash, FrameEvent.of(rendered.array(), rendered.size()));
    }

    /** Greater than that of every frame before it. */
    long sequence() {
        return sequence;
    }

    /** Tells whether a rendering with this hash would look the same. */
    boolean shows(FrameHash other) {
        return hash.equals(other);
    }

    /** The event's bytes as they are, with a position of the caller's own. */
    ByteBuffer plain() {
        return event.duplicate();
    }
}
