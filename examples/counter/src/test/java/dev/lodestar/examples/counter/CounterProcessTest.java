package dev.lodestar.examples.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CounterProcessTest {
    @Test
    void saysWhereItServesAndWhat() throws IOException {
        int port = CounterProcess.freePort();
        try (CounterProcess counter = CounterProcess.launch(Map.of("PORT", Integer.toString(port)))) {
            String line = counter.awaitLine("Lodestar serves");

            assertTrue(
                    line.matches("Lodestar serves http://127\\.0\\.0\\.1:" + port
                            + "/ with 1 view, 2 actions, 3 assets, ready \\d+ ms after the JVM started\\."),
                    line);
        }
    }

    @Test
    void endsWithOneSentenceIfThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                CounterProcess counter =
                        CounterProcess.launch(Map.of(), "--port", Integer.toString(taken.getLocalPort()))) {
            String said = counter.rest();

            assertEquals(1, counter.exitStatus(10));
            assertEquals(1, said.lines().count(), said);
            assertTrue(said.contains(Integer.toString(taken.getLocalPort())), said);
        }
    }

    @Test
    void endsWithinFiveSecondsOfATerm() throws IOException {
        try (CounterProcess counter = CounterProcess.serve(CounterProcess.freePort())) {
            counter.terminate();

            // 143 is how a process tells that a TERM ended it.
            assertEquals(143, counter.exitStatus(5));
            assertEquals("", counter.rest());
        }
    }
}
