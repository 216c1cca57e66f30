package dev.lodestar.runtime.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestar.runtime.route.ClockRoute;
import dev.lodestar.runtime.route.Tick;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClockTest {
    private final ManualTimer timer = new ManualTimer();
    private final ManualExecutor workers = new ManualExecutor();
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();

    private Recurring start(Tick tick) {
        ClockRoute route = new ClockRoute(Duration.ofMillis(100), tick, List.of());
        return Clock.start(route, timer, workers, due -> changes.incrementAndGet());
    }

    private void pass(int millis) {
        for (int i = 0; i < millis; i++) {
            timer.advance(Duration.ofMillis(1));
            workers.runAll();
        }
    }

    @Test
    void runsOncePerPeriodAndTellsOfChanges() {
        start(() -> runs.incrementAndGet() % 2 == 0);
        pass(399);
        assertEquals(3, runs.get());
        pass(1);
        assertEquals(4, runs.get());
        assertEquals(2, changes.get());
    }

    @Test
    void skipsRunsThatASlowOneLeftNoTimeFor() {
        start(() -> {
            if (runs.incrementAndGet() == 1) {
                timer.advance(Duration.ofMillis(250));
            }
            return true;
        });
        pass(100);
        assertEquals(1, runs.get());
        // The slow run ended at 350 ms; the runs at 200 and 300 are gone, the next is due at 400.
        pass(49);
        assertEquals(1, runs.get());
        pass(1);
        assertEquals(2, runs.get());
        pass(99);
        assertEquals(2, runs.get());
        pass(1);
        assertEquals(3, runs.get());
    }

    @Test
    void neverRunsTwiceAtOnce() {
        start(() -> {
            runs.incrementAndGet();
            return true;
        });
        // The workers are all busy: what is due waits, and nothing more becomes due meanwhile.
        timer.advance(Duration.ofSeconds(1));
        assertEquals(1, workers.waiting());
    }

    @Test
    void goesOnAfterARunThatThrows() {
        start(() -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("on purpose");
            }
            return true;
        });
        pass(200);
        assertEquals(2, runs.get());
        assertEquals(1, changes.get());
    }

    @Test
    void runsNoMoreOnceStopped() {
        Recurring clock = start(() -> runs.incrementAndGet() > 0);
        pass(100);
        clock.stop();
        pass(500);
        assertEquals(1, runs.get());
    }

    @Test
    void goesOnAfterItGotNoThread() {
        boolean[] refuses = {true};
        ClockRoute route = new ClockRoute(Duration.ofMillis(100), () -> runs.incrementAndGet() > 0, List.of());
        Executor refusing = task -> {
            if (refuses[0]) {
                throw new RejectedExecutionException("on purpose");
            }
            workers.execute(task);
        };
        Clock.start(route, timer, refusing, due -> changes.incrementAndGet());
        pass(350);
        assertEquals(0, runs.get());
        refuses[0] = false;
        pass(150);
        assertEquals(2, runs.get());
    }

    @Test
    void goesOnAfterAnErrorThatWasNotCaught() {
        boolean[] fails = {true};
        ClockRoute route = new ClockRoute(Duration.ofMillis(100), () -> runs.incrementAndGet() > 0, List.of());
        Executor failing = task -> {
            if (fails[0]) {
                throw new OutOfMemoryError("on purpose");
            }
            workers.execute(task);
        };
        Clock.start(route, timer, failing, due -> changes.incrementAndGet());
        assertThrows(OutOfMemoryError.class, () -> pass(100));
        fails[0] = false;
        pass(100);
        assertEquals(1, runs.get());
    }
}
