package dev.lodestar.runtime.http;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.protocols.http2.AbstractHttp2StreamSourceChannel;
import io.undertow.protocols.http2.Http2Channel;
import io.undertow.protocols.http2.Http2RstStreamStreamSourceChannel;
import io.undertow.server.protocol.framed.FrameHeaderData;
import io.undertow.server.protocol.http2.Http2OpenListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;

/** A connection that speaks HTTP/2, with an eye on what Undertow lets pass. Confined to its thread. */
final class Http2Connection extends Http2Channel {
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(30);

    private final int mostResets;
    private long windowStart = System.nanoTime();
    private int resets;

    /**
     * @param read what was read from the connection already
     * @param mostResets how many requests may be taken back in half a minute
     */
    Http2Connection(
            StreamConnection connection,
            ByteBufferPool buffers,
            @Nullable PooledByteBuffer read,
            OptionMap options,
            int mostResets) {
        super(connection, Http2OpenListener.HTTP2, buffers, read, false, false, options);
        this.mostResets = mostResets;
    }

    // Undertow does not count those that come for a request without a body, which cost as much (CVE-2023-44487).
    @Override
    protected @Nullable AbstractHttp2StreamSourceChannel createChannel(FrameHeaderData frame, PooledByteBuffer data)
            throws IOException {
        AbstractHttp2StreamSourceChannel channel = super.createChannel(frame, data);
        if (channel instanceof Http2RstStreamStreamSourceChannel) {
            long now = System.nanoTime();
            if (now - windowStart > WINDOW) {
                windowStart = now;
                resets = 0;
            }
            resets++;
            if (resets > mostResets) {
                sendGoAway(ERROR_ENHANCE_YOUR_CALM);
            }
        }
        return channel;
    }

    // A header that is repeated more often than Undertow's map can hold is the client's mistake, not the server's.
    @Override
    protected FrameHeaderData parseFrame(ByteBuffer data) throws IOException {
        try {
            return super.parseFrame(data);
        } catch (IllegalStateException e) {
            throw new IOException(e);
        }
    }
}
