package dev.lodestar.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/** A stream as a browser reads it, event by event. */
public final class OpenStream implements AutoCloseable {
    private static final String END = "<end>";
    private static final String BROKEN = "<broken>";

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    public OpenStream(HttpResponse<InputStream> response) {
        this.response = response;
        Thread reader = new Thread(this::read, "test-stream");
        reader.setDaemon(true);
        reader.start();
    }

    public HttpResponse<InputStream> response() {
        return response;
    }

    /** Waits for the next event and returns its lines. */
    public String next() throws InterruptedException {
        String event = events.poll(10, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("no event arrived within 10 s");
        }
        return event;
    }

    /** Waits for an event that contains a text, skipping those before it. */
    public String await(String text) throws InterruptedException {
        String event = next();
        while (!event.contains(text)) {
            if (event.equals(END) || event.equals(BROKEN)) {
                throw new AssertionError("the stream ended before an event with " + text);
            }
            event = next();
        }
        return event;
    }

    /** Waits for the end of the stream, and returns whether it was a proper one, with the last chunk. */
    public boolean endsInOrder() throws InterruptedException {
        String event = next();
        while (!event.equals(END) && !event.equals(BROKEN)) {
            event = next();
        }
        return event.equals(END);
    }

    /** The number of events that have arrived and were not taken yet. */
    public int waiting() {
        return events.size();
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }

    private InputStream body() throws IOException {
        boolean gzip = response.headers().allValues("content-encoding").contains("gzip");
        return gzip ? new PatientGunzip(response.body()) : response.body();
    }

    /** Never claims that more can be read without blocking, as its superclass does until the end of the stream. */
    private static final class PatientGunzip extends GZIPInputStream {
        PatientGunzip(InputStream in) throws IOException {
            super(in);
        }

        @Override
        public int available() {
            return 0;
        }
    }

    private void read() {
        StringBuilder event = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    events.add(event.toString());
                    event.setLength(0);
                } else {
                    event.append(line).append('\n');
                }
            }
            events.add(END);
        } catch (IOException e) {
            events.add(BROKEN);
        }
    }
}
