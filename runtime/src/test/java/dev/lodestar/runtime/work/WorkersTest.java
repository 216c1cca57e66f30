package dev.lodestar.runtime.work;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final Workers workers = new Workers();
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void close() {
        mayEnd.countDown();
        workers.close();
    }

    private void block(Executor executor, int times) {
        for (int i = 0; i < times; i++) {
            executor.execute(() -> {
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    @Test
    void workOfOneKindDoesNotWaitForAnother() throws Exception {
        block(workers.actions(), 500);
        block(workers.notices(), 500);
        block(workers.renderers(), 500);
        CountDownLatch ran = new CountDownLatch(2);
        Stream.of(workers.openings(), workers.background()).forEach(executor -> executor.execute(ran::countDown));
        assertTrue(ran.await(5, TimeUnit.SECONDS));
    }

    @Test
    void clocksDoNotWaitForEachOther() throws Exception {
        block(workers.background(), 100);
        CountDownLatch ran = new CountDownLatch(1);
        workers.background().execute(ran::countDown);
        assertTrue(ran.await(5, TimeUnit.SECONDS));
    }

    @Test
    void actionsThatWouldWaitBehindThousandsAreRejected() {
        assumeTrue(Runtime.version().feature() < 21, "without virtual threads");
        block(workers.actions(), Workers.ACTIONS + Workers.WAITING_ACTIONS);
        assertThrows(RejectedExecutionException.class, () -> block(workers.actions(), 1));
    }
}
