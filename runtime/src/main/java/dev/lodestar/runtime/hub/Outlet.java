package dev.lodestar.runtime.hub;

import dev.lodestar.Reply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The way to one browser: what a subscriber needs of a connection. All but {@link #thread} is for that thread only. */
public interface Outlet {
    /** The thread of the connection. Connections that share a thread give the same executor. */
    Executor thread();

    /** The key of the browser's session, or null if it has none. The same at any time. */
    @Nullable
    String session();

    /** Whether the browser takes gzip. The same at any time. */
    boolean takesGzip();

    /** Whether what is written must stand in chunks of HTTP/1.1's transfer coding. The same at any time. */
    boolean isChunked();

    /** Answers with a refusal or a redirect, in place of a stream; only before anything was written or flushed. */
    void refuse(Reply reply);

    /** The event that a stream ends with that is refused when it is open, in UTF-8; perhaps none. */
    byte[] lastEvent(Reply reply);

    /** Has the processor fetch what {@link #write} needs. Returns something that was read there; it means nothing. */
    int prefetch();

    /** Writes as much as the connection takes now, perhaps nothing; the rest remains in the buffer. */
    void write(ByteBuffer bytes) throws IOException;

    /** Pushes out what was written. Returns false if the connection does not take all of it now. */
    boolean flush() throws IOException;

    /** Asks for {@link Subscription#writable} to be called as soon as the connection takes bytes again, or no longer. */
    void awaitWritable(boolean wanted);

    /**
     * Runs a task on {@link #thread} as soon as the others who are ready there had a turn. Only when the outlet is used by
     * a task of that thread.
     *
     * @param who whose task it is: of those of several, one each is run in a round
     */
    void afterOthers(Object who, Runnable task);

    /** Runs a task later on {@link #thread}, unless the stream ends before; only when the task before has run. */
    void after(Duration time, Runnable task);

    /** Says that what is written from now on ends the stream. */
    void beginEnd();

    /** Ends the stream in good order, after its last chunk was written, so that the browser knows it is whole. */
    void end();

    /** Drops the connection. */
    void abort();
}
