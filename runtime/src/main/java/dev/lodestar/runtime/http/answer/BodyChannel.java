package dev.lodestar.runtime.http.answer;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.channels.StreamSourceChannel;

/** Reads the body of a request from Undertow's channel. */
public final class BodyChannel {
    private BodyChannel() {}

    /**
     * Reads what has arrived of a body.
     *
     * @return the number of bytes, 0 if there are none for now, or -1 at the end of the body
     * @throws IOException if the body is malformed, or its framing is larger than allowed
     */
    public static int read(StreamSourceChannel channel, ByteBuffer into) throws IOException {
        try {
            return channel.read(into);
        } catch (RuntimeException e) {
            // Undertow throws these for some malformed bodies, such as trailers without a name.
            throw new IOException(e);
        }
    }
}
