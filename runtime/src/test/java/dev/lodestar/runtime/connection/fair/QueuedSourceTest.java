package dev.lodestar.runtime.connection.fair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xnio.conduits.ReadReadyHandler;
import org.xnio.conduits.StreamSourceConduit;

class QueuedSourceTest {
    private final Queue<Runnable> turns = new ArrayDeque<>();
    private final FairQueue lines = new FairQueue(() -> this.now, turns::add, turns::add);
    private final QueuedSource source = new QueuedSource(socket(), new ClientQueue(lines, "client"));
    private @Nullable ReadReadyHandler ready;
    private boolean asked;
    private long now;
    private int reads;

    private StreamSourceConduit socket() {
        return (StreamSourceConduit) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {StreamSourceConduit.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "resumeReads", "wakeupReads" -> asked = true;
                        case "suspendReads" -> asked = false;
                        case "setReadReadyHandler" -> ready = (ReadReadyHandler) arguments[0];
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }

    @BeforeEach
    void wantsToRead() {
        source.setReadReadyHandler(new ReadReadyHandler() {
            @Override
            public void readReady() {
                reads++;
            }

            @Override
            public void forceTermination() {}

            @Override
            public void terminated() {}
        });
        source.resumeReads();
    }

    private void turnIsOver() {
        lines.isFree();
        now += FairQueue.TURN_NANOS;
    }

    @Test
    void isReadAtOnceDuringTheTurn() {
        ready.readReady();
        assertEquals(1, reads);
        assertTrue(asked);
    }

    @Test
    void isNotSelectedWhileItWaitsAndReadInItsTurn() {
        turnIsOver();
        ready.readReady();
        assertEquals(0, reads);
        assertFalse(asked);
        assertTrue(source.isReadResumed());
        turns.remove().run();
        assertEquals(1, reads);
        assertTrue(asked);
    }

    @Test
    void waitsOnceHoweverOftenItIsReady() {
        turnIsOver();
        ready.readReady();
        ready.readReady();
        turns.remove().run();
        assertEquals(1, reads);
    }

    @Test
    void isNotReadAfterReadsAreSuspended() {
        turnIsOver();
        ready.readReady();
        source.suspendReads();
        turns.remove().run();
        assertEquals(0, reads);
        assertFalse(asked);
        ready.readReady();
        assertEquals(0, reads);
    }

    @Test
    void keepsItsPlaceWhenReadsAreResumed() {
        turnIsOver();
        ready.readReady();
        source.suspendReads();
        source.resumeReads();
        assertFalse(asked);
        turns.remove().run();
        assertEquals(1, reads);
        assertTrue(asked);
    }

    @Test
    void isReadWhenItIsWokenUp() {
        source.suspendReads();
        source.wakeupReads();
        ready.readReady();
        assertEquals(1, reads);
    }
}
