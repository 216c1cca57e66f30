package dev.lodestar.examples.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypistsTest {
    private static final Person ADA = new Person("a", "Ada");
    private static final Person BOB = new Person("b", "Bob");

    private Instant now = Instant.EPOCH;
    private final InstantSource source = () -> now;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Typists typists = new Typists(clock);

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void listsWhoIsTypingInARoom() {
        typists.types(BOB, Room.LOBBY);
        typists.types(ADA, Room.LOBBY);
        typists.types(ADA, Room.GARDEN);
        assertEquals(List.of(ADA, BOB), typists.in(Room.LOBBY));
        assertEquals(List.of(ADA), typists.in(Room.GARDEN));
    }

    @Test
    void sendingEndsTyping() {
        typists.types(ADA, Room.LOBBY);
        typists.types(ADA, Room.GARDEN);
        typists.stops(ADA, Room.LOBBY);
        assertEquals(List.of(), typists.in(Room.LOBBY));
        assertEquals(List.of(ADA), typists.in(Room.GARDEN));
    }

    @Test
    void forgetsWhoHasStoppedTyping() {
        typists.types(ADA, Room.LOBBY);
        pass(Typists.MEMORY.minusMillis(500));
        typists.types(BOB, Room.LOBBY);
        assertFalse(typists.forget());
        pass(Duration.ofSeconds(1));
        assertTrue(typists.forget());
        assertEquals(List.of(BOB), typists.in(Room.LOBBY));
        assertFalse(typists.forget());
    }

    @Test
    void remembersWhoGoesOnTyping() {
        typists.types(ADA, Room.LOBBY);
        pass(Typists.MEMORY.minusMillis(1));
        typists.types(ADA, Room.LOBBY);
        pass(Typists.MEMORY.minusMillis(1));
        assertFalse(typists.forget());
        assertEquals(List.of(ADA), typists.in(Room.LOBBY));
    }
}
