package dev.lodestar.examples.todo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PersonTest {
    @Test
    void isNamedAfterTheSession() {
        assertEquals("Amber Badger", Person.of("session-00ffffff"));
        assertEquals("White Wren", Person.of("session-ff000000"));
    }

    @Test
    void isKnownByAnyOtherName() {
        assertEquals("system", Person.of("system"));
        assertEquals("session-x", Person.of("session-x"));
    }
}
