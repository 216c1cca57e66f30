package dev.lodestar.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Reply;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingTest {
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    private void routes(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> out.text("shown")).action("/a/long", request -> {
            running.countDown();
            mayEnd.await();
            return Reply.error(418, "finished");
        });
    }

    private static String healthz(Socket connection) throws IOException {
        connection
                .getOutputStream()
                .write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        InputStream in = connection.getInputStream();
        byte[] answer = new byte[4096];
        int length = in.read(answer);
        return new String(answer, 0, Math.max(0, length), StandardCharsets.US_ASCII);
    }

    @Test
    void nothingRefersToAClosedServer() throws Exception {
        WeakReference<Server> closed = new WeakReference<>(servedAndClosed());
        for (int i = 0; i < 500 && closed.get() != null; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertNull(closed.get());
    }

    private Server servedAndClosed() throws Exception {
        try (RunningSite site = RunningSite.start(this::routes)) {
            assertEquals(200, site.get("/healthz").statusCode());
            return site.server();
        }
    }

    @Test
    void closesItsObjectsLastOneFirst() {
        List<String> closed = new ArrayList<>();
        Server server = Server.create(Config.defaults().withPort(0));
        server.closing((AutoCloseable) () -> closed.add("first"));
        server.closing((AutoCloseable) () -> {
            throw new IOException("as the test wants it");
        });
        server.closing((AutoCloseable) () -> closed.add("last"));
        server.close();
        server.close();
        assertEquals(List.of("last", "first"), closed);
    }

    @Test
    void closingEndsStreamsAtOnceAndLetsARunningActionFinish() throws Exception {
        RunningSite site = RunningSite.start(this::routes);
        try (OpenStream stream = site.stream("/");
                Socket kept = site.socket()) {
            stream.await("shown");
            assertTrue(healthz(kept).startsWith("HTTP/1.1 200"));
            var answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return site.post("/a/long", "").body();
                } catch (IOException | InterruptedException e) {
                    return e.toString();
                }
            });
            running.await();
            CompletableFuture<Void> closing = CompletableFuture.runAsync(site::close);
            assertTrue(stream.endsInOrder());
            // The action is still running, so the server is still closing.
            assertTrue(healthz(kept).startsWith("HTTP/1.1 503"));
            assertThrows(IOException.class, site::socket);
            mayEnd.countDown();
            assertEquals("finished", answer.get(5, TimeUnit.SECONDS));
            closing.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void actionThatDoesNotFinishIsCutOffAfterTheGracePeriod() throws Exception {
        RunningSite site = RunningSite.start(Config.defaults().withShutdownGrace(Duration.ofMillis(300)), this::routes);
        var answer = CompletableFuture.supplyAsync(() -> {
            try {
                return site.post("/a/long", "").body();
            } catch (IOException | InterruptedException e) {
                return "broken";
            }
        });
        running.await();
        long start = System.nanoTime();
        site.close();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertTrue(millis >= 300 && millis < 3000, millis + " ms");
        assertEquals("broken", answer.get(5, TimeUnit.SECONDS));
        mayEnd.countDown();
    }

    @Test
    void drainingServerGoesOnButIsNoLongerHealthy() throws Exception {
        RunningSite site = RunningSite.start(Config.defaults().withDrain(Duration.ofMillis(500)), this::routes);
        try (OpenStream stream = site.stream("/")) {
            stream.await("shown");
            CompletableFuture<Void> closing = CompletableFuture.runAsync(site::close);
            Await.until(() -> status(site, "/healthz") == 503);
            assertEquals(200, status(site, "/"));
            assertEquals(0, stream.waiting());
            assertTrue(stream.endsInOrder());
            closing.get(5, TimeUnit.SECONDS);
        }
    }

    private static int status(RunningSite site, String path) {
        try {
            return site.get(path).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void eachStreamIsToldItsOwnMomentToComeBack(String coding) throws Exception {
        RunningSite site = RunningSite.start(this::routes);
        List<OpenStream> streams = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            OpenStream stream = site.stream("/", coding);
            stream.await("shown");
            streams.add(stream);
        }
        site.close();
        Set<String> moments = new HashSet<>();
        for (OpenStream stream : streams) {
            String hint = stream.next();
            assertTrue(hint.matches("retry: \\d+\n"), hint);
            int millis = Integer.parseInt(hint.substring(7).strip());
            assertTrue(millis >= 500 && millis < 1000, hint);
            moments.add(hint);
            assertTrue(stream.endsInOrder());
        }
        assertTrue(moments.size() > 5, moments.toString());
    }
}
