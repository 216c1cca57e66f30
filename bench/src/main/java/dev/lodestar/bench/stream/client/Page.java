package dev.lodestar.bench.stream.client;

import dev.lodestar.bench.stream.quotes.QuotesPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a browser shows: exactly the page of an update or, between the patches that one update may arrive in, a part of
 * it.
 *
 * @param html the page
 * @param sequence the number of its update
 * @param published when the server made the update
 * @param whole whether it is exactly what the server rendered
 */
record Page(String html, long sequence, long published, boolean whole) {
    /** What a browser shows at first. */
    static final Page NONE = new Page("", -1, 0, true);

    /**
     * Parses a page that a browser shows.
     *
     * @param rows the number of rows that it must have
     * @throws IOException if it differs from the page of its update
     */
    static Page of(String html, int rows) throws IOException {
        Page page = read(html, rows);
        if (!page.whole) {
            throw new IOException("A stream shows\n" + html + "\nfor update " + page.sequence + ".");
        }
        return page;
    }

    /**
     * Parses a page that a browser shows after this one and a patch.
     *
     * @throws IOException if another update begins before this one is complete
     */
    Page with(String patched, int rows) throws IOException {
        Page page = read(patched, rows);
        if (!whole && page.sequence != sequence) {
            throw new IOException("A stream goes on to update " + page.sequence + ", having shown\n" + html);
        }
        return page;
    }

    private static Page read(String html, int rows) throws IOException {
        long sequence = number(html, "<output id=\"sequence\">");
        long published = number(html, "<time id=\"published\">");
        byte[] expected = QuotesPage.of(sequence, published, rows).html();
        return new Page(html, sequence, published, html.equals(new String(expected, StandardCharsets.UTF_8)));
    }

    /** Whether it is the page of an update. */
    boolean isOf(long update, long madeAt) {
        return whole && sequence == update && published == madeAt;
    }

    // Equal pages are one object, which the browser ensures: comparing them would take longer than showing them.
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
            throw new IOException("A stream shows an unknown page: " + html, e);
        }
    }
}
