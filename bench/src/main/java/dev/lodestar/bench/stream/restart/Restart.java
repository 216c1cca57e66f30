package dev.lodestar.bench.stream.restart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The restart of a server: one is asked to end while browsers have streams open, and another takes its place.
 *
 * @param away the milliseconds from the signal until the other one listened
 * @param back the milliseconds from the signal until each browser opened a stream on it
 */
record Restart(long away, List<Long> back) {
    private static final int WINDOW_MILLIS = 100;
    private static final long PATIENCE_SECONDS = 60;

    /**
     * Restarts once.
     *
     * @param jittered see {@link ReturningBrowsers}
     * @throws IllegalStateException if a browser does not come back, or does not show the state of the other server
     */
    static Restart of(int streams, boolean jittered, Path folder) throws Exception {
        int port = RestartedServer.freePort();
        Path store = folder.resolve("starts-" + port);
        Process first = start(store, port);
        Process second = null;
        InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (ReturningBrowsers browsers = new ReturningBrowsers(server, streams, jittered)) {
            browsers.awaitAll(1, PATIENCE_SECONDS);
            long signal = System.nanoTime();
            first.destroy();
            if (!first.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server did not end.");
            }
            second = start(store, port);
            long away = millis(System.nanoTime() - signal);
            browsers.awaitAll(2, PATIENCE_SECONDS);
            List<Long> back = browsers.opened().stream()
                    .map(opened -> millis(opened - signal))
                    .sorted()
                    .toList();
            return new Restart(away, back);
        } finally {
            first.destroyForcibly();
            if (second != null) {
                second.destroyForcibly();
            }
            Files.deleteIfExists(store);
        }
    }

    /** The number of browsers that came back in each tenth of a second since the first. */
    List<Integer> histogram() {
        List<Integer> counts = new ArrayList<>();
        for (long millis : back) {
            int window = (int) ((millis - back.get(0)) / WINDOW_MILLIS);
            while (counts.size() <= window) {
                counts.add(0);
            }
            counts.set(window, counts.get(window) + 1);
        }
        return counts;
    }

    /** The greatest number that came back in any tenth of a second. */
    int most() {
        int most = 0;
        int from = 0;
        for (int to = 0; to < back.size(); to++) {
            while (back.get(to) - back.get(from) >= WINDOW_MILLIS) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    private static Process start(Path store, int port) throws IOException {
        return RestartedServer.start(
                List.of("-Xmx512m"),
                store,
                port,
                "--limit",
                "connectionsPerAddress=100000",
                "--limit",
                "streamsPerSession=100000",
                "--limit",
                "streamsPerAddress=100000",
                "--limit",
                "streamOpeningsPerSecond=100000",
                "--limit",
                "streamOpeningBurst=100000",
                "--limit",
                "streamOpeningsPerAddress=100000");
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
