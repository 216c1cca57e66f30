package dev.lodestar.runtime.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClockTest {
    private final ManualTimer timer = new ManualTimer();
    private final ManualExecutor workers = new ManualExecutor();
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();

    private Recurring start(Callable<Boolean> tick) {
        return start(tick, workers);
    }

    private Recurring start(Callable<Boolean> tick, Executor executor) {
        return Clock.start(Duration.ofMillis(100), tick, timer, executor, changes::incrementAndGet);
    }

    private void pass(int millis) {
        for (int i = 0; i < millis; i++) {
            timer.advance(Duration.ofMillis(1));
            workers.runAll();
        }
    }

    @Test
    void runsOncePerPeriodAndReportsChanges() {
        start(() -> runs.incrementAndGet() % 2 == 0);
        pass(399);
        assertEquals(3, runs.get());
        pass(1);
        assertEquals(4, runs.get());
        assertEquals(2, changes.get());
    }

    @Test
    void skipsRunsThatAreDueDuringASlowOne() {
        start(() -> {
            if (runs.incrementAndGet() == 1) {
                timer.advance(Duration.ofMillis(250));
            }
            return true;
        });
        pass(100);
        assertEquals(1, runs.get());
        // The slow run ended at 350 ms: the runs at 200 and 300 are skipped, the next is due at 400.
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
        // All workers are busy: the run waits, and no other becomes due meanwhile.
        timer.advance(Duration.ofSeconds(1));
        assertEquals(1, workers.waiting());
    }

    @Test
    void continuesAfterARunThatThrows() {
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
    void doesNotRunOnceStopped() {
        Recurring clock = start(() -> runs.incrementAndGet() > 0);
        pass(100);
        clock.stop();
        pass(500);
        assertEquals(1, runs.get());
    }

    @Test
    void continuesAfterItGotNoThread() {
        boolean[] refuses = {true};
        Executor refusing = task -> {
            if (refuses[0]) {
                throw new RejectedExecutionException("on purpose");
            }
            workers.execute(task);
        };
        start(() -> runs.incrementAndGet() > 0, refusing);
        pass(350);
        assertEquals(0, runs.get());
        refuses[0] = false;
        pass(150);
        assertEquals(2, runs.get());
    }

    @Test
    void continuesAfterAnUncaughtError() {
        boolean[] fails = {true};
        Executor failing = task -> {
            if (fails[0]) {
                throw new OutOfMemoryError("on purpose");
            }
            workers.execute(task);
        };
        start(() -> runs.incrementAndGet() > 0, failing);
        assertThrows(OutOfMemoryError.class, () -> pass(100));
        fails[0] = false;
        pass(100);
        assertEquals(1, runs.get());
    }
}
