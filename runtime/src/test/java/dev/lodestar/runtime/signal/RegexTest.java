package dev.lodestar.runtime.signal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RegexTest {
    @Test
    void matchesTheWholeText() {
        Regex code = Regex.of("[A-Z]{3}");
        assertTrue(code.matches("ABC"));
        assertFalse(code.matches("ABCD"));
        assertFalse(code.matches(""));
    }

    @Test
    void givesUpWhereMatchingWouldTakeForever() {
        Regex slow = Regex.of("(a|aa)+b(.*)\\2");
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertFalse(slow.matches("a".repeat(60))));
    }

    @Test
    void givesUpWhereMatchingWouldGoTooDeep() {
        assertFalse(Regex.of("(a|b)*c").matches("ab".repeat(500_000)));
    }
}
