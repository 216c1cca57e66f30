package dev.lodestar.runtime.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestar.Html;
import dev.lodestar.Patch;
import dev.lodestar.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventWriterTest {
    private final EventWriter writer = new EventWriter(source -> "/script?" + source);

    private String written() {
        return new String(writer.toByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void writesThePatchesOfAReplyInOrder() {
        Reply.signal("draft.title", "")
                .andHtml(Html.raw("<p id=\"m\">Saved</p>"))
                .and(new Patch.Script("beep()"))
                .patches()
                .forEach(writer::write);
        assertEquals("""
                event: datastar-patch-signals
                data: signals {"draft":{"title":""}}

                event: datastar-patch-elements
                data: elements <p id="m">Saved</p>

                event: datastar-patch-elements
                data: selector body
                data: mode append
                data: elements <script src="/script?beep()"></script>

                """, written());
    }

    @Test
    void scriptCannotEndItsElement() {
        writer.script("a = '</ScRipt><b>'; b = '<!-- <script>'", Map.of(), true, EventOptions.NONE);
        assertEquals("""
                event: datastar-patch-elements
                data: selector body
                data: mode append
                data: elements <script data-effect="el.remove()">a = '<\\/ScRipt><b>'; b = '<\\!-- <script>'</script>

                """, written());
    }

    @Test
    void attributesCannotEndTheirValue() {
        writer.script("", Map.of("title", "\"><b>&"), false, EventOptions.NONE);
        assertEquals("""
                event: datastar-patch-elements
                data: selector body
                data: mode append
                data: elements <script title="&#34;><b>&amp;"></script>

                """, written());
    }

    @Test
    void valueThatASignalCannotHoldIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> SignalJson.write(Map.of("a", new Object())));
        assertThrows(IllegalArgumentException.class, () -> SignalJson.write(Map.of("a", Double.NaN)));
    }

    @Test
    void idWithLineBreaksIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> new EventOptions("a\nb", Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new EventOptions("a\rb", Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new EventOptions("", Duration.ofMillis(-1)));
    }
}
