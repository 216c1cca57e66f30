package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class DeparturesTest {
    private final Queue<Runnable> next = new ArrayDeque<>();
    private final Queue<Runnable> afterOthers = new ArrayDeque<>();
    private final Departures departures = new Departures(next::add, afterOthers::add);
    private int closed;

    private void go(int count) {
        for (int i = 0; i < count; i++) {
            departures.add(() -> closed++);
        }
    }

    @Test
    void fewAreClosedBeforeTheThreadLooksAtOthers() {
        go(3);
        next.remove().run();
        assertEquals(3, closed);
        assertTrue(next.isEmpty() && afterOthers.isEmpty());
    }

    @Test
    void manyAreClosedWhenNoMoreGoAndSomeAtATime() {
        go(1_000);
        next.remove().run();
        go(1_000);
        afterOthers.remove().run();
        assertEquals(0, closed);
        for (int turns = 1; closed < 2_000; turns++) {
            afterOthers.remove().run();
            assertEquals(Math.min(turns * Departures.SOME, 2_000), closed);
        }
        assertTrue(next.isEmpty() && afterOthers.isEmpty());
    }

    @Test
    void areClosedThoughMoreAlwaysGo() {
        go(100);
        next.remove().run();
        for (int turns = 0; closed == 0; turns++) {
            assertTrue(turns <= Departures.LONGEST_WAIT);
            go(100);
            afterOthers.remove().run();
        }
    }

    @Test
    void oneWhoGoesAfterTheOthersIsClosedToo() {
        go(1);
        next.remove().run();
        go(1);
        next.remove().run();
        assertEquals(2, closed);
    }

    @Test
    void areClosedAtOnceByAThreadThatHasEnded() {
        Departures late = new Departures(
                task -> {
                    throw new RejectedExecutionException();
                },
                afterOthers::add);
        late.add(() -> closed++);
        late.add(() -> closed++);
        assertEquals(2, closed);
    }
}
