package dev.lodestar.runtime.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.BadInput;
import dev.lodestar.Fields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What generated code relies on, written like generated code. */
class BindingTest {
    /** Tries every way to choose four letters before it looks for the end. */
    private static final Regex SLOW = Regex.of("(.*a){4}b|.*z");

    private record Line(String code) {
        static Line bind(Fields fields) {
            var signals = Binding.of(fields);
            var code = signals.string("code");
            if (!signals.matches(SLOW, code)) {
                signals.refuse("code", "must match");
            }
            return signals.make(() -> new Line(code));
        }
    }

    private static Fields json(String text) {
        return InputFields.signals("POST", InputFields.query(""), text.getBytes(StandardCharsets.UTF_8), 64);
    }

    private static Fields form(String text) {
        return Form.read(ContentType.of("application/x-www-form-urlencoded"), text.getBytes(StandardCharsets.US_ASCII))
                .fields();
    }

    private static List<Line> lines(Binding signals) {
        return signals.list("lines", (in, at) -> in.object(at, Line::bind));
    }

    /** A text that matches with more than half of a request's steps. */
    private static String expensive() {
        return IntStream.range(5, 200)
                .mapToObj(letters -> "a".repeat(letters) + "z")
                .filter(text -> {
                    Steps steps = new Steps();
                    return SLOW.matches(text, steps) && steps.left() < Steps.MOST / 2;
                })
                .findFirst()
                .orElseThrow();
    }

    @Test
    void textsOfARequestShareOneBudgetOfSteps() {
        String line = "{\"code\": \"" + expensive() + "\"}";
        var one = Binding.of(json("{\"lines\": [" + line + "]}"));
        assertEquals(1, lines(one).size());
        one.check();

        var many = Binding.of(json("{\"lines\": [" + (line + ",").repeat(40) + "{\"code\": \"z\"}]}"));
        lines(many);
        Set<String> refused = assertThrows(BadInput.class, many::check).faults().keySet();
        assertFalse(refused.contains("lines.0.code"));
        assertTrue(refused.contains("lines.1.code"));
        assertFalse(refused.contains("lines.40.code"), "cheap matches still have their steps");
    }

    @Test
    void queryAndSignalsShareTheBudget() {
        String text = expensive();
        var query = Binding.of(InputFields.query("a=" + text));
        var signals = query.and(json("{\"a\": \"" + text + "\"}"));
        assertTrue(query.matches(SLOW, query.string("a")));
        assertFalse(signals.matches(SLOW, signals.string("a")));
    }

    static Stream<Fields> sixElements() {
        return Stream.of(
                json("{\"in\": [1, 2, 3, 4, 5, 6]}"),
                InputFields.query("in=1&in=2&in=3&in=4&in=5&in=6"),
                form("in=1&in=2&in=3&in=4&in=5&in=6"),
                form("in.0=1&in.1=2&in.3=3&in.5=4&in.9=5&in.10.a=6"));
    }

    @ParameterizedTest
    @MethodSource("sixElements")
    void listOfAWrongSizeIsRefusedWithoutReadingIt(Fields fields) {
        AtomicInteger read = new AtomicInteger();
        for (boolean optional : new boolean[] {false, true}) {
            var signals = Binding.of(fields);
            assertTrue(signals.hasSize("in", 0, 6));
            assertFalse(signals.hasSize("in", 7, 9));
            assertFalse(signals.hasSize("in", 0, 5));
            signals.refuse("in", "must have at most 5 elements");
            if (optional) {
                signals.optional("in", (in, at) -> in.list(at, (element, name) -> read.incrementAndGet()));
            } else {
                signals.list("in", (element, name) -> read.incrementAndGet());
            }
            BadInput refusal = assertThrows(BadInput.class, signals::check);
            assertTrue(refusal.getMessage().endsWith(" 'in' must have at most 5 elements."), refusal.getMessage());
        }
        assertEquals(0, read.get());
    }

    @Test
    void onlyListsHaveAWrongSize() {
        var signals = Binding.of(json("{\"text\": \"\", \"none\": null, \"object\": {}}"));
        for (String name : List.of("text", "none", "object", "missing")) {
            assertTrue(signals.hasSize(name, 1, 2), name);
        }
        assertFalse(Binding.of(form("a=1")).hasSize("missing", 1, 2), "a form does not send empty lists");
    }

    @Test
    void readingEndsAfterFiftyFaults() {
        String rows = IntStream.range(0, 100)
                .mapToObj(i -> "[" + "\"x\",".repeat(19) + "\"x\"]")
                .collect(Collectors.joining(","));
        AtomicInteger read = new AtomicInteger();
        var signals = Binding.of(json("{\"first\": \"x\", \"rows\": [" + rows + "], \"last\": \"x\"}"));
        signals.integer("first");
        BadInput refusal = assertThrows(
                BadInput.class,
                () -> signals.list(
                        "rows",
                        (row, at) -> row.list(at, (element, name) -> {
                            read.incrementAndGet();
                            return element.integer(name);
                        })));
        assertEquals(60, read.get());
        assertEquals(50, refusal.faults().size());
        Map.Entry<String, String> last =
                List.copyOf(refusal.faults().entrySet()).get(49);
        assertEquals("rows.2.8", last.getKey());
        assertEquals(
                "The field 'rows.2.8' must be a whole number, but was \"x\"."
                        + " Reading stopped here, after 50 faults; there may be more.",
                last.getValue());
        assertEquals(1, refusal.getMessage().split("Reading stopped", -1).length - 1);
    }
}
