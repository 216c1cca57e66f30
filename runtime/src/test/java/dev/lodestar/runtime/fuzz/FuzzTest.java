package dev.lodestar.runtime.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.OpenStream;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Stderr;
import dev.lodestar.runtime.tls.Certificates;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Shoots malformed requests at a server: for some seconds, or as many as {@code -Dfuzz.requests=1000000} says. Each follows
 * from {@code fuzz.seed} and its own number alone, so that one is sent again with {@code fuzz.first} and one request.
 */
class FuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20_260_101);
    private static final long FIRST = Long.getLong("fuzz.first", 0);
    private static final long REQUESTS = Long.getLong("fuzz.requests", Long.MAX_VALUE / 2);
    private static final long SECONDS = Long.getLong("fuzz.seconds", REQUESTS < Long.MAX_VALUE / 2 ? 86_400 : 6);
    private static final int THREADS = 4;

    /** More than what caches that fill up slowly take, and less than some bytes for each request of a million. */
    private static final long GROWTH_BYTES = 16 << 20;

    /**
     * So many connections of either server at once, of which each may need a buffer for HTTP and three for TLS, of 17 KB at
     * most. Undertow keeps buffers for the next connection, so what is outside of the heap grows up to that.
     */
    private static final int CONNECTIONS = 400;

    private static final long BUFFER_BYTES = CONNECTIONS * (1 + 4) * (17L << 10);

    private final AtomicLong next = new AtomicLong(FIRST);
    private final AtomicReference<AssertionError> failure = new AtomicReference<>();

    @Test
    void noMalformedRequestIsTheServersFaultOrLeavesAnythingBehind(@TempDir Path folder) throws Exception {
        Limits limits = Limits.defaults()
                .withActionsPerSecond(1_000_000)
                .withActionBurst(1_000_000)
                .withActionsPerAddress(1_000_000)
                .withSessions(1_000)
                .withConnectionsPerAddress(CONNECTIONS)
                .withStreamsPerSession(10_000)
                .withStreamsPerAddress(10_000)
                .withStreamOpeningsPerSecond(1_000_000)
                .withStreamOpeningBurst(1_000_000)
                .withStreamOpeningsPerAddress(1_000_000);
        Config config = Config.defaults().withLimits(limits);
        try (Stderr log = Stderr.open()) {
            shootAtServers(config, folder);
            assertFalse(log.text().contains("\tat ") || log.text().contains("ERROR"), log.text());
        }
    }

    private void shootAtServers(Config config, Path folder) throws Exception {
        try (RunningSite site = RunningSite.start(config, new Target()::routes);
                RunningSite secure =
                        RunningSite.start(config.withTls(Certificates.write(folder, "EC")), new Target()::routes)) {
            shoot(site, secure, Math.min(REQUESTS, 20_000), Math.min(SECONDS, 2));
            long before = heapUsed(site, secure);
            shoot(site, secure, REQUESTS, SECONDS);
            long after = heapUsed(site, secure);
            long buffers = bufferBytes();
            long shot = next.get() - FIRST;
            System.out.println("Shot " + shot + " requests from the seed " + SEED + "; used " + before + ", then "
                    + after + " bytes of the heap, and " + buffers + " outside.");
            assertTrue(after - before < GROWTH_BYTES, "the heap grew from " + before + " to " + after + " in " + shot);
            assertTrue(buffers < BUFFER_BYTES, buffers + " bytes of buffers after " + shot);
            assertServes(site);
            assertServes(secure);
        }
    }

    private void shoot(RunningSite plain, RunningSite secure, long requests, long seconds) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            Thread thread =
                    new Thread(() -> shoot(new Shooter(plain, secure, number), FIRST + requests, deadline), "shooter");
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private void shoot(Shooter shooter, long end, long deadline) {
        Deque<Long> recent = new ArrayDeque<>();
        try (shooter) {
            while (failure.get() == null && System.nanoTime() < deadline) {
                long number = next.get();
                if (number >= end) {
                    return;
                }
                if (next.compareAndSet(number, number + 1)) {
                    recent.add(number);
                    if (recent.size() > 5) {
                        recent.remove();
                    }
                    shooter.shoot(new Random(SEED + number * 0x9E3779B97F4A7C15L));
                }
            }
        } catch (Exception | AssertionError e) {
            failure.compareAndSet(
                    null,
                    new AssertionError(
                            "after the requests " + recent + " of the seed " + SEED
                                    + " (-Dfuzz.seed, -Dfuzz.first, -Dfuzz.requests): " + e.getMessage(),
                            e));
        }
    }

    /** The bytes of the heap that are in use when nothing is open any more. */
    private static long heapUsed(RunningSite plain, RunningSite secure) throws InterruptedException {
        Await.until(() -> plain.connections() + secure.connections() == 0);
        // What has a finalizer goes with a collection after the one that found it.
        AtomicLong used = new AtomicLong(Long.MAX_VALUE);
        Await.until(() -> {
            System.gc();
            long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            return used.getAndSet(now) - now < 100_000;
        });
        return used.get();
    }

    private static long bufferBytes() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static void assertServes(RunningSite site) throws Exception {
        try (OpenStream stream = site.stream("/")) {
            String shown = stream.await("count ");
            int count = Integer.parseInt(shown.replaceAll("(?s).*count (\\d+).*", "$1"));
            assertEquals(204, site.post("/a/inc", "{}").statusCode());
            stream.await("count " + (count + 1));
        }
    }
}
