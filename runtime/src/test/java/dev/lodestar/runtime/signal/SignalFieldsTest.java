package dev.lodestar.runtime.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.BadInput;
import dev.lodestar.Fields;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalFieldsTest {
    private static Fields signals(String json) {
        return signals(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Fields signals(byte[] body) {
        return InputFields.signals("POST", InputFields.query(""), body, 64);
    }

    private static String refusal(Executable reading) {
        return assertThrows(BadInput.class, reading).getMessage();
    }

    @Test
    void readsEveryForm() {
        Fields fields = signals("""
                {"text": "é", "yes": true, "count": -3, "big": 9007199254740993, "half": 0.5, "unit": "SECONDS",
                 "draft": {"title": "T", "tags": ["a", "b"]}, "rows": [{"n": 1}, {"n": 2}]}
                """);
        assertEquals("é", fields.string("text"));
        assertTrue(fields.bool("yes"));
        assertEquals(-3, fields.integer("count"));
        assertEquals(9007199254740993L, fields.longInteger("big"));
        assertEquals(0.5, fields.number("half"));
        assertEquals(TimeUnit.SECONDS, fields.constant("unit", TimeUnit.values()));
        assertEquals("T", fields.object("draft").string("title"));
        assertEquals("T", fields.string("draft.title"));
        assertEquals(List.of("a", "b"), fields.list("draft.tags", Fields::string));
        assertEquals(
                List.of(1, 2),
                fields.list("rows", (row, name) -> row.object(name).integer("n")));
    }

    @Test
    void nullCountsAsMissing() {
        Fields fields = signals("{\"a\": null, \"b\": {\"c\": null}}");
        assertFalse(fields.has("a"));
        assertFalse(fields.has("b.c"));
        assertFalse(fields.has("b.c.d"));
        assertEquals(Optional.empty(), fields.optional("a", Fields::string));
        assertEquals("The field 'a' is missing; it must be text.", refusal(() -> fields.string("a")));
    }

    @Test
    void refusalNamesTheFieldAndWhatIsExpected() {
        Fields fields =
                signals("{\"count\": \"abc\", \"d\": {\"n\": [1, \"x\"]}, \"long\": \"" + "y".repeat(99) + "\"}");
        assertEquals(
                "The field 'count' must be a whole number, but was \"abc\".", refusal(() -> fields.integer("count")));
        assertEquals(
                "The field 'd.n.1' must be a number, but was \"x\".",
                refusal(() -> fields.list("d.n", Fields::number)));
        assertEquals(
                "The field 'd.n' must be text, but was [1,\"x\"].",
                refusal(() -> fields.object("d").string("n")));
        assertEquals(
                "The field 'long' must be true or false, but was \"" + "y".repeat(39) + "….",
                refusal(() -> fields.bool("long")));
        assertEquals(
                "The field 'd' must be a list, but was {\"n\":[1,\"x\"]}.",
                refusal(() -> fields.list("d", Fields::string)));
        assertEquals("The field 'count' must be an object, but was \"abc\".", refusal(() -> fields.object("count")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-2147483649", "1.5", "true", "[]", "{}", "1e400", "9e99999", "1e999999999"})
    void numberThatIsNotAnIntIsRefused(String json) {
        Fields fields = signals("{\"n\": " + json + "}");
        assertTrue(refusal(() -> fields.integer("n")).startsWith("The field 'n' must be a whole number"));
    }

    @Test
    void acceptsTextAsInputsHoldIt() {
        Fields fields = signals("""
                {"n": "12", "half": "0.50", "yes": "true", "none": "", "day": "2026-01-31", "text": "5", "no": "12 "}""");
        assertEquals(12, fields.integer("n"));
        assertEquals(new BigDecimal("0.50"), fields.decimal("half"));
        assertTrue(fields.bool("yes"));
        assertEquals(LocalDate.of(2026, 1, 31), fields.parsed("day", "a date", LocalDate::parse));
        assertEquals(Optional.empty(), fields.optional("none", Fields::integer));
        assertEquals(Optional.of(""), fields.optional("none", Fields::string));
        assertEquals("The field 'none' is missing; it must be a number.", refusal(() -> fields.number("none")));
        assertEquals(
                "The field 'text' must be a date, but was \"5\".",
                refusal(() -> fields.parsed("text", "a date", LocalDate::parse)));
        assertThrows(BadInput.class, () -> fields.optional("no", Fields::integer));
    }

    @Test
    void reportsAtMostFiftyErrorsOfAList() {
        Fields fields = signals("{\"n\": [" + "\"x\",".repeat(9999) + "1]}");
        assertEquals(
                50, refusal(() -> fields.list("n", Fields::integer)).lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "12.0", "1.2e1", "120e-1"})
    void wholeNumberMayHaveAnyNotation(String json) {
        assertEquals(12, signals("{\"n\": " + json + "}").integer("n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "null"})
    void numberThatIsNotFiniteIsRefused(String json) {
        Fields fields = signals("{\"n\": " + json + "}");
        assertThrows(BadInput.class, () -> fields.number("n"));
    }

    @Test
    void unknownConstantIsRefused() {
        Fields fields = signals("{\"unit\": \"parsecs\"}");
        assertTrue(refusal(() -> fields.constant("unit", TimeUnit.values())).contains("'unit'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "nonsense",
                "{'a': 1}",
                "{a: 1}",
                "{\"a\": NaN}",
                "{\"a\": 1} x",
                "{\"a\": 01}",
                "{\"a\": 1,}",
                "{\"a\": \"\u0001\"}",
                "// c\n{}",
                "{\"a\": tru}",
                "{\"a\": \"\\x\"}",
                "[1,2",
                "\"open"
            })
    void bodyThatIsNoJsonIsRefused(String body) {
        assertTrue(refusal(() -> signals(body)).startsWith("The body must be a JSON object"), body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "true", "null"})
    void bodyThatIsNotAnObjectIsRefused(String body) {
        assertEquals(
                "The body must be a JSON object with the signals, not another JSON value.",
                refusal(() -> signals(body)));
    }

    @Test
    void depthIsBounded() {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
        assertTrue(refusal(() -> signals(deep)).contains("64 levels"));
        signals("{\"a\":".repeat(63) + "1" + "}".repeat(63));
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] body = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};
        assertEquals("The body must be valid UTF-8.", refusal(() -> signals(body)));
    }

    @Test
    void blankBodyHoldsNoSignals() {
        assertFalse(signals("").has("a"));
        assertFalse(signals(" \r\n").has("a"));
    }
}
