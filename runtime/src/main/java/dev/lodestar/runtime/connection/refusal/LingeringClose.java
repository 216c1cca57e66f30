package dev.lodestar.runtime.connection.refusal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;

/**
 * Closes a connection after its last answer, once the client has stopped sending. Until then, for a limited time and
 * number of bytes, what arrives is discarded. Closing at once would make the client's system throw the answer away
 * unread (RFC 9112, 9.6); reading to the end would let a client send for ever. Confined to the connection's thread.
 */
public final class LingeringClose {
    /** How much of a request's body is discarded at most. */
    public static final long MAX_BODY_BYTES = 64 << 20;

    /** What the client may still be sending on. */
    public interface Source {
        /**
         * Reads what has arrived.
         *
         * @return the number of bytes, 0 if there are none for now, or -1 at the end of the input
         */
        int read(ByteBuffer into) throws IOException;

        /** Calls a listener, on the connection's thread, whenever there may be something to read. */
        void whenReadable(Runnable listener);

        /** Closes the connection, or ends the request. Called once. */
        void close();
    }

    private final Source source;
    private final long maxBytes;
    private XnioExecutor.@Nullable Key deadline;
    private long discarded;
    private boolean closed;

    private LingeringClose(Source source, long maxBytes) {
        this.source = source;
        this.maxBytes = maxBytes;
    }

    /**
     * Begins to discard. Call it when the answer has been sent.
     *
     * @param thread the connection's thread
     * @param time after which the connection is closed, whatever the client does
     * @param maxBytes after which it is closed, too
     */
    public static void begin(XnioExecutor thread, Duration time, long maxBytes, Source source) {
        LingeringClose close = new LingeringClose(source, maxBytes);
        try {
            close.deadline = thread.executeAfter(close::close, time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException serverHasClosed) {
            close.close();
            return;
        }
        source.whenReadable(close::discard);
    }

    private void discard() {
        try {
            int read = 1;
            while (read > 0 && discarded < maxBytes && !closed) {
                read = source.read(DiscardBuffer.get());
                discarded += Math.max(read, 0);
            }
            if (read < 0 || discarded >= maxBytes) {
                close();
            }
        } catch (IOException e) {
            close();
        }
    }

    private void close() {
        if (!closed) {
            closed = true;
            if (deadline != null) {
                // Otherwise the thread would remember the connection until then.
                deadline.remove();
            }
            source.close();
        }
    }
}
