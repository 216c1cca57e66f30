package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.OpenStream;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // Hanging up before the end is what these tests are about.
class EventStreamTest {
    private static final String OPEN =
            "POST / HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n\r\n";
    private static final int LARGE = 4_000_000;

    private volatile String state = "first";

    Config config() {
        return Config.defaults();
    }

    private void page(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> out.text(state));
    }

    private void largePage(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> {
            out.text(state);
            out.raw(new byte[LARGE]);
        });
    }

    private static Socket opened(RunningSite site) throws IOException {
        Socket small = new Socket();
        // A small window, so that the server soon has to wait for the reader.
        small.setReceiveBufferSize(8192);
        Socket socket = site.connected(small);
        socket.getOutputStream().write(OPEN.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void awaitWatching(RunningSite site, int streams) throws InterruptedException {
        Await.until(() -> site.server().hub().watching() == streams);
    }

    @Test
    void goneBrowsersAreNoticedAtOnceHoweverTheyGo() throws Exception {
        try (RunningSite site = RunningSite.start(config(), this::page)) {
            try (Socket closes = opened(site);
                    Socket halfCloses = opened(site);
                    Socket resets = opened(site);
                    Socket keeps = opened(site)) {
                awaitWatching(site, 4);
                closes.close();
                awaitWatching(site, 3);
                halfCloses.shutdownOutput();
                awaitWatching(site, 2);
                resets.setSoLinger(true, 0);
                resets.close();
                awaitWatching(site, 1);
                assertTrue(RawAnswer.head(keeps.getInputStream()).startsWith("HTTP/1.1 200"));
            }
            awaitWatching(site, 0);
        }
    }

    @Test
    void furtherRequestOnAStreamsConnectionClosesIt() throws Exception {
        try (RunningSite site = RunningSite.start(config(), this::page);
                Socket socket = opened(site)) {
            awaitWatching(site, 1);
            socket.getOutputStream().write(OPEN.getBytes(StandardCharsets.US_ASCII));
            awaitWatching(site, 0);
        }
    }

    @Test
    void browserThatGoesWhileTheViewOpensLeavesNothingBehind() throws Exception {
        var opening = new CountDownLatch(1);
        var gone = new CountDownLatch(1);
        try (RunningSite site = RunningSite.start(
                config(),
                (routes, server) -> routes.view("/", Scope.everybody(), request -> {
                    opening.countDown();
                    gone.await();
                    return out -> out.text(state);
                }))) {
            try (Socket socket = opened(site)) {
                opening.await();
                socket.setSoLinger(true, 0);
            }
            gone.countDown();
            try (OpenStream stream = site.stream("/")) {
                stream.await("first");
                awaitWatching(site, 1);
            }
            awaitWatching(site, 0);
        }
    }

    @Test
    void slowReaderSkipsToTheNewestFrameAndDelaysNobody() throws Exception {
        try (RunningSite site = RunningSite.start(config(), this::largePage);
                OpenStream fast = site.stream("/");
                Socket slow = opened(site)) {
            fast.await("first");
            awaitWatching(site, 2);
            for (int i = 0; i < 20; i++) {
                state = "state" + i + ".";
                site.server().hub().refresh();
                fast.await(state);
            }
            String taken = readUntil(slow.getInputStream(), "state19.");
            int frames = taken.split("event: datastar-patch-elements", -1).length - 1;
            // One was under way when the reader stopped; each had to be complete before the next began.
            assertTrue(frames <= 4, frames + " frames");
        }
    }

    @Test
    void readerThatTakesNothingIsDropped() throws Exception {
        try (RunningSite site = RunningSite.start(
                        config().withLimits(Limits.defaults().withStallTime(Duration.ofMillis(300))), this::largePage);
                Socket stuck = opened(site)) {
            awaitWatching(site, 1);
            awaitWatching(site, 0);
            assertEquals(0, site.server().hub().watching());
        }
    }

    @Test
    void browserThatTakesGzipIsSentOneStreamThatEndsInOrder() throws Exception {
        try (RunningSite site = RunningSite.start(config(), this::page);
                OpenStream stream = site.stream("/", "br;q=0.9, gzip")) {
            assertEquals(List.of("gzip"), stream.response().headers().allValues("content-encoding"));
            stream.await("first");
            state = "second";
            site.server().hub().refresh();
            stream.await("second");
            state = "third";
            site.server().hub().refresh();
            stream.await("third");
            site.close();
            // Its checksums are right, too; otherwise the decoder would complain.
            assertTrue(stream.endsInOrder());
        }
    }

    @Test
    void browserThatRefusesGzipIsSentPlainText() throws Exception {
        try (RunningSite site = RunningSite.start(config(), this::page);
                OpenStream stream = site.stream("/", "gzip;q=0, identity")) {
            assertEquals(List.of(), stream.response().headers().allValues("content-encoding"));
            stream.await("first");
        }
    }

    @Test
    void clientThatKeepsConnectionsKnowsThatNothingFollowsAStream() throws Exception {
        try (RunningSite site = RunningSite.start(config(), this::page);
                OpenStream stream = site.stream("/")) {
            assertEquals(List.of("close"), stream.response().headers().allValues("connection"));
        }
    }

    @Test
    void streamForAnOldClientEndsWithTheConnection() throws Exception {
        try (RunningSite site = RunningSite.start(config(), this::page);
                Socket socket = site.socket()) {
            socket.getOutputStream()
                    .write(
                            "POST / HTTP/1.0\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            String head = RawAnswer.head(socket.getInputStream());
            assertTrue(head.startsWith("HTTP/1.") && head.contains(" 200 ") && !head.contains("chunked"), head);
            readUntil(socket.getInputStream(), "data: elements first\n\n");
            site.close();
            String rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(rest.matches("retry: \\d+\n\n"), rest);
        }
    }

    private static String readUntil(InputStream in, String text) throws IOException {
        StringBuilder taken = new StringBuilder();
        byte[] buffer = new byte[1 << 16];
        while (taken.indexOf(text, Math.max(0, taken.length() - buffer.length - text.length())) < 0) {
            int read = in.read(buffer);
            assertTrue(read > 0, "the stream ended before " + text);
            taken.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        }
        return taken.toString();
    }
}
