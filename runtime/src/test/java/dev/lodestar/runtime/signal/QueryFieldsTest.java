package dev.lodestar.runtime.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.BadInput;
import dev.lodestar.Fields;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryFieldsTest {
    private static String refusal(Executable reading) {
        return assertThrows(BadInput.class, reading).getMessage();
    }

    @Test
    void readsEveryForm() {
        Fields query = InputFields.query("room=a+b%C3%A9&yes=false&n=-7&d=1.5e3&u=DAYS&live&empty=&tag=x&tag=y&e=a=b");
        assertEquals("a bé", query.string("room"));
        assertFalse(query.bool("yes"));
        assertEquals(-7, query.integer("n"));
        assertEquals(-7, query.longInteger("n"));
        assertEquals(1500, query.number("d"));
        assertEquals(TimeUnit.DAYS, query.constant("u", TimeUnit.values()));
        assertEquals("", query.string("live"));
        assertEquals("", query.string("empty"));
        assertEquals("x", query.string("tag"));
        assertEquals(List.of("x", "y"), query.list("tag", Fields::string));
        assertEquals("a=b", query.string("e"));
        assertFalse(query.has("room2"));
    }

    @Test
    void refusalNamesTheParameterAndWhatIsExpected() {
        Fields query = InputFields.query("n=abc&n=2&d=Infinity&b=TRUE");
        assertEquals(
                "The query parameter 'n' must be a whole number, but was \"abc\".", refusal(() -> query.integer("n")));
        assertEquals(
                "The query parameter 'n.0' must be a whole number, but was \"abc\".",
                refusal(() -> query.list("n", Fields::integer)));
        assertTrue(refusal(() -> query.number("d")).contains("a number"));
        assertTrue(refusal(() -> query.bool("b")).contains("true or false"));
        assertEquals("The query parameter 'room' is missing; it must be text.", refusal(() -> query.string("room")));
        assertTrue(refusal(() -> query.object("n")).contains("an object"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=1", "a=%C3", "a=%ff", "a=\u00ff", "a=%c0%80"})
    void brokenEscapesAndBytesAreRefused(String query) {
        assertThrows(BadInput.class, () -> InputFields.query(query));
    }

    @Test
    void emptyQueryHasNoFields() {
        assertFalse(InputFields.query("").has(""));
        assertFalse(InputFields.query("&&").has(""));
    }

    @Test
    void signalsOfAGetComeFromItsParameter() {
        assertEquals(1, signalsOfGet("datastar=%7B%22a%22:%201%7D").integer("a"));
        assertFalse(signalsOfGet("b=1").has("a"));
        assertTrue(refusal(() -> signalsOfGet("datastar=[]"))
                .startsWith("The query parameter 'datastar' must be a JSON object"));
    }

    private static Fields signalsOfGet(String query) {
        return InputFields.signals("GET", InputFields.query(query), new byte[0], 64);
    }
}
