package dev.lodestar.runtime.hub;

import java.nio.ByteBuffer;

/** How the events of one stream become bytes. It follows what the stream was sent. Confined to its outlet's thread. */
interface Coding {
    /** The bytes of a frame, which the caller will write next. */
    ByteBuffer frame(Frame frame);

    /** The bytes of a heartbeat, which the caller will write next. */
    ByteBuffer heartbeat();

    /** What ends the stream in good order, perhaps nothing. */
    ByteBuffer end();
}
