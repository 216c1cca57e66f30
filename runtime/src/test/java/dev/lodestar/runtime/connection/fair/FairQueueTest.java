package dev.lodestar.runtime.connection.fair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private static final long HALF_A_TURN = FairQueue.TURN_NANOS / 2;

    private final Queue<Runnable> atOnce = new ArrayDeque<>();
    private final Queue<Runnable> afterOthers = new ArrayDeque<>();
    private final FairQueue lines = new FairQueue(() -> this.now, atOnce::add, afterOthers::add);
    private final List<String> done = new ArrayList<>();
    private long now;

    private void add(String client, int count, long nanos) {
        for (int i = 0; i < count; i++) {
            String name = client + i;
            lines.add(client, () -> {
                done.add(name);
                now += nanos;
            });
        }
    }

    @Test
    void nobodyWaitsDuringTheTurn() {
        assertTrue(lines.isFree());
        now += HALF_A_TURN;
        assertTrue(lines.isFree());
        now += HALF_A_TURN;
        assertFalse(lines.isFree());
    }

    @Test
    void newTurnBeginsWithEachSelect() {
        assertTrue(lines.isFree());
        now += 2 * HALF_A_TURN;
        atOnce.remove().run();
        assertTrue(lines.isFree());
        atOnce.remove().run();
        assertTrue(atOnce.isEmpty() && afterOthers.isEmpty());
    }

    @Test
    void newcomersWaitBehindOthers() {
        lines.isFree();
        add("many", 1, 0);
        assertFalse(lines.isFree());
        atOnce.remove().run();
        assertEquals(List.of("many0"), done);
    }

    @Test
    void clientsAreServedRoundRobinHoweverManyTasksTheyHave() {
        add("many", 1_000, HALF_A_TURN);
        add("others", 1_000, HALF_A_TURN);
        add("guest", 2, 0);
        atOnce.remove().run();
        assertEquals(List.of("many0", "others0"), done);
        afterOthers.remove().run();
        assertEquals(List.of("many0", "others0", "guest0", "many1", "others1"), done);
        afterOthers.remove().run();
        assertEquals("guest1", done.get(5));
    }

    @Test
    void threadSelectsBetweenTurnsUntilAllIsDone() {
        add("many", 5, HALF_A_TURN);
        atOnce.remove().run();
        assertEquals(2, done.size());
        assertFalse(lines.isFree());
        afterOthers.remove().run();
        assertEquals(4, done.size());
        afterOthers.remove().run();
        assertEquals(List.of("many0", "many1", "many2", "many3", "many4"), done);
        assertTrue(atOnce.isEmpty() && afterOthers.isEmpty());
        assertTrue(lines.isFree());
    }

    @Test
    void taskMayAddMoreTasks() {
        lines.add("client", () -> add("client", 2, 0));
        atOnce.remove().run();
        assertEquals(List.of("client0", "client1"), done);
        assertTrue(atOnce.isEmpty() && afterOthers.isEmpty());
    }

    @Test
    void failingTaskKeepsNobodyWaiting() {
        lines.add("client", () -> {
            throw new IllegalStateException("on purpose");
        });
        add("client", 1, 0);
        assertThrows(IllegalStateException.class, atOnce.remove()::run);
        afterOthers.remove().run();
        assertEquals(List.of("client0"), done);
        assertTrue(lines.isFree());
    }

    @Test
    void nothingRunsOnceTheServerHasClosed() {
        FairQueue late = new FairQueue(
                () -> now,
                task -> {
                    throw new RejectedExecutionException();
                },
                afterOthers::add);
        late.add("client", () -> done.add("late"));
        assertTrue(late.isFree());
        assertTrue(done.isEmpty() && afterOthers.isEmpty());
    }
}
