package dev.lodestar.examples.life;

import dev.lodestar.process.EventReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An open stream of the page, and the generations that it brought. */
final class Reader implements Consumer<byte[]> {
    private static final Pattern GENERATION = Pattern.compile("id=\"generation\">(\\d+)<");

    private final ConcurrentSkipListSet<Long> generations = new ConcurrentSkipListSet<>();
    private volatile int largestFrame;

    private Reader() {}

    /** Reads for as long as the client lives. */
    static Reader of(URI page, HttpClient client) {
        HttpRequest request = HttpRequest.newBuilder(page.resolve("/?&live"))
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        Reader reader = new Reader();
        EventReader.open(client, request, reader);
        return reader;
    }

    @Override
    public void accept(byte[] event) {
        largestFrame = Math.max(largestFrame, event.length);
        Matcher matcher = GENERATION.matcher(new String(event, StandardCharsets.UTF_8));
        if (matcher.find()) {
            generations.add(Long.valueOf(matcher.group(1)));
        }
    }

    /** The latest generation that arrived; 0 if none has. */
    long latest() {
        return generations.isEmpty() ? 0 : generations.last();
    }

    /** How many different generations arrived, from one up to but excluding another. */
    int seen(long from, long to) {
        return generations.subSet(from, to).size();
    }

    /** The size of the largest event, in bytes. */
    int largestFrame() {
        return largestFrame;
    }
}
