package dev.lodestar.examples.life;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An open stream of the page, and which generations came on it. */
final class Reader implements AutoCloseable {
    private static final Pattern GENERATION = Pattern.compile("id=\"generation\">(\\d+)<");

    private final ConcurrentSkipListSet<Long> generations = new ConcurrentSkipListSet<>();
    private final BufferedReader lines;
    private volatile int largestFrame;

    Reader(HttpClient client, URI page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page.resolve("/?&live"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        this.lines = new BufferedReader(new InputStreamReader(
                client.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
        Thread thread = new Thread(this::read, "reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** The last generation that came, 0 if none has. */
    long latest() {
        return generations.isEmpty() ? 0 : generations.last();
    }

    /** How many different generations came, of those from one up to, but not including, another. */
    int seen(long from, long to) {
        return generations.subSet(from, to).size();
    }

    /** The size of the largest event, in characters, which are all ASCII. */
    int largestFrame() {
        return largestFrame;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private void read() {
        try {
            int size = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                size = line.isEmpty() ? 0 : size + line.length() + 1;
                largestFrame = Math.max(largestFrame, size);
                Matcher matcher = GENERATION.matcher(line);
                if (matcher.find()) {
                    generations.add(Long.valueOf(matcher.group(1)));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // Closed, by the test or the server; what has come is what counts.
        }
    }
}
