package dev.lodestar.processor.template.mark;

import dev.lodestar.runtime.piece.Pieces;
import dev.lodestar.runtime.piece.Rendered;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One rendering after another. */
public record Change(String before, String after) {
    /** The events for it, however short the page is; null if there are none. */
    @Nullable
    String events() {
        Rendered now = MarkedPage.render(after);
        byte[] events = Pieces.of(MarkedPage.render(before), now, now.html().length);
        return events == null ? null : new String(events, StandardCharsets.UTF_8);
    }

    /** The elements of each event, as a browser reads them. */
    public static List<String> elements(String events) {
        return Arrays.stream(events.split("\n\n")).map(Change::elementsOf).toList();
    }

    /** What the client makes of one event: each key, and its lines joined. */
    static Map<String, String> arguments(String event) {
        Map<String, String> arguments = new LinkedHashMap<>();
        event.lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: ".length()).split(" ", 2))
                .forEach(data -> arguments.merge(data[0], data[1], (some, more) -> some + "\n" + more));
        return arguments;
    }

    private static String elementsOf(String event) {
        Map<String, String> arguments = arguments(event);
        if (!event.startsWith("event: datastar-patch-elements\n")
                || !arguments.keySet().equals(Set.of("elements"))) {
            throw new AssertionError("no patch of elements by their ids: " + event);
        }
        return arguments.get("elements");
    }
}
