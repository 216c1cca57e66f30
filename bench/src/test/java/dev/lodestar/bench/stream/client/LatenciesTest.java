package dev.lodestar.bench.stream.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class LatenciesTest {
    @Test
    void findsPercentilesToAHundredth() {
        Latencies latencies = new Latencies();
        for (long i = 1; i <= 100_000; i++) {
            latencies.add(i * 1009);
        }
        assertEquals(50_000 * 1009L, latencies.percentile(0.5), 50_000 * 10.09);
        assertEquals(99_000 * 1009L, latencies.percentile(0.99), 99_000 * 10.09);
        assertEquals(100_000 * 1009L, latencies.percentile(1), 100_000 * 10.09);
    }

    @Test
    void isZeroIfEmptyAndExactForSmallValues() {
        Latencies latencies = new Latencies();
        assertEquals(0, latencies.percentile(0.99));
        latencies.add(3);
        assertEquals(3, latencies.percentile(0.5));
    }
}
