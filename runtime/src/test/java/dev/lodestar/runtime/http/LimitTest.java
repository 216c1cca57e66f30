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
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit, and what happens above it. */
class LimitTest {
    private RunningSite site = start(limits -> limits.withUrlBytes(1_000)
            .withHeaderBytes(2_000)
            .withHeaders(20)
            .withJsonDepth(5)
            .withBodyBytes(10_000));

    private static RunningSite start(UnaryOperator<Limits> change) {
        return RunningSite.start(Config.defaults().withLimits(change.apply(Limits.defaults())), LimitTest::routes);
    }

    private static void routes(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> out.text("shown"))
                .action("/a/1", request -> Reply.changed());
    }

    private void restart(UnaryOperator<Limits> change) {
        site.close();
        site = start(change);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private String answer(String head) throws IOException {
        return RawAnswer.to(site, head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    private static void assertRefused(int status, String sentence, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.endsWith("\r\n\r\n" + sentence), answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 2_000, 5_000, 1_000_000})
    void longUrlIs414HoweverLongItIs(int length) throws Exception {
        String sentence = "The URL must have at most 1000 bytes.";
        assertRefused(414, sentence, answer("GET /" + "x".repeat(length) + " HTTP/1.1"));
        assertRefused(414, sentence, answer("GET /?a=" + "x".repeat(length) + " HTTP/1.1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 4_000, 1_000_000})
    void largeHeaderIs431HoweverLargeItIs(int length) throws Exception {
        String sentence = "There must be at most 20 headers with 2000 bytes in all.";
        assertRefused(431, sentence, answer("GET / HTTP/1.1\r\nX: " + "x".repeat(length)));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 100_000})
    void manyHeadersAre431HoweverManyThereAre(int count) throws Exception {
        String sentence = "There must be at most 20 headers with 2000 bytes in all.";
        assertRefused(431, sentence, answer("GET / HTTP/1.1" + "\r\nX: y".repeat(count)));
    }

    @Test
    void requestAtTheLimitsIsServed() throws Exception {
        assertTrue(answer("GET /?" + "x".repeat(999) + " HTTP/1.1\r\nX: " + "x".repeat(1_900))
                .startsWith("HTTP/1.1 200"));
        assertTrue(answer("GET / HTTP/1.1" + "\r\nX: y".repeat(18)).startsWith("HTTP/1.1 200"));
    }

    @Test
    void malformedHeadIsRefusedWithAReason() throws Exception {
        assertRefused(400, "The request is not well-formed.", answer("GET / HTTP/1.1\r\nA b: x"));
    }

    @Test
    void limitsOnTheHeadHoldOverHttp2Too(@TempDir Path folder) throws Exception {
        Config config = Config.defaults()
                .withLimits(Limits.defaults().withHeaderBytes(12_000))
                .withTls(Certificates.write(folder, "EC"));
        try (RunningSite secure = RunningSite.start(config, LimitTest::routes);
                Http2Socket browser = new Http2Socket(secure.http2())) {
            browser.await(browser.post("/" + "x".repeat(8_192)), "The URL must have at most 8192 bytes.");
            int large = browser.post("/", "localhost", "x".repeat(13_000));
            browser.await(large, "There must be at most 100 headers with 12000 bytes in all.");
            browser.await(browser.post("/", "localhost", "x".repeat(11_000)), "shown");
        }
    }

    @Test
    void bodyThatIsTooDeepOrTooLargeOrCompressedIsRefused() throws Exception {
        assertEquals(204, site.post("/a/1", "{\"a\":[[[[1]]]]}").statusCode());
        HttpResponse<String> deep = site.post("/a/1", "{\"a\":[[[[[1]]]]]}");
        assertEquals(400, deep.statusCode());
        assertTrue(deep.body().contains("nested at most 5 levels deep"), deep.body());
        assertEquals(400, site.post("/a/1", "[".repeat(9_000)).statusCode());
        assertEquals(413, site.post("/a/1", " ".repeat(10_001)).statusCode());
        HttpResponse<String> bomb = site.send(site.to("/a/1")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(new byte[] {0x1f, (byte) 0x8b})));
        assertEquals(415, bomb.statusCode());
        assertEquals("The body must not be compressed.", bomb.body());
    }

    @Test
    void trailersWithoutEndAreRefused() throws Exception {
        String head =
                "POST /a/1 HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n";
        try (Socket socket = site.socket()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] trailers = "X: y\r\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 20; i++) {
                socket.getOutputStream().write(trailers);
            }
            assertRefused(400, "The body's chunks are not well-formed.", RawAnswer.rest(socket.getInputStream()));
        }
    }

    @Test
    void headThatComesTooSlowlyIs408() throws Exception {
        restart(limits -> limits.withRequestTime(Duration.ofMillis(200)));
        String slow = "The headers took too long to arrive.";
        assertRefused(408, slow, RawAnswer.to(site, "GET / HTTP/1.1\r\nHost: localhost\r\n"));
        String second = RawAnswer.to(site, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nGET");
        assertTrue(second.startsWith("HTTP/1.1 200"), second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"})
    void connectionWithoutARequestIsClosed(String begun) throws Exception {
        restart(limits -> limits.withRequestTime(Duration.ofMillis(300)).withIdleTime(Duration.ofMillis(300)));
        RawAnswer.to(site, begun);
        Await.until(() -> site.connections() == 0);
    }

    @Test
    void connectionAboveTheTotalIs503AndComesInWhenOneHasGone() throws Exception {
        restart(limits -> limits.withConnections(2));
        String sentence = "The server has as many connections as it takes; try again later.";
        assertFull(503, sentence);
    }

    @Test
    void connectionAboveAnAddressesShareIs429AndComesInWhenOneHasGone() throws Exception {
        restart(limits -> limits.withConnectionsPerAddress(2));
        String sentence = "There are too many connections from your address; close some, or try again later.";
        assertFull(429, sentence);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void crowdThatConnectsAndLeavesAtOnceIsServedAndForgotten(boolean reset) throws Exception {
        restart(limits -> limits.withConnectionsPerAddress(2_000));
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            Socket socket = site.socket();
            open.add(socket);
            if (reset) {
                socket.setSoLinger(true, 0);
            }
            socket.getOutputStream()
                    .write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        for (Socket socket : open) {
            assertTrue(RawAnswer.head(socket.getInputStream()).startsWith("HTTP/1.1 200"));
        }
        assertEquals(1_500, site.connections());
        for (Socket socket : open) {
            socket.close();
        }
        Await.until(() -> site.connections() == 0);
        assertTrue(answer("GET /healthz HTTP/1.1").startsWith("HTTP/1.1 200"));
    }

    private void assertFull(int status, String sentence) throws Exception {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Socket socket = site.socket();
            open.add(socket);
            socket.getOutputStream()
                    .write("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertTrue(RawAnswer.head(socket.getInputStream()).startsWith("HTTP/1.1 200"));
        }
        for (int i = 0; i < 20; i++) {
            String refused = answer("GET /" + "x".repeat(100_000) + " HTTP/1.1");
            assertRefused(status, sentence, refused);
            assertTrue(refused.contains("\r\nRetry-After: 5\r\n"), refused);
        }
        assertEquals(2, site.connections());
        open.get(0).close();
        Await.until(() -> site.connections() == 1);
        assertTrue(answer("GET /healthz HTTP/1.1").startsWith("HTTP/1.1 200"));
        open.get(1).close();
        Await.until(() -> site.connections() == 0);
    }

    @Test
    void streamAboveASessionsShareIs429AndComesInWhenOneHasGone() throws Exception {
        restart(limits -> limits.withStreamsPerSession(2));
        OpenStream first = site.stream("/");
        first.await("shown");
        site.stream("/").await("shown");
        HttpResponse<String> third = site.post("/", "{}");
        assertEquals(429, third.statusCode());
        assertEquals("5", third.headers().firstValue("Retry-After").orElse("none"));
        assertEquals("There are 2 open streams already; close a tab.", third.body());
        first.close();
        Await.until(() -> site.server().hub().watching() == 1);
        site.stream("/").await("shown");
    }

    @Test
    void streamsThatASessionOpensTooFastAre429AndComeInLater() throws Exception {
        restart(limits -> limits.withStreamOpeningsPerSecond(1).withStreamOpeningBurst(3));
        for (int i = 0; i < 3; i++) {
            OpenStream stream = site.stream("/");
            stream.await("shown");
            stream.close();
        }
        HttpResponse<String> fourth = site.post("/", "{}");
        assertEquals(429, fourth.statusCode());
        assertEquals("1", fourth.headers().firstValue("Retry-After").orElse("none"));
        assertEquals("No more than 1 streams may be opened in a second, and 3 at once after a pause.", fourth.body());
        Await.until(() -> {
            try (OpenStream stream = site.stream("/")) {
                return stream.response().statusCode() == 200;
            } catch (IOException | InterruptedException e) {
                return false;
            }
        });
    }

    @Test
    void actionAboveASessionsRateIs429() throws Exception {
        restart(limits -> limits.withActionsPerSecond(1).withActionBurst(3));
        for (int i = 0; i < 3; i++) {
            assertEquals(204, site.post("/a/1", "{}").statusCode());
        }
        HttpResponse<String> fourth = site.post("/a/1", "{}");
        assertEquals(429, fourth.statusCode());
        assertEquals("1", fourth.headers().firstValue("Retry-After").orElse("none"));
        assertEquals("No more than 1 actions may be run in a second, and 3 at once after a pause.", fourth.body());
        // Another browser has a share of its own, and pages are not actions.
        String cookie = "lodestar=" + "A".repeat(22);
        assertEquals(
                204,
                site.send(site.to("/a/1").header("Cookie", cookie).POST(BodyPublishers.noBody()))
                        .statusCode());
        assertEquals(200, site.get("/").statusCode());
    }
}
