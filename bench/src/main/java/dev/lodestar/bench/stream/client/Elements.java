package dev.lodestar.bench.stream.client;

import java.io.IOException;

/**
 * Replaces elements of a page with those of the same id, like a patch without a selector. It supports the benchmark's
 * own markup: every element has an end tag, and no text or attribute contains {@code <}.
 */
final class Elements {
    private static final String ID = " id=\"";

    private Elements() {}

    static String patched(String page, String elements) throws IOException {
        String patched = page;
        int at = elements.indexOf('<');
        while (at >= 0) {
            int end = end(elements, at);
            patched = replaced(patched, elements.substring(at, end));
            at = elements.indexOf('<', end);
        }
        return patched;
    }

    private static String replaced(String page, String element) throws IOException {
        int id = element.indexOf(ID);
        int quote = element.indexOf('"', id + ID.length());
        if (id < 0 || id > element.indexOf('>')) {
            throw new IOException("A patch has an element without an id: " + element);
        }
        int found = page.indexOf(element.substring(id, quote + 1));
        if (found < 0) {
            throw new IOException("No element of the page has the id of " + element);
        }
        int start = page.lastIndexOf('<', found);
        return page.substring(0, start) + element + page.substring(end(page, start));
    }

    /** Where the element that begins here ends. */
    private static int end(String html, int start) throws IOException {
        int depth = 0;
        int tag = start;
        while (tag >= 0) {
            depth += html.charAt(tag + 1) == '/' ? -1 : 1;
            int close = html.indexOf('>', tag) + 1;
            if (depth == 0 && close > 0) {
                return close;
            }
            tag = html.indexOf('<', close);
        }
        throw new IOException("An element has no end: " + html.substring(start));
    }
}
