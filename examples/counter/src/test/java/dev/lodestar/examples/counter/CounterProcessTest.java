package dev.lodestar.examples.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.process.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CounterProcessTest {
    @Test
    void printsWhereItServesAndWhat() throws IOException {
        int port = freePort();
        try (ServerProcess counter = ServerProcess.launch(Main.class, Map.of("PORT", Integer.toString(port)))) {
            String line = counter.awaitLine("Lodestar serves");

            assertTrue(
                    line.matches(
                            "Lodestar serves http://127\\.0\\.0\\.1:" + port
                                    + "/ with 1 view, 2 actions, 5 assets, under script-src 'self', ready \\d+ ms after the JVM started\\."),
                    line);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void endsWithOneSentenceIfThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            try (ServerProcess counter = ServerProcess.launch(Main.class, Map.of(), "--port", port)) {
                String said = counter.rest();

                assertEquals(1, counter.exitStatus(10));
                assertEquals(1, said.lines().count(), said);
                assertTrue(said.contains(port), said);
            }
        }
    }

    @Test
    void needsMicrometerOnlyForItsMetrics() throws IOException {
        assertThrows(ClassNotFoundException.class, () -> Class.forName("io.micrometer.core.instrument.MeterRegistry"));
        try (ServerProcess counter = ServerProcess.launch(Main.class, Map.of(), "--port", "0", "--metrics")) {
            assertEquals(
                    "The metrics need Micrometer's Prometheus registry: add"
                            + " io.micrometer:micrometer-registry-prometheus to the application's dependencies, or start"
                            + " without --metrics.",
                    counter.rest().strip());
            assertEquals(1, counter.exitStatus(10));
        }
    }

    @Test
    void endsWithinFiveSecondsOfSigterm() throws IOException {
        try (ServerProcess counter = ServerProcess.serve(Main.class, Map.of())) {
            counter.terminate();

            // The exit status of a process that SIGTERM ended.
            assertEquals(143, counter.exitStatus(5));
            assertEquals("", counter.rest());
        }
    }
}
