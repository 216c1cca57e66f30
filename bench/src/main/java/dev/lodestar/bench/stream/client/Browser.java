package dev.lodestar.bench.stream.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows events as a browser would, each that is the same on the same page only once. */
final class Browser {
    private static final String PATCH = "datastar-patch-elements";
    private static final String HEARTBEAT = "datastar-heartbeat";

    private final int rows;
    private final Map<Shown, Page> shown = new Recent<>(256);

    /** @param rows how many rows the pages have */
    Browser(int rows) {
        this.rows = rows;
    }

    private record Shown(Page before, String patch) {}

    /** The pages that the events of a text lead to, one after the other. */
    List<Page> show(Page before, Text text) throws IOException {
        List<Page> pages = new ArrayList<>();
        Page page = before;
        for (Event event : Event.all(text.bytes())) {
            if (event.name().equals(PATCH)) {
                page = patch(page, event.data());
                pages.add(page);
            } else if (!event.name().equals(HEARTBEAT)) {
                throw new IOException("A stream has the event " + event.name() + ".");
            }
        }
        return pages;
    }

    private Page patch(Page before, String data) throws IOException {
        boolean whole = argument(data, "selector").equals("#lodestar")
                && argument(data, "mode").equals("inner");
        Shown key = new Shown(whole ? Page.NONE : before, data);
        Page known = shown.get(key);
        if (known == null) {
            String elements = argument(data, "elements");
            known = Page.of(whole ? elements : Elements.patched(before.html(), elements), rows);
            shown.put(key, known);
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
