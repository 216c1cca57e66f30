package dev.lodestar.runtime.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RegexTest {
    private final Steps steps = new Steps();

    @Test
    void matchesTheWholeText() {
        Regex code = Regex.of("[A-Z]{3}");
        assertTrue(code.matches("ABC", steps));
        assertFalse(code.matches("ABCD", steps));
        assertFalse(code.matches("", steps));
    }

    @Test
    void givesUpWhereMatchingWouldTakeForever() {
        Regex slow = Regex.of("(a|aa)+b(.*)\\2");
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertFalse(slow.matches("a".repeat(60), steps)));
    }

    @Test
    void givesUpWhereMatchingWouldRecurseTooDeeply() {
        assertFalse(Regex.of("(a|b)*c").matches("ab".repeat(500_000), steps));
    }

    @Test
    void expensiveExpressionsShareTheStepsOfTheRequest() {
        Regex slow = Regex.of("(.*a){12}");
        for (int i = 0; i < 4_000; i++) {
            slow.matches("aaaaaaaaaaab" + i, steps);
        }
        assertTrue(steps.left() >= 0, () -> "left: " + steps.left());
        assertFalse(slow.matches("aaaaaaaaaaaaaaaaaaaaaaaa" + "b".repeat(24) + "aaaaaaaaaaab", steps));
    }

    @Test
    void wellMadeExpressionNeedsNoneOfTheSharedSteps() {
        Regex code = Regex.of("([A-Z]{1,3}-)?[0-9]+(,[0-9]+)*");
        String text = "ABC-" + "123,".repeat(500) + "7";
        assertTrue(code.matches(text, steps));
        assertTrue(code.matches("7", steps));
        assertEquals(Steps.MOST, steps.left());
        steps.take(Steps.MOST);
        assertTrue(code.matches(text, steps));
        assertFalse(code.matches("x", steps));
    }
}
