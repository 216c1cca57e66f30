package dev.lodestar.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a process prints, read at once so that the process never waits for a reader. */
public final class Output {
    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    /** Starts reading. */
    public Output(InputStream stream) {
        Thread reader = new Thread(() -> read(stream), "process-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream stream) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> lines.add(Optional.of(line)));
        } catch (IOException | UncheckedIOException e) {
            // The process was killed; what has arrived is all there is.
        }
        lines.add(Optional.empty());
    }

    /** Reads up to the first line with this beginning. */
    public String await(String beginning) {
        StringBuilder seen = new StringBuilder();
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            if (line.get().startsWith(beginning)) {
                return line.get();
            }
            seen.append(line.get()).append('\n');
        }
        throw new AssertionError("The process ended without a line beginning with " + beginning + ":\n" + seen);
    }

    /** Reads to the end, which comes when the process ends. */
    String rest() {
        StringBuilder rest = new StringBuilder();
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            rest.append(line.get()).append('\n');
        }
        return rest.toString();
    }

    private Optional<String> next() {
        try {
            Optional<String> line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("The process printed nothing for " + PATIENCE_SECONDS + " s.");
            }
            if (line.isEmpty()) {
                lines.add(line); // Further reads end, too.
            }
            return line;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
