package dev.lodestar.runtime.connection.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undertow.util.ImmediatePooledByteBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xnio.XnioExecutor;
import org.xnio.conduits.StreamSourceConduit;

class FrameGuardTest {
    private static final int PREFACE = 24;
    private static final int PING = 17;

    private final ByteBuffer sent = ByteBuffer.allocate(1 << 16).limit(0);
    private final Queue<Runnable> turns = new ArrayDeque<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Integer> reads = new ArrayList<>();
    private final FrameBudget budget = new FrameBudget(() -> 0);
    private @Nullable Runnable deadline;
    private @Nullable Integer refused;
    private boolean asked;

    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    switch (method.getName()) {
                        case "read" -> {
                            ByteBuffer into = (ByteBuffer) given[0];
                            int count = Math.min(into.remaining(), sent.remaining());
                            into.put(sent.slice().limit(count));
                            sent.position(sent.position() + count);
                            return count;
                        }
                        case "resumeReads" -> asked = true;
                        case "suspendReads" -> asked = false;
                        case "execute" -> tasks.add((Runnable) given[0]);
                        case "executeAfter" -> {
                            deadline = (Runnable) given[0];
                            return (XnioExecutor.Key) () -> true;
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                }));
    }

    private FrameGuard guard(@Nullable ByteBuffer ahead, Duration patience) {
        FrameGuard[] guard = {null};
        guard[0] = new FrameGuard(
                fake(StreamSourceConduit.class),
                fake(XnioExecutor.class),
                turns::add,
                () -> read(guard[0]),
                ahead == null ? null : new ImmediatePooledByteBuffer(ahead),
                budget,
                patience);
        guard[0].refuseWith(code -> refused = code);
        guard[0].resumeReads();
        return guard[0];
    }

    private void read(FrameGuard guard) {
        try {
            reads.add(guard.read(ByteBuffer.allocate(1 << 14)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer pings(int number) {
        ByteBuffer bytes = ByteBuffer.allocate(PREFACE + number * PING).position(PREFACE);
        for (int i = 0; i < number; i++) {
            bytes.put(new byte[] {0, 0, 8, 6}).put(new byte[13]);
        }
        return bytes.flip();
    }

    private void arrive(ByteBuffer bytes) {
        sent.clear().put(bytes).flip();
    }

    @Test
    void eachTurnReadsOneFrameHoweverManyHaveArrived() {
        arrive(pings(3));
        FrameGuard guard = guard(null, Duration.ofSeconds(1));
        assertTrue(asked);
        read(guard);
        read(guard);
        assertEquals(List.of(PREFACE + PING, 0), reads);
        assertFalse(asked, "it is not asked for while it waits");
        assertTrue(guard.isReadResumed());
        turns.remove().run();
        assertEquals(List.of(PREFACE + PING, 0, PING), reads);
        assertFalse(asked);
        turns.remove().run();
        assertEquals(List.of(PREFACE + PING, 0, PING, PING), reads);
        turns.remove().run();
        assertEquals(List.of(PREFACE + PING, 0, PING, PING, 0), reads);
        assertTrue(asked, "it is asked for when there is nothing left");
        assertTrue(turns.isEmpty());
    }

    @Test
    void bytesReadAheadAreConsumedInTurns() {
        guard(pings(2), Duration.ofSeconds(1));
        assertTrue(reads.isEmpty());
        while (!turns.isEmpty()) {
            turns.remove().run();
        }
        assertEquals(List.of(PREFACE + PING, PING, 0), reads);
        assertTrue(asked);
    }

    @Test
    void nothingIsReadForASuspendedReader() {
        arrive(pings(2));
        FrameGuard guard = guard(null, Duration.ofSeconds(1));
        read(guard);
        guard.suspendReads();
        turns.remove().run();
        assertEquals(List.of(PREFACE + PING), reads);
        assertFalse(asked);
        guard.resumeReads();
        assertTrue(asked);
    }

    @Test
    void partOfAFrameIsPassedOnAndHasADeadline() {
        ByteBuffer bytes = pings(1);
        arrive(bytes.slice().limit(PREFACE + 5));
        FrameGuard guard = guard(null, Duration.ZERO);
        read(guard);
        assertEquals(List.of(PREFACE + 5), reads);
        assertTrue(turns.isEmpty());
        deadline.run();
        tasks.remove().run();
        assertEquals(0, refused);
        read(guard);
        assertEquals(0, reads.get(1));
    }

    @Test
    void deadlineOfACompleteFrameHasNoEffect() {
        ByteBuffer bytes = pings(1);
        arrive(bytes.slice().limit(PREFACE + 5));
        FrameGuard guard = guard(null, Duration.ZERO);
        read(guard);
        arrive(bytes.slice().position(PREFACE + 5));
        read(guard);
        assertEquals(List.of(PREFACE + 5, PING - 5), reads);
        deadline.run();
        assertTrue(tasks.isEmpty());
        assertNull(refused);
    }

    @Test
    void lastByteOfAnIncompleteHeadIsPassedOnWithTheNextFrame() {
        byte[] preface = new byte[PREFACE];
        byte[] headers = {0, 0, 2, 1, 0, 0, 0, 0, 1, 7, 8};
        byte[] continuation = {0, 0, 0, 9, 4, 0, 0, 0, 1};
        arrive(ByteBuffer.allocate(PREFACE + headers.length)
                .put(preface)
                .put(headers)
                .flip());
        FrameGuard guard = guard(null, Duration.ofSeconds(1));
        read(guard);
        turns.remove().run();
        assertEquals(List.of(PREFACE + headers.length - 1, 0), reads);
        arrive(ByteBuffer.wrap(continuation));
        read(guard);
        assertEquals(1 + continuation.length, reads.get(2));
    }
}
