package dev.lodestar.bench.stream.quotes;

import dev.lodestar.Template;
import dev.lodestar.runtime.html.HtmlOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The page after an update.
 *
 * @param sequence the number of the update, counted from 0
 * @param published when the state changed, on the clock of {@link System#nanoTime}, which processes on a Linux
 *     machine share
 * @param quotes its rows
 */
@Template("quotes.mustache")
public record QuotesPage(long sequence, long published, List<Quote> quotes) {
    /** The approximate size of a row in an event, and of everything around the rows. */
    private static final int ROW_BYTES = 105;

    private static final int FRAME_BYTES = 300;

    /** The page after an update. */
    public static QuotesPage of(long sequence, long published, int rows) {
        List<Quote> quotes = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            quotes.add(Quote.of(i, sequence));
        }
        return new QuotesPage(sequence, published, quotes);
    }

    /** The approximate number of rows in an event of this size. */
    public static int rowsFor(int bytes) {
        return Math.max(1, (bytes - FRAME_BYTES) / ROW_BYTES);
    }

    /** The page in UTF-8, without a final line break, which no event contains. */
    public byte[] html() {
        HtmlOutput out = new HtmlOutput();
        QuotesPageRenderer.render(this, out);
        byte[] bytes = out.toByteArray();
        return Arrays.copyOf(bytes, bytes.length - 1);
    }
}
