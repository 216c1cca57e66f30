package dev.lodestar.examples.todo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonTest {
    @Test
    void isNamedAfterTheSession() {
        assertEquals("Able Amber Adder", Person.of("session-00000000"));
        assertEquals("Witty Yellow Wren", Person.of("session-ffffffff"));
        assertEquals("Bold Crimson Moth", Person.of("session-08faa000"));
    }

    /** A session's author is a hash, of which the name shows the first 18 bits. */
    @Test
    void sharesTheNameWithNobodyElseOfTheFirst18Bits() {
        long names = IntStream.range(0, 1 << 18)
                .mapToObj(bits -> Person.of("session-%08x".formatted(bits << 14)))
                .distinct()
                .count();
        assertEquals(1 << 18, names);
    }

    @Test
    void otherAuthorsKeepTheirNames() {
        assertEquals("system", Person.of("system"));
        assertEquals("session-x", Person.of("session-x"));
    }
}
