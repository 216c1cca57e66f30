package dev.lodestar.bench.stream.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows events like a browser, but each distinct event on a distinct page only once. */
final class Browser {
    private static final String PATCH = "datastar-patch-elements";
    private static final String HEARTBEAT = "datastar-heartbeat";

    private final int rows;
    private final Map<Seen, Shown> shown = new Recent<>(4096);
    private final Map<Patch, Page> patched = new Recent<>(256);

    /** @param rows the number of rows in the pages */
    Browser(int rows) {
        this.rows = rows;
    }

    private record Seen(Page before, Text text) {}

    private record Patch(Page before, String data) {}

    /**
     * The result of a text's events.
     *
     * @param whole the complete pages, one after the other
     * @param last what the browser shows in the end, complete or not
     */
    record Shown(List<Page> whole, Page last) {}

    /** Shows events on a page. */
    Shown show(Page before, Text text) throws IOException {
        Seen key = new Seen(before, text);
        Shown known = shown.get(key);
        if (known == null) {
            known = events(before, text);
            shown.put(key, known);
        }
        return known;
    }

    private Shown events(Page before, Text text) throws IOException {
        List<Page> whole = new ArrayList<>();
        Page page = before;
        for (Event event : Event.all(text.bytes())) {
            if (event.name().equals(PATCH)) {
                page = patch(page, event.data());
                if (page.whole()) {
                    whole.add(page);
                }
            } else if (!event.name().equals(HEARTBEAT)) {
                throw new IOException("A stream has the event " + event.name() + ".");
            }
        }
        return new Shown(List.copyOf(whole), page);
    }

    private Page patch(Page before, String data) throws IOException {
        boolean all = argument(data, "selector").equals("#lodestar")
                && argument(data, "mode").equals("inner");
        Patch key = new Patch(all ? Page.NONE : before, data);
        Page known = patched.get(key);
        if (known == null) {
            String elements = argument(data, "elements");
            known = all ? Page.of(elements, rows) : before.with(Elements.patched(before.html(), elements), rows);
            patched.put(key, known);
        }
        return known;
    }

    private static String argument(String data, String name) {
        String prefix = name + " ";
        return data.lines()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .collect(Collectors.joining("\n"));
    }
}
