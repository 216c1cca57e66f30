package dev.lodestar.runtime.metrics;

/**
 * What measures one view. By itself it measures nothing. Called for every frame of every subscriber, by several threads at
 * once: an implementation must neither wait nor allocate, except in {@link #rendered}.
 */
public interface ViewMeter {
    /** Measures nothing. */
    ViewMeter NONE = new ViewMeter() {};

    /** What came of a rendering. */
    enum Result {
        /** It made a frame. */
        CHANGED,
        /** It looked like the one before, so that there was nothing to send. */
        SAME,
        /** It refused whoever asks. */
        REFUSED,
        /** It threw anything else. */
        FAILED
    }

    /** The forms of an event. */
    enum Form {
        /** The frame as it is. */
        PLAIN,
        /** The frame, compressed by itself. */
        KEYFRAME,
        /** The frame, compressed with the one before as its dictionary. */
        DELTA,
        /** What is different from the frame before, compressed or not. */
        PIECES
    }

    /**
     * The view was rendered.
     *
     * @param nanos how long it took, without making a frame of it
     */
    default void rendered(Result result, long nanos) {}

    /**
     * A frame goes out to a subscriber.
     *
     * @param rendered how many bytes its rendering has
     * @param sent how many bytes go out
     */
    default void sent(Form form, int rendered, int sent) {}

    /**
     * A subscriber gets a frame and will never get those before it, since it was still busy with an older one.
     *
     * @param frames how many these are, 0 or more
     */
    default void skipped(long frames) {}

    /** A subscriber's connection took only a part of an event, and the rest has to wait. */
    default void waits() {}

    /** A subscriber took nothing for so long that its stream is closed. */
    default void stalled() {}

    /** A subscriber is sent a heartbeat. */
    default void heartbeat() {}
}
