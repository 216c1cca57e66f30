package dev.lodestar.runtime.store.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueTextTest {
    enum State {
        OPEN,
        DONE
    }

    record Tag(String name) {}

    record Old(String title) {}

    record New(
            String title,
            int order,
            double weight,
            boolean done,
            String note,
            Optional<String> due,
            List<Tag> tags,
            Set<String> marks,
            Map<String, Integer> counts,
            State state) {
        New {
            state = state == null ? State.OPEN : state;
        }
    }

    record Everything(
            Instant at,
            LocalDate day,
            LocalTime hour,
            LocalDateTime moment,
            Duration length,
            UUID id,
            Optional<Tag> tag,
            List<List<Integer>> table,
            Map<String, Tag> tags,
            State state,
            @Nullable Integer maybe) {}

    record Positive(int n) {
        Positive {
            if (n < 1) {
                throw new IllegalArgumentException("n must be positive, not " + n);
            }
        }
    }

    private static <T> String error(String text, Class<T> type) {
        return assertThrows(StoreException.class, () -> ValueText.read("todos/42", text, type))
                .getMessage();
    }

    @Test
    void roundTripsEveryKindOfComponent() {
        Everything value = new Everything(
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                LocalDate.of(2026, 1, 2),
                LocalTime.of(3, 4),
                LocalDateTime.of(2026, 1, 2, 3, 4),
                Duration.ofMillis(1500),
                UUID.fromString("3f2a9c1b-0000-4000-8000-000000000000"),
                Optional.of(new Tag("x")),
                List.of(List.of(1, 2), List.of()),
                Map.of("a", new Tag("y")),
                State.DONE,
                null);
        assertEquals(value, ValueText.read("k", ValueText.write(value), Everything.class));
    }

    @Test
    void fillsMissingComponentsWithDefaults() {
        assertEquals(
                new New("Milk", 0, 0, false, "", Optional.empty(), List.of(), Set.of(), Map.of(), State.OPEN),
                ValueText.read("k", ValueText.write(new Old("Milk")), New.class));
    }

    @Test
    void skipsComponentsThatTheRecordNoLongerHas() {
        assertEquals(
                new Old("Milk"),
                ValueText.read("k", "{\"gone\":{\"a\":[1]},\"title\":\"Milk\",\"x\":null}", Old.class));
    }

    @Test
    void equalsWhatWasStoredBeforeAComponentWasAdded() {
        New upgraded = new New("Milk", 0, 0, false, "", Optional.empty(), List.of(), Set.of(), Map.of(), State.OPEN);
        assertTrue(ValueText.same("k", "{\"title\":\"Milk\"}", upgraded));
        assertFalse(ValueText.same("k", "{\"title\":\"Milk\",\"order\":1}", upgraded));
    }

    @Test
    void namesTheKeyOfAnUnknownConstant() {
        assertEquals(
                "The value of todos/42 cannot be read as New: unknown constant \"LATER\" at $.state;"
                        + " State has [OPEN, DONE]. Change the type to fit what is stored, or set the value again.",
                error("{\"state\":\"LATER\"}", New.class));
    }

    @Test
    void namesTheKeyOfMalformedText() {
        for (String text :
                List.of("", "{", "{\"title\":", "{'title':'x'}", "nonsense", "{\"title\":[]}", "[1]", "{} {}")) {
            String message = error(text, Old.class);
            assertTrue(message.startsWith("The value of todos/42 "), message);
        }
        assertTrue(error("null", Old.class).startsWith("The value of todos/42 is null"));
        assertTrue(error("{\"at\":\"yesterday\"}", Everything.class).contains("invalid time at $.at"));
        assertTrue(error("12345678901", Integer.class).startsWith("The value of todos/42 "));
    }

    @Test
    void namesTheKeyOfAValueThatItsRecordRejects() {
        assertEquals(
                "The value of todos/42 cannot be read as Positive: n must be positive, not 0. Change the type to fit"
                        + " what is stored, or set the value again.",
                error("{}", Positive.class));
    }

    @Test
    void rejectsClassesThatAreNotRecords() {
        String message = assertThrows(IllegalArgumentException.class, () -> ValueText.write(new Thread()))
                .getMessage();
        assertTrue(message.startsWith("A java.lang.Thread cannot be stored: "), message);
    }
}
