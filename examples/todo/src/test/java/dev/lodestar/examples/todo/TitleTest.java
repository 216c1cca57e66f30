package dev.lodestar.examples.todo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestar.BadInput;
import org.junit.jupiter.api.Test;

class TitleTest {
    @Test
    void isOneLineWithoutSpacesAround() {
        assertEquals("Buy milk", Title.of(" \tBuy\nmilk "));
        assertEquals("", Title.of(" \u2003 "));
    }

    @Test
    void longTitleIsRefused() {
        assertEquals(500, Title.of("a".repeat(500)).length());
        assertThrows(BadInput.class, () -> Title.of("a".repeat(501)));
    }
}
