package dev.lodestar.runtime.connection.http2;

import dev.lodestar.runtime.connection.fair.ClientQueue;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.protocols.http2.Http2Channel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListeners;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * The way in of a connection of HTTP/2, which passes on one frame per read. Undertow reads for as long as it gets
 * bytes, so that one client could keep the others on its thread waiting; here the connection waits for its turn after
 * each frame ({@link dev.lodestar.runtime.connection.fair.FairThreads}). A connection is refused if its frames cost
 * too much, are too large, or do not end in time. Confined to the connection's thread.
 */
final class FrameGuard extends AbstractStreamSourceConduit<StreamSourceConduit> {
    /** The size that every server must accept; this one announces no larger one (RFC 9113, 4.2). */
    private static final int MAX_FRAME_BYTES = 1 << 14;

    private static final int NONE = -1;

    private final XnioExecutor thread;
    private final Executor turns;
    private final Runnable reader;
    private final FrameBudget budget;
    private final long patience;
    private final ArrivingFrame frame = new ArrivingFrame();

    /** What was read from the connection before, until it is passed on. */
    private @Nullable PooledByteBuffer ahead;

    /**
     * The last byte of a frame after which more headers must follow. Undertow takes such a frame for the complete
     * head if what it has read ends there, so this byte is passed on together with the next frame.
     */
    private int heldBack = NONE;

    private IntConsumer refusal = code -> {};
    private boolean refused;

    /** Whether somebody wants to read. The only field that any thread may change. */
    private volatile boolean wanted;

    /** Whether the connection has had its turn and waits for the next. */
    private boolean waiting;

    /** Whether a request's headers are arriving. */
    private boolean inHead;

    /** Whether a frame or head is arriving, and since when. */
    private boolean unfinished;

    private long began;
    private XnioExecutor.@Nullable Key deadline;

    /**
     * @param thread the connection's thread
     * @param turns runs a task on that thread when it is the connection's turn
     * @param reader notifies the reader
     */
    FrameGuard(
            StreamSourceConduit next,
            XnioExecutor thread,
            Executor turns,
            Runnable reader,
            @Nullable PooledByteBuffer ahead,
            FrameBudget budget,
            Duration patience) {
        super(next);
        this.thread = thread;
        this.turns = turns;
        this.reader = reader;
        this.ahead = ahead;
        this.budget = budget;
        this.patience = patience.toNanos();
    }

    /**
     * Guards a connection, before Undertow reads from it.
     *
     * @param queue where the connection waits for its turn
     * @param ahead what was read from it already
     * @param budget what the client's frames may cost
     * @param patience the time in which a frame, or all frames with the headers of a request, must arrive
     */
    static FrameGuard install(
            StreamConnection connection,
            ClientQueue queue,
            @Nullable PooledByteBuffer ahead,
            FrameBudget budget,
            Duration patience) {
        ConduitStreamSourceChannel source = connection.getSourceChannel();
        FrameGuard guard = new FrameGuard(
                source.getConduit(),
                connection.getIoThread(),
                queue::add,
                () -> ChannelListeners.invokeChannelListener(source, source.getReadListener()),
                ahead,
                budget,
                patience);
        source.setConduit(guard);
        return guard;
    }

    /**
     * Sets how to refuse the connection.
     *
     * @param refusal closes the connection with an error code of HTTP/2; called at most once, on its thread
     */
    void refuseWith(IntConsumer refusal) {
        this.refusal = refusal;
    }

