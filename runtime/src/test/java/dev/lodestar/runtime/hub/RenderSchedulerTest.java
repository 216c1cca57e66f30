package dev.lodestar.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestar.runtime.work.ManualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class RenderSchedulerTest {
    /** The tasks that were handed to the threads and have not run yet. */
    private final List<Runnable> running = new ArrayList<>();

    private final ManualTimer timer = new ManualTimer();
    private final List<String> order = new ArrayList<>();
    private final RenderScheduler scheduler = new RenderScheduler(running::add, 12, timer);

    private void queue(Executor queue, String name, int times) {
        for (int i = 0; i < times; i++) {
            queue.execute(() -> order.add(name));
        }
    }

    private void finishOldest() {
        running.remove(0).run();
    }

    @Test
    void slowViewOccupiesNoMoreThreadsThanItLeavesFree() {
        queue(scheduler.newQueue(), "slow", 100);
        assertEquals(6, running.size());
    }

    @Test
    void severalSlowViewsLeaveAThreadForAnother() {
        for (int i = 0; i < 3; i++) {
            queue(scheduler.newQueue(), "slow", 100);
        }
        int before = running.size();
        queue(scheduler.newQueue(), "quick", 1);
        assertEquals(before + 1, running.size());
    }

    @Test
    void slowViewsGetEqualShares() {
        queue(scheduler.newQueue(), "a", 100);
        queue(scheduler.newQueue(), "b", 100);
        for (int i = 0; i < 60; i++) {
            finishOldest();
        }
        order.clear();
        while (!running.isEmpty() && order.size() < 40) {
            finishOldest();
        }
        assertEquals(20, order.stream().filter("a"::equals).count(), 2);
    }

    @Test
    void everythingRunsEventuallyAndViewsTakeTurns() {
        RenderScheduler few = new RenderScheduler(running::add, 2, timer);
        queue(few.newQueue(), "a", 3);
        queue(few.newQueue(), "b", 3);
        while (!running.isEmpty()) {
            finishOldest();
        }
        assertEquals(6, order.size());
        assertEquals(List.of("a", "b", "a", "b", "a", "b"), order);
    }

    @Test
    void renderingThatThrowsReleasesItsThread() {
        Executor queue = scheduler.newQueue();
        for (int i = 0; i < 100; i++) {
            queue.execute(() -> {
                throw new IllegalStateException("expected");
            });
            assertThrows(IllegalStateException.class, this::finishOldest);
        }
        queue(queue, "next", 1);
        assertFalse(running.isEmpty());
    }

    @Test
    void rejectedRenderingIsTriedAgainAndOccupiesNoThread() {
        boolean[] refuses = {true};
        RenderScheduler refused = new RenderScheduler(
                task -> {
                    if (refuses[0]) {
                        throw new RejectedExecutionException("on purpose");
                    }
                    running.add(task);
                },
                4,
                timer);
        Executor queue = refused.newQueue();
        queue(queue, "a", 10);
        assertEquals(0, running.size());
        refuses[0] = false;
        timer.advance(Duration.ofSeconds(1));
        assertEquals(2, running.size());
        queue(refused.newQueue(), "b", 1);
        assertEquals(3, running.size());
        while (!running.isEmpty()) {
            finishOldest();
        }
        assertEquals(11, order.size());
    }
}
