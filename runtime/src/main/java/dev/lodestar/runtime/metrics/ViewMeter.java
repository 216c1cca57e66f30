package dev.lodestar.runtime.metrics;

/**
 * Measures one view. All methods do nothing by default. They are called for every frame of every subscriber, by several
 * threads at once: implementations must neither block nor allocate memory, except in {@link #rendered}.
 */
public interface ViewMeter {
    /** Measures nothing. */
    ViewMeter NONE = new ViewMeter() {};

    /** The result of a rendering. */
    enum Result {
        /** It produced a new frame. */
        CHANGED,
        /** It looked the same as the previous one, so there was nothing to send. */
        SAME,
        /** It refused its subscribers. */
        REFUSED,
        /** It threw an exception. */
        FAILED
    }

    /** The form in which a frame is sent. */
    enum Form {
        /** The whole frame, not encoded. */
        PLAIN,
        /** The whole frame, encoded independently of what was sent before. */
        KEYFRAME,
        /** The whole frame, encoded with the previous one as its dictionary. */
        DELTA,
        /** Only what has changed since the previous frame, encoded or not. */
        PIECES
    }

    /**
     * Records a rendering.
     *
     * @param nanos its duration in nanoseconds, not including the time to make a frame of it
     */
    default void rendered(Result result, long nanos) {}

    /**
     * Records that a frame is sent to a subscriber.
     *
     * @param rendered the size of the rendering in bytes
     * @param sent the number of bytes that are sent
     */
    default void sent(Form form, int rendered, int sent) {}

    /**
     * Records that a subscriber is sent a frame without having been sent those before it, because it was still busy
     * with an older one.
     *
     * @param frames the number of frames it was not sent, 0 or more
     */
    default void skipped(long frames) {}

    /** Records that a subscriber's connection took only a part of an event, so that the rest has to wait. */
    default void waits() {}

    /** Records that a subscriber's stream is closed because it has taken no bytes for too long. */
    default void stalled() {}

    /** Records that a subscriber is sent a heartbeat. */
    default void heartbeat() {}
}
