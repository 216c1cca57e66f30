package dev.lodestar.runtime.http.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RecentAnswersTest {
    private long now;
    private final RecentAnswers recent = new RecentAnswers(() -> now);

    private static RecentAnswers.Call call(String session, int id) {
        return new RecentAnswers.Call(session, "/a/1", "call" + id);
    }

    private void run(RecentAnswers.Call call, int bytes) {
        assertNull(recent.begin(call));
        recent.end(call, ActionAnswer.of(200, "text/plain", new byte[bytes]));
    }

    private boolean knows(RecentAnswers.Call call) {
        boolean known = recent.begin(call) != null;
        if (!known) {
            recent.end(call, ActionAnswer.empty(204));
        }
        return known;
    }

    @Test
    void sessionEvictsItsOwnOldestCalls() {
        run(call("other", 0), 0);
        for (int i = 0; i <= RecentAnswers.MAX_PER_SESSION; i++) {
            run(call("busy", i), 0);
        }
        assertTrue(knows(call("busy", RecentAnswers.MAX_PER_SESSION)));
        assertTrue(knows(call("busy", 1)));
        assertTrue(knows(call("other", 0)));
        assertFalse(knows(call("busy", 0)));
    }

    @Test
    void numberAndBytesAreBounded() {
        for (int i = 0; i < RecentAnswers.MAX + 1_000; i++) {
            run(call("s" + i, 0), 0);
        }
        assertEquals(RecentAnswers.MAX, recent.size());
        assertFalse(knows(call("s0", 0)));
        for (int i = 0; i < 1_000; i++) {
            run(call("large" + i, 0), 100_000);
        }
        assertTrue(recent.size() <= RecentAnswers.MAX_BYTES / 100_000, "kept " + recent.size());
        assertTrue(knows(call("large999", 0)));
    }

    @Test
    void callIsForgottenAfterAWhile() {
        run(call("s", 0), 0);
        now = RecentAnswers.TIME.toNanos();
        assertTrue(knows(call("s", 0)));
        now++;
        assertFalse(knows(call("s", 0)));
        assertEquals(1, recent.size());
    }

    @Test
    void callThatStillRunsIsNeverForgotten() {
        assertNull(recent.begin(call("s", 0)));
        now = 2 * RecentAnswers.TIME.toNanos();
        for (int i = 1; i < 2 * RecentAnswers.MAX_PER_SESSION; i++) {
            run(call("s", i), 0);
        }
        assertNotNull(recent.begin(call("s", 0)));
    }

    @Test
    void largeAnswerIsRememberedAsGiven() {
        run(call("s", 0), RecentAnswers.MAX_ANSWER_BYTES);
        ActionAnswer again = recent.begin(call("s", 0)).join();
        assertEquals(204, again.status());
    }
}
