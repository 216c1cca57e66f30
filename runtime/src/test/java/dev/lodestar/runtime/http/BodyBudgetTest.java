package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.Reply;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.OpenStream;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.connection.http2.Http2Socket;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import dev.lodestar.runtime.tls.Certificates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All bodies together, with the values in them, share a memory budget: above it a request is told to come back, and all
 * of the memory is available again later.
 */
class BodyBudgetTest {
    private static final int MEGA = 1_000_000;

    /** Fits only if nothing else is reserved, since a body needs up to twice its size while it arrives. */
    private static final String LARGE = signals(400_000);

    private static final String REFUSED = "The server has as many bodies of requests as it takes; try again later.";

    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<Socket> sockets = new ArrayList<>();
    private RunningSite site = start(Limits.defaults());

    private RunningSite start(Limits limits) {
        return start(Config.defaults().withLimits(limits.withBodyBytesInAll(MEGA)));
    }

    private RunningSite start(Config config) {
        return RunningSite.start(config, this::routes);
    }

    private void routes(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> out.text("shown"))
                .action("/a/1", request -> Reply.changed())
                .action("/a/fail", request -> {
                    throw new IllegalStateException("on purpose");
                })
                .action("/a/wait", request -> {
                    waiting.countDown();
                    goOn.await();
                    return Reply.changed();
                });
    }

    private void restart(Config config) {
        site.close();
        site = start(config);
    }

    @AfterEach
    void close() throws IOException {
        goOn.countDown();
        for (Socket socket : sockets) {
            socket.close();
        }
        site.close();
    }

    private static String signals(int bytes) {
        return "{\"a\":\"" + "x".repeat(bytes - 8) + "\"}";
    }

    private Socket halfSent(int announced, int sent) throws IOException {
        return halfSent(new Socket(), announced, sent);
    }

    private Socket halfSent(Socket opened, int announced, int sent) throws IOException {
        Socket socket = site.connected(opened);
        sockets.add(socket);
        String head = "POST /a/1 HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: "
                + announced + "\r\n\r\n";
        socket.getOutputStream().write((head + "x".repeat(sent)).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Leaves as many bodies half-sent as there is memory for, and one more, which is returned. */
    private Socket fill() throws Exception {
        for (int i = 0; i < 20; i++) {
            halfSent(200_000, 120_000);
        }
        Await.until(() -> answered() != null);
        return answered();
    }

    private Socket answered() {
        try {
            for (Socket socket : sockets) {
                if (socket.getInputStream().available() > 0) {
                    return socket;
                }
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int post(String path, String body) {
        try {
            return site.post(path, body).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertAllIsThereAgain() throws InterruptedException {
        Await.until(() -> post("/a/1", LARGE) == 204);
    }

    @Test
    void bodyThatFindsNoMemoryLeftIs503AndTheAnswerReadable() throws Exception {
        Socket refused = fill();
        String answer = RawAnswer.rest(refused.getInputStream());
        assertTrue(answer.startsWith("HTTP/1.1 503 "), answer);
        assertTrue(answer.contains("\r\nRetry-After: 5\r\n") && answer.endsWith("\r\n\r\n" + REFUSED), answer);
        HttpResponse<String> large = site.post("/a/1", LARGE);
        assertEquals(503, large.statusCode());
        assertEquals(REFUSED, large.body());
        assertEquals(204, post("/a/1", ""));
        assertEquals(200, site.get("/").statusCode());
    }

    @Test
    void whoFillsTheMemoryLeavesAsMuchToOthers() throws Exception {
        for (int i = 0; i < 20; i++) {
            Socket elsewhere = new Socket();
            elsewhere.bind(new InetSocketAddress("127.0.0.2", 0));
            halfSent(elsewhere, 200_000, 120_000);
        }
        Await.until(() -> answered() != null);
        assertEquals(204, post("/a/1", signals(150_000)));
    }

    @Test
    void memoryOfConnectionsThatAreResetIsThereAgain() throws Exception {
        fill();
        for (Socket socket : sockets) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
        assertAllIsThereAgain();
    }

    @Test
    void memoryOfConnectionsThatEndHalfWayIsThereAgain() throws Exception {
        fill();
        for (Socket socket : sockets) {
            socket.shutdownOutput();
        }
        assertAllIsThereAgain();
    }

    @Test
    void memoryOfBodiesThatTakeTooLongIsThereAgain() throws Exception {
        restart(Config.defaults()
                .withLimits(Limits.defaults().withBodyBytesInAll(MEGA).withRequestTime(Duration.ofSeconds(1))));
        fill();
        assertAllIsThereAgain();
    }

    @Test
    void bodiesThatAreOnlyAnnouncedTakeNothing() throws Exception {
        for (int i = 0; i < 50; i++) {
            halfSent(MEGA, 1);
        }
        assertAllIsThereAgain();
    }

    @Test
    void memoryIsHeldWhileAnActionRunsAndThereAgainBehindIt() throws Exception {
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(() -> post("/a/wait", LARGE));
        assertTrue(waiting.await(10, TimeUnit.SECONDS));
        assertEquals(503, post("/a/1", LARGE));
        goOn.countDown();
        assertEquals(204, running.get(10, TimeUnit.SECONDS));
        assertAllIsThereAgain();
    }

    @Test
    void memoryOfWhatOpenedAStreamIsThereAgainWhileItIsOpen() throws Exception {
        List<OpenStream> streams = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            OpenStream stream = site.stream(site.to("/"), signals(100_000));
            streams.add(stream);
            stream.await("shown");
        }
        assertAllIsThereAgain();
        assertEquals(15, site.server().hub().watching());
        for (OpenStream stream : streams) {
            stream.close();
        }
    }

    @Test
    void valuesOfABodyTakeMemoryWhileAnActionRuns() throws Exception {
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(() -> post("/a/wait", numbers(4_000)));
        assertTrue(waiting.await(10, TimeUnit.SECONDS));
        assertEquals(503, post("/a/1", numbers(4_000)));
        assertEquals(204, post("/a/1", numbers(1_000)));
        assertEquals(503, post("/", numbers(4_000)));
        goOn.countDown();
        assertEquals(204, running.get(10, TimeUnit.SECONDS));
        Await.until(() -> post("/a/1", numbers(4_000)) == 204);
        assertAllIsThereAgain();
    }

    @Test
    void bodyWithMoreValuesThanThereIsMemoryForIs413() throws Exception {
        HttpResponse<String> refused = site.post("/a/1", numbers(12_000));
        assertEquals(413, refused.statusCode());
        assertEquals(
                "The body holds more values than the server has memory for. Send fewer at a time.", refused.body());
        assertAllIsThereAgain();
    }

    private static String numbers(int count) {
        return "{\"a\":[" + "1,".repeat(count - 1) + "1]}";
    }

    @Test
    void memoryOfRequestsThatAreRefusedOrFailIsThereAgain() throws Exception {
        for (int i = 0; i < 15; i++) {
            assertEquals(400, post("/a/1", "x".repeat(100_000)));
            assertEquals(500, post("/a/fail", signals(100_000)));
            HttpResponse<String> packed = site.send(site.to("/a/1")
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofByteArray(new byte[100_000])));
            assertEquals(415, packed.statusCode());
        }
        assertAllIsThereAgain();
    }

    @Test
    void memoryOfBodiesInChunksThatGrowTooLargeIsThereAgain() throws Exception {
        restart(Config.defaults()
                .withLimits(Limits.defaults().withBodyBytesInAll(MEGA).withBodyBytes(200_000)));
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> large = site.send(site.to("/a/1")
                    .POST(BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(signals(300_000).getBytes(StandardCharsets.UTF_8)))));
            assertEquals(413, large.statusCode());
        }
        assertEquals(204, post("/a/1", signals(200_000)));
    }

    @Test
    void memoryOfStreamsOfHttp2ThatAreResetIsThereAgain(@TempDir Path folder) throws Exception {
        List<Http2Socket> browsers = fillOverHttp2(folder);
        for (Http2Socket browser : browsers) {
            browser.reset(1);
        }
        Await.until(() -> post("/a/1", signals(100_000)) == 204);
        for (Http2Socket browser : browsers) {
            browser.await(browser.post("/"), "shown");
            browser.close();
        }
    }

    @Test
    void memoryOfConnectionsOfHttp2ThatCloseIsThereAgain(@TempDir Path folder) throws Exception {
        for (Http2Socket browser : fillOverHttp2(folder)) {
            browser.close();
        }
        Await.until(() -> post("/a/1", signals(100_000)) == 204);
    }

    /** Begins as many bodies as there is memory for, each on a connection of its own. */
    private List<Http2Socket> fillOverHttp2(Path folder) throws Exception {
        restart(Config.defaults()
                .withLimits(Limits.defaults().withBodyBytesInAll(240_000))
                .withTls(Certificates.write(folder, "EC")));
        byte[] half = "x".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
        List<Http2Socket> browsers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Http2Socket browser = new Http2Socket(site.http2());
            browsers.add(browser);
            assertEquals(1, browser.postBeginning("/a/1", 100_000, half));
        }
        Await.until(() -> post("/a/1", signals(100_000)) == 503);
        return browsers;
    }

    @Test
    void memoryOfAConnectionThatTheServerCutsOffIsThereAgain(@TempDir Path folder) throws Exception {
        restart(Config.defaults()
                .withLimits(Limits.defaults()
                        .withBodyBytesInAll(140_000)
                        .withStreamsPerSession(6)
                        .withActionBurst(4))
                .withTls(Certificates.write(folder, "EC")));
        String next = signals(50_000);
        try (Http2Socket abuser = new Http2Socket(site.http2())) {
            abuser.postBeginning("/a/1", 100_000, new byte[50_000]);
            Await.until(() -> post("/a/1", next) == 503);
            for (int i = 0; i < 11; i++) {
                abuser.reset(abuser.post("/"));
            }
            abuser.awaitGoAway();
            Await.until(() -> post("/a/1", next) == 204);
        }
    }
}
