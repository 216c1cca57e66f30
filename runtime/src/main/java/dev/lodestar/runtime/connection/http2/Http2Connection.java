package dev.lodestar.runtime.connection.http2;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.protocols.http2.AbstractHttp2StreamSinkChannel;
import io.undertow.protocols.http2.AbstractHttp2StreamSourceChannel;
import io.undertow.protocols.http2.Http2Channel;
import io.undertow.protocols.http2.Http2DataStreamSinkChannel;
import io.undertow.protocols.http2.Http2RstStreamStreamSourceChannel;
import io.undertow.protocols.http2.Http2StreamSourceChannel;
import io.undertow.server.protocol.framed.FrameHeaderData;
import io.undertow.server.protocol.http2.Http2OpenListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;

/** A connection of HTTP/2, which limits what Undertow does not. Confined to its thread. */
final class Http2Connection extends Http2Channel {
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(30);

    /** How long the client has to read that the connection is closed. */
    private static final long GOAWAY_SECONDS = 2;

    private final FrameBudget budget;
    private final Http2Requests requests;
    private final int maxWasted;
    private final Runnable misused;
    private boolean leaving;
    private long windowStart = System.nanoTime();
    private int wasted;

    /**
     * @param budget what the client's frames may cost
     * @param maxWasted the maximum number of cancelled or malformed requests in half a minute
     * @param misused called when the client is cut off for misuse
     */
    Http2Connection(
            StreamConnection connection,
            ByteBufferPool buffers,
            OptionMap options,
            FrameBudget budget,
            Http2Requests requests,
            int maxWasted,
            Runnable misused) {
        super(connection, Http2OpenListener.HTTP2, buffers, null, false, false, options);
        this.budget = budget;
        this.requests = requests;
        this.maxWasted = maxWasted;
        this.misused = misused;
    }

    @Override
    protected @Nullable AbstractHttp2StreamSourceChannel createChannel(FrameHeaderData frame, PooledByteBuffer data)
            throws IOException {
        AbstractHttp2StreamSourceChannel channel = create(frame, data);
        if (channel instanceof Http2RstStreamStreamSourceChannel
                || channel instanceof Http2StreamSourceChannel stream && !requests.arrives(stream)) {
            countWasted();
        }
        return channel;
    }

    // A malformed length is the client's mistake, not the server's.
    private @Nullable AbstractHttp2StreamSourceChannel create(FrameHeaderData frame, PooledByteBuffer data)
            throws IOException {
        try {
            return super.createChannel(frame, data);
        } catch (NumberFormatException e) {
            throw new IOException(e);
        }
    }

    // Undertow does not count resets of requests without a body, which cost as much (CVE-2023-44487).
    private void countWasted() {
        long now = System.nanoTime();
        if (now - windowStart > WINDOW) {
            windowStart = now;
            wasted = 0;
        }
        wasted++;
        if (wasted > maxWasted) {
            leave(ERROR_ENHANCE_YOUR_CALM);
        }
    }

    // A header that is repeated more often than Undertow's map can hold, or whose name has a line break, is the
    // client's mistake, not the server's.
    @Override
    protected FrameHeaderData parseFrame(ByteBuffer data) throws IOException {
        try {
            return super.parseFrame(data);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    @Override
    protected void queueFrame(AbstractHttp2StreamSinkChannel frame) throws IOException {
        if (frame instanceof Http2DataStreamSinkChannel) {
            budget.answered();
        }
        super.queueFrame(frame);
    }

    /**
     * Tells the client why the connection is closed, with an error code of HTTP/2, and closes it, even if the client
     * does not read.
     */
    void leave(int code) {
        if (leaving) {
            return;
        }
        leaving = true;
        if (code != ERROR_NO_ERROR) {
            misused.run();
        }
        sendGoAway(code);
        if (!isOpen()) {
            return;
        }
        try {
            getIoThread().executeAfter(() -> IoUtils.safeClose(this), GOAWAY_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException serverHasClosed) {
            // And the connection with it.
        }
    }
}