    /** Called when the connection is closed. */
    void closed() {
        refused = true;
        dropAhead();
        if (deadline != null) {
            deadline.remove();
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (waiting || refused) {
            return 0;
        }
        int begin = into.position();
        int read = readFrame(into);
        if (refused) {
            into.position(begin);
            return 0;
        }
        return read;
    }

    private int readFrame(ByteBuffer into) throws IOException {
        int begin = into.position();
        if (heldBack != NONE) {
            into.put((byte) heldBack);
        }
        int fresh = into.position();
        Frame arrived = null;
        while (arrived == null && !refused && into.hasRemaining()) {
            int from = into.position();
            int read = readSome(into);
            if (read <= 0 && from == fresh) {
                into.position(begin);
                return read;
            }
            if (read <= 0) {
                heldBack = NONE;
                return into.position() - begin;
            }
            arrived = frame.add(into, from, read);
            check(arrived);
        }
        heldBack = NONE;
        if (arrived != null && arrived.leavesHeadOpen()) {
            holdBack(into);
        }
        awaitTurn();
        return into.position() - begin;
    }

    private void holdBack(ByteBuffer into) {
        int last = into.position() - 1;
        heldBack = into.get(last) & 0xff;
        into.position(last);
    }

    private int readSome(ByteBuffer into) throws IOException {
        int limit = into.limit();
        into.limit(into.position() + Math.min(into.remaining(), frame.missing()));
        try {
            return ahead == null ? super.read(into) : readAhead(ahead.getBuffer(), into);
        } finally {
            into.limit(limit);
        }
    }

    private int readAhead(ByteBuffer bytes, ByteBuffer into) {
        int count = Math.min(bytes.remaining(), into.remaining());
        into.put(bytes.slice().limit(count));
        bytes.position(bytes.position() + count);
        if (!bytes.hasRemaining()) {
            dropAhead();
        }
        return count;
    }

    private void dropAhead() {
        if (ahead != null) {
            ahead.close();
            ahead = null;
        }
    }

    private void awaitTurn() {
        if (!waiting) {
            waiting = true;
            super.suspendReads();
            turns.execute(this::takeTurn);
        }
    }

    // The system reports new bytes only when everything was read: TLS may hold some that the system does not know of.
    private void takeTurn() {
        waiting = false;
        if (wanted && !refused) {
            reader.run();
            if (!waiting) {
                resumeIfWanted();
            }
        }
    }

    @Override
    public void resumeReads() {
        wanted = true;
        if (ahead == null) {
            resumeIfWanted();
        } else {
            awaitTurn();
        }
    }

    private void resumeIfWanted() {
        if (wanted && !waiting && !refused) {
            super.resumeReads();
        }
    }

    @Override
    public void wakeupReads() {
        wanted = true;
        awaitTurn();
    }

    @Override
    public void suspendReads() {
        wanted = false;
        super.suspendReads();
    }

    @Override
    public boolean isReadResumed() {
        return wanted;
    }

    private void check(@Nullable Frame arrived) {
        if (frame.length() > MAX_FRAME_BYTES) {
            refuse(Http2Channel.ERROR_FRAME_SIZE_ERROR);
        } else if (arrived != null) {
            inHead = arrived.leavesHeadOpen();
            if (!budget.allows(arrived)) {
                refuse(Http2Channel.ERROR_ENHANCE_YOUR_CALM);
            }
        }
        boolean before = unfinished;
        unfinished = inHead || frame.isPartial();
        if (unfinished && !before) {
            began = System.nanoTime();
            if (deadline == null) {
                expect(patience);
            }
        }
    }

    private void expect(long nanos) {
        try {
            deadline = thread.executeAfter(this::missed, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException serverHasClosed) {
            // And the connection with it.
        }
    }

    // One timer serves many frames, so another frame may have begun since. Bytes that nobody reads cannot arrive.
    private void missed() {
        deadline = null;
        if (unfinished && !refused) {
            long left = began + patience - System.nanoTime();
            if (left <= 0 && isReadResumed()) {
                // Being slow is no misuse.
                refuse(Http2Channel.ERROR_NO_ERROR);
            } else {
                expect(left > 0 ? left : patience);
            }
        }
    }

    // Undertow is in the middle of reading.
    private void refuse(int code) {
        refused = true;
        super.suspendReads();
        try {
            thread.execute(() -> refusal.accept(code));
        } catch (RejectedExecutionException serverHasClosed) {
            // And the connection with it.
        }
    }
}
