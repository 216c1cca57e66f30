package dev.lodestar.runtime.http2;

import dev.lodestar.runtime.fair.Line;
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
 * The way in of a connection of HTTP/2, which hands on one frame for each read. Undertow reads on for as long as it has
 * bytes, so that the others on its thread would wait until a client runs out of them; now the connection waits for its
 * turn after each frame ({@link dev.lodestar.runtime.fair.FairThreads}). A connection is refused whose frames cost too
 * much, are too large, or do not end in time. Confined to the connection's thread.
 */
public final class FrameGuard extends AbstractStreamSourceConduit<StreamSourceConduit> {
    /** The size that every server must take, and this one has not announced a larger one (RFC 9113, 4.2). */
    private static final int MOST_OF_A_FRAME = 1 << 14;

    private static final int NOTHING = -1;

    private final XnioExecutor thread;
    private final Executor turns;
    private final Runnable reader;
    private final FrameBudget budget;
    private final long patience;
    private final ArrivingFrame frame = new ArrivingFrame();

    /** What was read of the connection before, until it is handed on. */
    private @Nullable PooledByteBuffer ahead;

    /**
     * The last byte of a frame behind which more headers must follow. Undertow takes such a frame for the whole head if
     * what it has read ends there, so this byte is handed on together with the frame behind it.
     */
    private int heldBack = NOTHING;

    private IntConsumer refusal = code -> {};
    private boolean refused;

    /** Whether somebody wants to read. Said by any thread, as nothing else here. */
    private volatile boolean wanted;

    /** Whether it has had its turn, and waits for the next one. */
    private boolean waiting;

    /** Whether a request's headers have begun and not ended. */
    private boolean inHead;

    /** Whether something has begun, and when it was. */
    private boolean unfinished;

    private long began;
    private XnioExecutor.@Nullable Key deadline;

    /**
     * @param thread the connection's thread
     * @param turns does something there when it is the connection's turn
     * @param reader has somebody read
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
     * @param line where it waits for its turn
     * @param ahead what was read of it already
     * @param budget what its frames may cost
     * @param patience the time in which a frame, or all frames with the headers of a request, must arrive
     */
    public static FrameGuard install(
            StreamConnection connection,
            Line line,
            @Nullable PooledByteBuffer ahead,
            FrameBudget budget,
            Duration patience) {
        ConduitStreamSourceChannel source = connection.getSourceChannel();
        FrameGuard guard = new FrameGuard(
                source.getConduit(),
                connection.getIoThread(),
                line::add,
                () -> ChannelListeners.invokeChannelListener(source, source.getReadListener()),
                ahead,
                budget,
                patience);
        source.setConduit(guard);
        return guard;
    }

    /**
     * Says how to refuse the connection.
     *
     * @param refusal closes it, given an error code of HTTP/2; called once at most, on the connection's thread
     */
    public void refuseWith(IntConsumer refusal) {
        this.refusal = refusal;
    }

    /** Says that the connection is closed. */
    public void closed() {
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
        if (heldBack != NOTHING) {
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
                heldBack = NOTHING;
                return into.position() - begin;
            }
            arrived = frame.add(into, from, read);
            check(arrived);
        }
        heldBack = NOTHING;
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
            turns.execute(this::itsTurn);
        }
    }

    // Only when nothing is left does the system say when there is more: TLS has bytes of which the system knows
    // nothing.
    private void itsTurn() {
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
        if (frame.length() > MOST_OF_A_FRAME) {
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
            // And with it the connection.
        }
    }

    // Set once for many frames, so something else may have begun since. What nobody reads cannot go on.
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
            // And with it the connection.
        }
    }
}
