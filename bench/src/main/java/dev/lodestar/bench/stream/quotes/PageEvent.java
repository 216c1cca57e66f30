package dev.lodestar.bench.stream.quotes;

import java.nio.charset.StandardCharsets;

/** A page as the event that puts it into a browser, for servers that know nothing about pages. */
public final class PageEvent {
    /** The name of the event. */
    public static final String NAME = "datastar-patch-elements";

    private PageEvent() {}

    /** The event's data, which has several lines. */
    public static String data(QuotesPage page) {
        return "selector #lodestar\nmode inner\nelements "
                + new String(page.html(), StandardCharsets.UTF_8).replace("\n", "\nelements ");
    }

    /** The event as it is sent. */
    public static byte[] bytes(QuotesPage page) {
        return bytes(data(page));
    }

    /** An event with this data as it is sent. */
    public static byte[] bytes(String data) {
        return ("event: " + NAME + "\ndata: " + data.replace("\n", "\ndata: ") + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
