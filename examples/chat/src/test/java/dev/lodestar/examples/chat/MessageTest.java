package dev.lodestar.examples.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestar.BadInput;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static final Person ADA = new Person("a", "Ada");

    private static String textOf(String typed) {
        return Message.by(ADA, typed, Instant.EPOCH).text();
    }

    @Test
    void textIsKeptAsTyped() {
        assertEquals("  <b>if</b>\n\n  then & else", textOf("  <b>if</b>\r\n\r\n  then & else"));
    }

    @Test
    void blankLinesAroundItGo() {
        assertEquals("  a", textOf(" \n\n  a \n\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\n"})
    void blankMessageIsRefused(String typed) {
        assertThrows(BadInput.class, () -> textOf(typed));
    }

    @Test
    void longMessageIsRefused() {
        assertEquals(Message.LONGEST, textOf("x".repeat(Message.LONGEST)).length());
        assertThrows(BadInput.class, () -> textOf("x".repeat(Message.LONGEST + 1)));
    }
}
