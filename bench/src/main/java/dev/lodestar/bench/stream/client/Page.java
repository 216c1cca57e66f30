package dev.lodestar.bench.stream.client;

import dev.lodestar.bench.stream.quotes.QuotesPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a browser shows. Made only of what the server must have rendered, to the last byte.
 *
 * @param html the page
 * @param sequence the number of its update
 * @param published when the server made the update
 */
record Page(String html, long sequence, long published) {
    /** What a browser shows at first. */
    static final Page NONE = new Page("", -1, 0);

    /**
     * Takes a page for what a browser shows.
     *
     * @param rows how many rows it must have
     * @throws IOException if it differs from the page of that update
     */
    static Page of(String html, int rows) throws IOException {
        long sequence = number(html, "<output id=\"sequence\">");
        long published = number(html, "<time id=\"published\">");
        String expected = new String(QuotesPage.of(sequence, published, rows).html(), StandardCharsets.UTF_8);
        if (!html.equals(expected)) {
            throw new IOException("A stream shows\n" + html + "\ninstead of\n" + expected);
        }
        return new Page(html, sequence, published);
    }

    /** Whether it is the page of an update. */
    boolean isOf(long update, long madeAt) {
        return sequence == update && published == madeAt;
    }

    // Two are the same only if they are one, which the browser sees to: to compare them would take longer than to show
    // them.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(published);
    }

    private static long number(String html, String before) throws IOException {
        int start = html.indexOf(before) + before.length();
        int end = html.indexOf('<', start);
        try {
            return Long.parseLong(html.substring(start, end));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new IOException("A stream shows no page of ours: " + html, e);
        }
    }
}
