package dev.lodestar.runtime.hub;

import dev.lodestar.Reply;
import dev.lodestar.runtime.frame.FrameEncoding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * What carries one stream to its browser. All methods but {@link #thread}, {@link #encoding} and {@link #isChunked} are
 * called on that thread only; these three always return the same value.
 */
public interface StreamTransport {
    /** The thread of the connection. Connections that share a thread return the same executor. */
    Executor thread();

    /** The encoding in which the browser is sent the stream: one of those that the hub offers. */
    FrameEncoding encoding();

    /** Whether the bytes that are written must be framed as chunks of HTTP/1.1's transfer coding. */
    boolean isChunked();

    /** Responds with a refusal or a redirect instead of a stream. Only before anything has been written or flushed. */
    void refuse(Reply reply);

    /** The last event of a stream that is refused after it has been opened, in UTF-8; perhaps empty. */
    byte[] lastEvent(Reply reply);

    /** Makes the processor fetch what {@link #write} needs from memory. The result is meaningless. */
    int prefetch();

    /** Writes as many bytes as the connection takes now, perhaps none. The rest remains in the buffer. */
    void write(ByteBuffer bytes) throws IOException;

    /** Sends what has been written. Returns false if the connection does not take all of it now. */
    boolean flush() throws IOException;

    /** Says whether {@link Subscription#writable} is to be called as soon as the connection takes bytes again. */
    void awaitWritable(boolean wanted);

    /**
     * Runs a task on {@link #thread} after the others that are ready there have had a turn. Only for use by a task of
     * that thread.
     *
     * @param owner whose task it is: in each round, one task of each owner is run
     */
    void afterOthers(Object owner, Runnable task);

    /** Runs a task on {@link #thread} after a delay, unless the stream has ended. Only one task can be waiting. */
    void after(Duration delay, Runnable task);

    /** Says that whatever is written from now on ends the stream. */
    void beginEnd();

    /**
     * Ends the stream in good order, after its last chunk was written, so that the browser knows that it is complete.
     */
    void end();

    /** Drops the connection. */
    void abort();
}
