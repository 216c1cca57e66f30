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
    private final Map<Shown, List<Page>> shown = new Recent<>(4096);
    private final Map<Patch, Page> patched = new Recent<>(256);

    /** @param rows how many rows the pages have */
    Browser(int rows) {
        this.rows = rows;
    }

    private record Shown(Page before, Text text) {}

    private record Patch(Page before, String data) {}

    /** The pages that the events of a text lead to, one after the other. */
    List<Page> show(Page before, Text text) throws IOException {
        Shown key = new Shown(before, text);
        List<Page> pages = shown.get(key);
        if (pages == null) {
            pages = pages(before, text);
            shown.put(key, pages);
        }
        return pages;
    }

    private List<Page> pages(Page before, Text text) throws IOException {
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
        Patch key = new Patch(whole ? Page.NONE : before, data);
        Page known = patched.get(key);
        if (known == null) {
            String elements = argument(data, "elements");
            known = Page.of(whole ? elements : Elements.patched(before.html(), elements), rows);
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
