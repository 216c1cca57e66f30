package dev.lodestar.runtime.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.browser.HostileValues;
import org.junit.jupiter.api.Test;

class LogTextTest {
    @Test
    void visibleAsciiStaysAndAllElseIsEncoded() {
        assertEquals("/assets/a+b,c;d@e:f", LogText.of("/assets/a+b,c;d@e:f"));
        assertEquals("/%C3%A9%20%25%3D%22%5C", LogText.of("/é %=\"\\"));
        assertEquals("/%0D%0A%1B[31m%00%7F%E2%80%AE", LogText.of("/\r\n\u001b[31m\0\u007f\u202e"));
    }

    @Test
    void nothingEndsTheLineOrTheValue() {
        for (String value : HostileValues.ALL) {
            assertTrue(LogText.of(value).matches("[!-~&&[^=\"]]*"), value);
        }
    }

    @Test
    void longTextIsCutOff() {
        assertEquals("x".repeat(1_000) + "...", LogText.of("x".repeat(8_000)));
    }
}
