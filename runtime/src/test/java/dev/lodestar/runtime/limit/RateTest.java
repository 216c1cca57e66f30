package dev.lodestar.runtime.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateTest {
    private static final long MILLI = 1_000_000;

    private long now;
    private final Rate rate = new Rate(10, 5, () -> now);

    private int taken(String key, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += rate.take(key) == 0 ? 1 : 0;
        }
        return taken;
    }

    @Test
    void burstIsTakenAtOnceAndThenTokensArriveOneByOne() {
        assertEquals(5, taken("a", 20));
        assertEquals(100 * MILLI, rate.take("a"));
        now += 99 * MILLI;
        assertEquals(1 * MILLI, rate.take("a"));
        now += 1 * MILLI;
        assertEquals(1, taken("a", 20));
        now += 1_000_000 * MILLI;
        assertEquals(5, taken("a", 20));
    }

    @Test
    void refusedTriesCostNothing() {
        taken("a", 1_000_000);
        now += 100 * MILLI;
        assertEquals(1, taken("a", 2));
    }

    @Test
    void returnedTokenCanBeTakenAgainAndNoOther() {
        taken("a", 5);
        rate.giveBack("a");
        rate.giveBack("unknown");
        assertEquals(1, taken("a", 20));
        now += 100 * MILLI;
        assertEquals(1, taken("a", 20));
    }

    @Test
    void chargeIsBoundedByTheLongestWait() {
        assertEquals(0, rate.untilNext("a"));
        for (int i = 0; i < 5; i++) {
            assertEquals(0, rate.untilNext("a"));
            rate.charge("a", 1_000 * MILLI);
        }
        assertEquals(100 * MILLI, rate.untilNext("a"));
        rate.charge("a", 1_000 * MILLI);
        assertEquals(200 * MILLI, rate.untilNext("a"));
        assertEquals(200 * MILLI, rate.take("a"));
        for (int i = 0; i < 1_000; i++) {
            rate.charge("a", 1_000 * MILLI);
        }
        assertEquals(1_100 * MILLI, rate.untilNext("a"));
        assertEquals(0, rate.untilNext("b"));
        now += 1_100 * MILLI;
        assertEquals(0, rate.take("a"));
        assertEquals(100 * MILLI, rate.untilNext("a"));
    }

    @Test
    void noTokenIsTakenTwiceByConcurrentThreads() {
        assertEquals(
                5,
                IntStream.range(0, 100_000)
                        .parallel()
                        .filter(i -> rate.take("a") == 0)
                        .count());
    }

    @Test
    void keysHaveBucketsOfTheirOwn() {
        assertEquals(5, taken("a", 20));
        assertEquals(5, taken("b", 20));
    }

    @Test
    void fullBucketsAreForgotten() {
        for (int i = 0; i < 100_000; i++) {
            rate.take("made up " + i);
            now += 1 * MILLI;
        }
        assertTrue(rate.stored() <= 1_001, rate.stored() + " buckets");
    }
}
