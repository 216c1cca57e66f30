package dev.lodestar.examples.life;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.process.ServerProcess;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Fifty readers over loopback. Prints how many generations reached each of them. To measure for a minute:
 * {@code -Dtest=CrowdTest -Dcrowd.generations=600}.
 */
class CrowdTest {
    private static final int READERS = 50;
    private static final int GENERATIONS = Integer.getInteger("crowd.generations", 50);

    @Test
    void fiftyReadersKeepUpWithTheGame() throws Exception {
        List<Reader> readers = new ArrayList<>();
        try (ServerProcess process = ServerProcess.serve(Main.class, Map.of())) {
            HttpClient client = HttpClient.newHttpClient();
            for (int i = 0; i < READERS; i++) {
                readers.add(Reader.of(process.uri(), client));
            }
            Reader last = readers.get(READERS - 1);
            await(last, 1);
            long from = last.latest() + 1;
            Duration cpu = process.cpu();
            long began = System.nanoTime();

            await(last, from + GENERATIONS);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            Duration used = process.cpu().minus(cpu);

            int least = readers.stream()
                    .mapToInt(reader -> reader.seen(from, from + GENERATIONS))
                    .min()
                    .orElseThrow();
            int frame = readers.stream().mapToInt(Reader::largestFrame).max().orElseThrow();
            System.out.printf(
                    "%d readers: %d generations in %d ms, at least %d of them to each, in frames of up to %d bytes;"
                            + " the server took %d ms of processor time%n",
                    READERS, GENERATIONS, took.toMillis(), least, frame, used.toMillis());
            // On an idle machine nearly all arrive; on a busy one some are skipped, since the latest frame wins.
            assertTrue(least >= GENERATIONS / 2, "one reader saw " + least + " of " + GENERATIONS);
            assertTrue(frame < 16 * 1024, "a frame has " + frame + " bytes");
        }
    }

    private static void await(Reader reader, long generation) throws InterruptedException {
        long deadline = System.nanoTime()
                + Duration.ofMillis(10_000 + 150L * GENERATIONS).toNanos();
        while (reader.latest() < generation) {
            assertTrue(System.nanoTime() < deadline, "only generation " + reader.latest() + " came");
            Thread.sleep(10);
        }
    }
}
