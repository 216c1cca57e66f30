package dev.lodestar.runtime.connection.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.Reply;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import dev.lodestar.runtime.tls.Certificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that speak HTTP/2 well enough to do harm. Each costs the server no more than its connection. */
class Http2AbuseTest {
    private static final int PROTOCOL_ERROR = 1;
    private static final int ENHANCE_YOUR_CALM = 11;
    private static final int MAX_CONCURRENT_STREAMS = 3;

    @TempDir
    private Path folder;

    private RunningSite site;

    private final CountDownLatch slow = new CountDownLatch(1);
    private final AtomicInteger opened = new AtomicInteger();

    private void page(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> {
            opened.incrementAndGet();
            return out -> out.text("first");
        });
        routes.action("/a/slow", request -> {
            slow.await();
            return Reply.error(418, "slow");
        });
    }

    @BeforeEach
    void start() throws Exception {
        Limits limits = Limits.defaults().withStreamsPerSession(6).withActionBurst(4);
        site = RunningSite.start(
                Config.defaults().withLimits(limits).withTls(Certificates.write(folder, "EC")), this::page);
    }

    /** Whatever happened, others are served, and nothing is left of the connection. */
    @AfterEach
    void othersAreServed() throws Exception {
        try (RunningSite closed = site) {
            assertEquals(200, closed.get("/healthz").statusCode());
            Await.until(() -> closed.server().hub().watching() == 0);
        }
    }

    @Test
    void requestsAboveTheAnnouncedLimitAreRefusedAlone() throws Exception {
        try (Http2Socket browser = new Http2Socket(site.http2())) {
            // The sum of a session's streams and its burst of actions.
            for (int i = 0; i < 6; i++) {
                browser.await(browser.post("/"), "first");
            }
            int action = 0;
            for (int i = 0; i < 4; i++) {
                action = browser.post("/a/slow");
            }
            assertEquals(10, browser.awaitSetting(MAX_CONCURRENT_STREAMS));
            browser.await(browser.post("/"), "At most 10 requests at once are served.");
            assertEquals(6, site.server().hub().watching());
            slow.countDown();
            browser.await(action, "slow");
            browser.reset(1);
            Await.until(() -> site.server().hub().watching() == 5);
            browser.await(browser.post("/"), "first");
        }
    }

    @Test
    void rapidResetsEndTheConnection() throws Exception {
        try (Http2Socket attacker = new Http2Socket(site.http2())) {
            for (int i = 0; i < 11; i++) {
                attacker.reset(attacker.post("/"));
            }
            assertEquals(ENHANCE_YOUR_CALM, attacker.awaitGoAway());
        }
    }

    @Test
    void nothingIsOpenedForRequestsAfterThoseThatEndTheConnection() throws Exception {
        try (Http2Socket attacker = new Http2Socket(site.http2())) {
            assertThrows(IOException.class, () -> {
                for (int i = 0; i < 1_000_000; i++) {
                    attacker.reset(attacker.post("/"));
                }
            });
        }
        assertTrue(opened.get() <= 11, opened + " were opened");
    }

    @Test
    void endlessHeadersAreNotBuffered() throws Exception {
        try (Http2Socket attacker = new Http2Socket(site.http2())) {
            attacker.frame(Http2Socket.HEADERS, 0, 1, header("x", 100));
            assertThrows(IOException.class, () -> {
                for (int i = 0; i < 1_000_000; i++) {
                    attacker.frame(Http2Socket.CONTINUATION, 0, 1, header("x", 100));
                }
            });
        }
    }

    @Test
    void headersThatGrowWhenDecodedAreRefused() throws Exception {
        try (Http2Socket attacker = new Http2Socket(site.http2())) {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            head.writeBytes(new byte[] {(byte) 0x83, (byte) 0x87, 0x04, 1, '/'});
            // A header of 100 bytes that is indexed, then one byte per repetition.
            byte[] remembered = header("x", 100);
            remembered[0] = 0x40;
            head.writeBytes(remembered);
            for (int i = 0; i < 10_000; i++) {
                head.write(0x80 | 62);
            }
            attacker.frame(
                    Http2Socket.HEADERS, Http2Socket.END_HEADERS | Http2Socket.END_STREAM, 1, head.toByteArray());
            assertEquals(PROTOCOL_ERROR, attacker.awaitGoAway());
        }
    }

    /** A field that is not indexed, in HPACK (RFC 7541, 6.2.2). */
    private static byte[] header(String name, int bytes) {
        ByteArrayOutputStream field = new ByteArrayOutputStream();
        field.write(0);
        field.write(name.length());
        field.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        field.write(bytes);
        field.writeBytes("y".repeat(bytes).getBytes(StandardCharsets.US_ASCII));
        return field.toByteArray();
    }
}
