package dev.lodestar.runtime.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameEventTest {
    private static final String HEAD = "event: datastar-patch-elements\ndata: selector #lodestar\ndata: mode inner\n";

    private static String frame(String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return new String(FrameEvent.of(bytes, bytes.length), StandardCharsets.UTF_8);
    }

    @Test
    void putsEachLineIntoItsOwnDataLine() {
        assertEquals(HEAD + "data: elements <p>\ndata: elements é</p>\n\n", frame("<p>\né</p>"));
    }

    @Test
    void splitsAtCrAndCrLfAsWell() {
        assertEquals(
                HEAD + "data: elements a\ndata: elements b\ndata: elements \ndata: elements c\n\n",
                frame("a\rb\r\n\r\nc"));
    }

    @Test
    void omitsTheLineBreakAtTheEnd() {
        assertEquals(frame("<p>x</p>"), frame("<p>x</p>\n"));
        assertEquals(frame("<p>x</p>"), frame("<p>x</p>\r\n"));
        assertEquals(frame("<p>x</p>"), frame("<p>x</p>\r"));
        assertEquals(HEAD + "data: elements a\ndata: elements \n\n", frame("a\n\n"));
    }

    @Test
    void emptyRenderingEmptiesThePage() {
        assertEquals(HEAD + "data: elements \n\n", frame(""));
    }

    @Test
    void heartbeatIsAnEventThatAPageCanListenFor() {
        String heartbeat = new String(FrameEvent.heartbeat(), StandardCharsets.UTF_8);
        assertTrue(heartbeat.startsWith("event: datastar-heartbeat\n"), heartbeat);
        assertTrue(heartbeat.endsWith("\n\n"), heartbeat);
    }
}
