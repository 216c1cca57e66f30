package dev.lodestar.runtime.hub;

/** How the events of one stream become bytes. It follows what the stream was sent. Confined to its outlet's thread. */
interface Coding {
    /**
     * The bytes of a frame, which the caller will write next.
     *
     * @param follows whether the page shows the frame before this one
     */
    Chunk frame(Frame frame, boolean follows);

    /** The bytes of a heartbeat, which the caller will write next. */
    Chunk heartbeat();

    /** What ends the stream in good order. */
    Chunk end();
}
