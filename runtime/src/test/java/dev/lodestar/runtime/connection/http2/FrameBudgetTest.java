package dev.lodestar.runtime.connection.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrameBudgetTest {
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int CONTINUATION = 9;
    private static final int PING = 6;
    private static final int WINDOW_UPDATE = 8;
    private static final int PADDED = 8;

    private long now;
    private final FrameBudget budget = new FrameBudget(() -> now);

    private boolean allows(int type, int flags, int length, int begin) {
        return budget.allows(new Frame(type, flags, length, 0, begin));
    }

    private boolean ping() {
        return allows(PING, 0, 8, 0);
    }

    private void spend(int frames) {
        for (int i = 0; i < frames; i++) {
            assertTrue(ping(), "after " + i);
        }
    }

    @Test
    void connectionBeginsWithABudgetAndEarnsAFewPerSecond() {
        spend(FrameBudget.INITIAL);
        assertFalse(ping());
        now += TimeUnit.SECONDS.toNanos(1);
        spend(FrameBudget.PER_SECOND - 1);
        assertFalse(ping());
    }

    @Test
    void pauseEarnsNoMoreThanTheMaximum() {
        now += TimeUnit.DAYS.toNanos(100);
        spend(FrameBudget.MAX);
        assertFalse(ping());
    }

    @Test
    void eachFrameOfAnAnswerPaysForMoreThanTwoWindowUpdates() {
        for (int i = 0; i < 1_000_000; i++) {
            budget.answered();
            assertTrue(allows(WINDOW_UPDATE, 0, 4, 100));
            assertTrue(allows(WINDOW_UPDATE, 0, 4, 100));
        }
    }

    @Test
    void answersRequestedInTinyWindowsEarnLessThanTheyCost() {
        boolean allowed = true;
        int crumbs = 0;
        while (allowed && crumbs < 1_000) {
            budget.answered();
            allowed = allows(WINDOW_UPDATE, 0, 4, 3);
            crumbs++;
        }
        assertFalse(allowed);
    }

    @Test
    void eachNewRequestEarnsOnce() {
        spend(FrameBudget.INITIAL);
        assertTrue(budget.allows(new Frame(HEADERS, 0, 10, 1, 0)));
        spend(FrameBudget.PER_REQUEST - 1);
        assertFalse(budget.allows(new Frame(HEADERS, 0, 10, 1, 0)));
    }

    @Test
    void requestsWithLargeCookiesNeverExhaustTheBudget() {
        for (int stream = 1; stream < 100_000; stream += 2) {
            assertTrue(budget.allows(new Frame(HEADERS, 0, 16_384, stream, 0)));
            assertTrue(budget.allows(new Frame(CONTINUATION, 0, 16_384, stream, 0)));
        }
    }

    @Test
    void dataIsFreeUnlessItIsPadding() {
        spend(FrameBudget.INITIAL);
        assertTrue(allows(DATA, 0, 1, 'x' << 24));
        assertTrue(allows(DATA, PADDED, 10, 8 << 24));
        assertFalse(allows(DATA, PADDED, 10, 9 << 24));
    }

    @Test
    void largeFramesCostMore() {
        int frames = 0;
        while (allows(0x42, 0, 16_384, 0)) {
            frames++;
        }
        assertEquals(FrameBudget.INITIAL / 65, frames);
    }
}
