package dev.lodestar.runtime.hub;

import dev.lodestar.runtime.metrics.ViewMeter.Form;

/** How the events of a stream become bytes. It follows what the stream was sent. Confined to its outlet's thread. */
interface Coding {
    /** What a stream ends with that ends as any other. */
    byte[] NO_EVENT = {};

    /**
     * The form in which the stream is sent a frame next.
     *
     * @param page what the page shows
     */
    Form form(Frame frame, Page page);

    /** The bytes of a frame in the form that was asked for just before, which the caller will write next. */
    Chunk frame(Frame frame, Form form);

    /** The bytes of a heartbeat, which the caller will write next. */
    Chunk heartbeat();

    /**
     * What ends the stream in good order.
     *
     * @param event the last event, perhaps empty
     */
    Chunk end(byte[] event);

    /** What a page shows when it is to be sent a frame. */
    enum Page {
        /** Just the frame before. */
        FRAME_BEFORE,

        /** The frame before, and perhaps something that no frame put there. */
        PATCHED,

        /** An older frame, or none. */
        OLDER
    }
}
