package dev.lodestar.runtime.http.post;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BodyTest {
    private static final int BUDGET = 1_000;

    private final BodyBudget budget = new BodyBudget(BUDGET);

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count);
    }

    /** How much another client can reserve. */
    private int left() {
        return IntStream.rangeClosed(0, BUDGET)
                .filter(bytes -> {
                    boolean reserved = budget.reserve("somebody else", bytes);
                    if (reserved) {
                        budget.release("somebody else", bytes);
                    }
                    return reserved;
                })
                .max()
                .orElseThrow();
    }

    @Test
    void bodyIsWhatArrived() {
        Body body = new Body(budget, "client", 10);
        for (String piece : new String[] {"a", "bc", "", "defg", "hij"}) {
            assertTrue(body.add(ByteBuffer.wrap(piece.getBytes(StandardCharsets.US_ASCII))));
        }
        assertTrue(body.complete());
        assertArrayEquals("abcdefghij".getBytes(StandardCharsets.US_ASCII), body.bytes());
        assertEquals(10, body.size());
    }

    @Test
    void bodyReservesAtMostTwiceWhatArrivedAndNoMoreThanAnnounced() {
        Body body = new Body(budget, "client", 300);
        assertEquals(BUDGET, left());
        int arrived = 0;
        while (arrived < 300) {
            assertTrue(body.add(bytes(1)));
            arrived++;
            int taken = BUDGET - left();
            assertTrue(taken >= arrived && taken <= Math.min(2 * arrived, 300), taken + " for " + arrived);
        }
        assertTrue(body.complete());
        assertEquals(BUDGET - 300, left());
        body.release();
        assertEquals(BUDGET, left());
    }

    @Test
    void bodyWhoseLengthWasNotAnnouncedTakesItsSizeOnceItIsComplete() {
        Body body = new Body(budget, "client", 900);
        assertTrue(body.add(bytes(100)));
        assertTrue(body.add(bytes(1)));
        assertEquals(BUDGET - 200, left());
        assertTrue(body.complete());
        assertEquals(BUDGET - 101, left());
        assertEquals(101, body.bytes().length);
    }

    @Test
    void bodyWithoutMemoryLeftKeepsWhatItHas() {
        Body first = new Body(budget, "another client", 700);
        assertTrue(first.add(bytes(700)));
        Body second = new Body(budget, "client", 700);
        assertTrue(second.add(bytes(150)));
        assertFalse(second.add(bytes(1)), "300 are not left");
        assertEquals(150, left());
        first.release();
        assertTrue(second.add(bytes(1)));
        assertEquals(BUDGET - 300, left());
    }

    @Test
    void releasedBodyGivesBackNothingMore() {
        Body body = new Body(budget, "client", 100);
        assertTrue(body.add(bytes(100)));
        body.release();
        body.release();
        assertEquals(BUDGET, left());
        assertFalse(budget.reserve("client", BUDGET + 1), "more was given back than was taken");
    }

    @Test
    void concurrentThreadsReserveNoMoreThanThereIs() {
        long reserved = IntStream.range(0, 100_000)
                .parallel()
                .filter(i -> budget.reserve("client " + i, 3))
                .count();
        assertEquals(BUDGET / 3, reserved);
    }

    @Test
    void clientThatWantsEverythingLeavesAsMuchAsItHas() {
        assertEquals(BUDGET / 2, greed(1));
        assertEquals(BUDGET / 2, left());
    }

    @Test
    void clientsThatWantEverythingLeaveAsMuchAsEachOfThemHas() {
        assertEquals(BUDGET * 4 / 5, greed(4));
        assertEquals(BUDGET / 5, left());
    }

    /** How much each of several clients gets if they take turns and take what they can. */
    private int greed(int clients) {
        int before = -1;
        int reserved = 0;
        while (reserved > before) {
            before = reserved;
            for (int client = 0; client < clients; client++) {
                reserved += budget.reserve(client, 1) ? 1 : 0;
            }
        }
        return reserved;
    }

    @Test
    void clientWithoutBytesIsForgotten() {
        Body body = new Body(budget, "client", 100);
        assertTrue(body.add(bytes(10)));
        assertEquals(1, budget.clients());
        body.release();
        body.release();
        new Body(budget, "another client", 0).release();
        assertEquals(0, budget.clients());
    }
}
