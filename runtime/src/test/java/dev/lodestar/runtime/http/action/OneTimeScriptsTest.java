package dev.lodestar.runtime.http.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class OneTimeScriptsTest {
    private final OneTimeScripts scripts = new OneTimeScripts(exchange -> "nobody");

    private String token(Object client, String source) {
        return scripts.url(client, source).substring(OneTimeScripts.PATH.length() + 1);
    }

    @Test
    void scriptCanBeTakenOnce() {
        String token = token("a", "1");
        assertEquals("1", scripts.take(token));
        assertNull(scripts.take(token));
        assertEquals(0, scripts.clients());
    }

    @Test
    void whoFetchesNothingDrivesOutHisOwnOnly() {
        String others = token("a", "of another");
        String first = token("flood", "first");
        String second = token("flood", "second");
        for (int i = 1; i < OneTimeScripts.MAX_PER_CLIENT; i++) {
            token("flood", "more");
        }
        assertNull(scripts.take(first));
        assertEquals("second", scripts.take(second));
        for (int i = 0; i < 2 * OneTimeScripts.MAX; i++) {
            token("flood", "more");
        }
        assertEquals("of another", scripts.take(others));
    }

    @Test
    void totalIsBounded() {
        String first = token(-1, "first");
        for (int i = 0; i < OneTimeScripts.MAX; i++) {
            token(i, "more");
        }
        assertNull(scripts.take(first));
        assertEquals(OneTimeScripts.MAX, scripts.clients());
    }
}
