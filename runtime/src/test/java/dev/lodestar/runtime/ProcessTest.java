package dev.lodestar.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.process.ServerProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What only a process of its own can show: its output, its status, and what it does when it is asked to end. */
class ProcessTest {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private HttpRequest post(URI uri) {
        return HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()).build();
    }

    @Test
    void processThatIsAskedToEndFinishesItsActionsAndStreams() throws Exception {
        try (ServerProcess process = ServerProcess.serve(SampleMain.class, Map.of())) {
            OpenStream stream = new OpenStream(client.send(post(process.uri()), BodyHandlers.ofInputStream()));
            stream.await("count 0");
            CompletableFuture<HttpResponse<String>> slow =
                    client.sendAsync(post(process.uri().resolve("/a/slow")), BodyHandlers.ofString());
            // The action refreshes when it begins, and then takes its time.
            stream.await("count 1");
            process.terminate();
            assertTrue(stream.endsInOrder());
            assertEquals("finished", slow.get(5, TimeUnit.SECONDS).body());
            assertEquals(143, process.exitStatus(5));
        }
    }

    @Test
    void saysWhereItServesAndWhat() throws Exception {
        try (ServerProcess process = ServerProcess.launch(SampleMain.class, Map.of(), "--port", "0")) {
            String line = process.awaitLine("Lodestar");
            assertTrue(
                    line.matches("Lodestar serves http://127\\.0\\.0\\.1:\\d+/ with 1 view, 1 action, 0 assets, ready"
                            + " \\d+ ms after the JVM started\\."),
                    line);
        }
    }

    @Test
    void takenPortIsOneSentenceAndStatus1() throws Exception {
        try (ServerProcess first = ServerProcess.serve(SampleMain.class, Map.of())) {
            String port = "" + first.uri().getPort();
            try (ServerProcess second = ServerProcess.launch(SampleMain.class, Map.of(), "--port", port)) {
                String said = second.rest();
                assertEquals(1, second.exitStatus(10));
                assertTrue(said.contains("The port " + port + " is in use: end the program that listens there"), said);
                assertTrue(!said.contains("\tat ") && !said.contains("Exception"), said);
            }
        }
    }

    @Test
    void unknownOptionIsOneSentenceAndStatus2() throws Exception {
        try (ServerProcess process = ServerProcess.launch(SampleMain.class, Map.of(), "--prot", "1")) {
            assertEquals(
                    "There is no option --prot; there are --port, --host and --help.",
                    process.rest().strip());
            assertEquals(2, process.exitStatus(10));
        }
    }
}
