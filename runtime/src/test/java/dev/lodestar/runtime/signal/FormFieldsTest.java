package dev.lodestar.runtime.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.BadInput;
import dev.lodestar.Fields;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";

    private static Form form(String type, String body) {
        return Form.read(ContentType.of(type), body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Fields fields(String body) {
        return form(URL_ENCODED, body).fields();
    }

    private static String refusal(Executable reading) {
        return assertThrows(BadInput.class, reading).getMessage();
    }

    private record Line(String code, int amount) {
        static Line of(Fields fields) {
            return new Line(fields.string("code"), fields.integer("amount"));
        }
    }

    @Test
    void readsEveryForm() {
        Fields form =
                fields("text=Zo%C3%AB+%F0%9F%9A%80&n=-7&half=0.5&unit=DAYS&day=2026-01-31&empty=&tag=x&tag=y&none");
        assertEquals("Zoë 🚀", form.string("text"));
        assertEquals(-7, form.integer("n"));
        assertEquals(-7, form.longInteger("n"));
        assertEquals(0.5, form.number("half"));
        assertEquals(TimeUnit.DAYS, form.constant("unit", TimeUnit.values()));
        assertEquals(LocalDate.of(2026, 1, 31), form.parsed("day", "a date", LocalDate::parse));
        assertEquals(Optional.empty(), form.optional("empty", Fields::integer));
        assertEquals(Optional.of(""), form.optional("empty", Fields::string));
        assertEquals(List.of("x", "y"), form.list("tag", Fields::string));
        assertEquals("x", form.string("tag"));
        assertEquals("", form.string("none"));
        assertFalse(form.has("other"));
    }

    @Test
    void checkboxIsTrueWhenItIsSentAndFalseWhenItIsNot() {
        Fields form = fields("news=on&gift=true&card=false&empty=&odd=yes");
        assertTrue(form.bool("news"));
        assertTrue(form.bool("gift"));
        assertFalse(form.bool("card"));
        assertFalse(form.bool("missing"));
        assertEquals(Optional.empty(), form.optional("missing", Fields::bool));
        assertEquals("The field 'odd' must be true or false, but was \"yes\".", refusal(() -> form.bool("odd")));
        assertThrows(BadInput.class, () -> form.bool("empty"));
    }

    @Test
    void listWithoutAChoiceIsEmpty() {
        assertEquals(List.of(), fields("a=b").list("tag", Fields::string));
        assertEquals(Optional.empty(), fields("a=b").optional("tag", (in, at) -> in.list(at, Fields::string)));
    }

    @Test
    void dotInANameMeansNesting() {
        Fields form = fields("ship.to.street=Elm&ship.to.zip=7&plain=x");
        assertTrue(form.has("ship") && form.has("ship.to") && form.has("ship.to.zip"));
        assertFalse(form.has("shi"));
        assertEquals("Elm", form.object("ship.to").string("street"));
        assertEquals(7, form.object("ship").object("to").integer("zip"));
        assertEquals("Elm", form.string("ship.to.street"));
        assertEquals(
                "The field 'ship.to.zip' must be true or false, but was \"7\".",
                refusal(() -> form.object("ship").object("to").bool("zip")));
        assertEquals(
                "The field 'bill.street' is missing; it must be text.",
                refusal(() -> form.object("bill").string("street")));
        assertEquals("The field 'plain' must be an object, but was \"x\".", refusal(() -> form.object("plain")));
    }

    @Test
    void numberInANameIsAListIndex() {
        Fields form = fields("lines.10.code=c&lines.10.amount=3&lines.2.code=b&lines.2.amount=x&tags.1=v&tags.0=u");
        assertEquals(
                "The field 'lines.2.amount' must be a whole number, but was \"x\".",
                refusal(() -> form.list("lines", (in, at) -> in.object(at, Line::of))));
        assertEquals(
                List.of("b", "c"), form.list("lines", (in, at) -> in.object(at).string("code")));
        assertEquals(List.of("u", "v"), form.list("tags", Fields::string));
        assertEquals(
                List.of(),
                fields("tags.x=1&tags.01=2&tags.-1=3&tags.9999999999=4").list("tags", Fields::string));
    }

    @Test
    void refusalNamesTheFieldAndWhatIsExpected() {
        Fields form = fields("n=abc&n=2&m=x");
        assertEquals("The field 'n' must be a whole number, but was \"abc\".", refusal(() -> form.integer("n")));
        assertEquals(
                "The field 'n.0' must be a whole number, but was \"abc\".",
                refusal(() -> form.list("n", Fields::integer)));
        assertEquals("The field 'room' is missing; it must be text.", refusal(() -> form.string("room")));
        assertEquals(
                "The field 'm.0' must be an object, but was \"x\".",
                refusal(() -> form.list("m", (in, at) -> in.object(at, Line::of))));
    }

    @Test
    void lineBreaksAreLikeThoseOfSignals() {
        assertEquals("a\nb\nc\rd", fields("t=a%0D%0Ab%0Ac%0Dd").string("t"));
    }

    @Test
    void errorsOfAllFieldsThatTheFormHasOrIsAskedForAreCleared() {
        Fields form = fields("title=x&ship.street=y&a..b=1&" + "d.".repeat(40) + "=1&lines.0.code=z");
        form.bool("news");
        form.list("lines", (in, at) -> in.object(at).string("code"));
        assertEquals(
                Map.of(
                        "errors",
                        Map.of(
                                "title",
                                "",
                                "ship",
                                Map.of("street", ""),
                                "news",
                                "",
                                "lines",
                                Map.of("0", Map.of("code", "")))),
                ErrorSignals.after(form, Map.of()));
        assertEquals(
                Map.of("errors", Map.of("title", "Taken.")),
                ErrorSignals.after(fields("title=x"), Map.of("title", "Taken.")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=1", "a=%C3", "a=%ff", "a=\u00ff", "a=%c0%80"})
    void brokenEscapesAndBytesAreRefused(String body) {
        assertTrue(refusal(() -> fields(body)).startsWith("The form "), body);
    }

    @Test
    void contentTypeTellsFormsAndABraceTellsJson() {
        assertEquals(
                "b",
                form("Application/X-WWW-Form-URLencoded ; charset=utf-8", "a=b")
                        .fields()
                        .string("a"));
        assertNull(form(null, "a=b"));
        assertNull(form("application/json", "a=b"));
        assertNull(form("text/plain", "a=b"));
        assertNull(form(URL_ENCODED + "x", "a=b"));
        assertNull(form(URL_ENCODED, "{\"a\": 1}"));
        assertNull(form(URL_ENCODED, " \t\r\n{"));
        assertEquals("1", fields("%7B=1").string("{"));
        assertFalse(form(URL_ENCODED, "").fields().bool("a"));
    }

    @Test
    void numberOfFieldsIsBounded() {
        assertEquals(
                1_000, fields("a=1&".repeat(1_000)).list("a", Fields::string).size());
        assertEquals("A form must have at most 1000 fields.", refusal(() -> fields("a&".repeat(1_001))));
    }
}
