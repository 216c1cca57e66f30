package dev.lodestar.runtime.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.lodestar.Fields;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTextTest {
    private static final int MEGA = 1 << 20;

    private static SignalText text(String json) {
        return SignalText.of(json.getBytes(StandardCharsets.UTF_8), 64);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void assertTakesNoMoreThanItSays(String json) {
        SignalText text = text(json);
        long said = text.check() + json.length();
        long before = used();
        Fields fields = text.fields();
        long taken = used() - before;
        Reference.reachabilityFence(fields);
        assertTrue(taken < said * 1.1 + MEGA, () -> taken + " taken, " + said + " said");
        assertTrue(taken > said / 3, () -> taken + " taken, " + said + " said");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "[1]", "1", "\"\"", "\"abcdefgh\"", "true", "{\"a\":1}", "[[],{\"b\":[null,2]}]"})
    void valuesTakeNoMoreMemoryThanEstimated(String value) {
        assertTakesNoMoreThanItSays("{\"a\":[" + (value + ",").repeat(MEGA / (value.length() + 1)) + "{}]}");
    }

    @Test
    void namesTakeNoMoreMemoryThanEstimated() {
        assertTakesNoMoreThanItSays(IntStream.range(0, 100_000)
                .mapToObj(i -> '"' + Integer.toString(i, 36) + "\":" + i)
                .collect(Collectors.joining(",", "{", "}")));
    }

    @Test
    void checkKeepsNothingAndTakesLittle() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SignalText text = text("{\"a\":[" + "{},".repeat(MEGA / 3) + "1]}");
        text.check();
        long before = threads.getCurrentThreadAllocatedBytes();
        long said = text.check();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(said > 40 * MEGA, () -> said + " said");
        assertTrue(allocated < MEGA, () -> allocated + " allocated");
    }

    @Test
    void oneSignalIsReadWithoutTheOthers() {
        SignalText text = text("{\"b\": [{}], \"a\": 1, \"c\": {\"a\": 2}, \"a\": {\"d\": 3}, \"e\": null}");
        assertEquals(3, text.only("a").integer("a.d"));
        assertFalse(text.only("a").has("b"));
        assertFalse(text.only("x").has("x"));
        assertEquals(3, text.fields().integer("a.d"));
        assertFalse(text(" ").only("a").has("a"));
    }
}
