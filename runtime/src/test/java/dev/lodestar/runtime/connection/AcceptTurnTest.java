package dev.lodestar.runtime.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AcceptTurnTest {
    private final Queue<Runnable> afterATurn = new ArrayDeque<>();
    private long now;
    private int rests;
    private int goesOn;
    private final AcceptTurn turn = new AcceptTurn(() -> now, afterATurn::add, () -> rests++, () -> goesOn++);

    private void take(int count) {
        for (int i = 0; i < count; i++) {
            turn.accepted();
        }
    }

    @Test
    void floodPausesAcceptingWhileOthersAreServed() {
        take(AcceptTurn.MAX_ACCEPTS - 1);
        assertEquals(0, rests);
        take(1);
        assertEquals(1, rests);
        assertEquals(0, goesOn);
        afterATurn.remove().run();
        assertEquals(1, goesOn);
        take(AcceptTurn.MAX_ACCEPTS);
        assertEquals(2, rests);
    }

    @Test
    void pauseLastsWhileConnectionsStillArrive() {
        take(AcceptTurn.MAX_ACCEPTS + 10);
        assertEquals(1, rests);
        afterATurn.remove().run();
        take(1);
        now += TimeUnit.SECONDS.toNanos(1);
        take(1);
        afterATurn.remove().run();
        assertEquals(0, goesOn);
        afterATurn.remove().run();
        assertEquals(1, goesOn);
        assertEquals(1, rests);
        assertTrue(afterATurn.isEmpty());
    }

    @Test
    void occasionalConnectionsDoNotPause() {
        for (int i = 0; i < 10; i++) {
            take(AcceptTurn.MAX_ACCEPTS - 1);
            now += TimeUnit.MILLISECONDS.toNanos(AcceptTurn.TURN_MILLIS) + 1;
        }
        assertEquals(0, rests);
    }
}
