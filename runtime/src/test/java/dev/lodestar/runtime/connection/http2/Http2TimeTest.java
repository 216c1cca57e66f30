package dev.lodestar.runtime.connection.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.Reply;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import dev.lodestar.runtime.tls.Certificates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a connection of HTTP/2 may take for what. */
class Http2TimeTest {
    private static final int NO_ERROR = 0;

    /** A setting that the server sends first. Its acknowledgement must not come in the middle of a frame. */
    private static final int MAX_CONCURRENT_STREAMS = 3;

    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir
    private static Path folder;

    private final CountDownLatch slow = new CountDownLatch(1);
    private volatile String state = "first";

    private void routes(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> out.text(state));
        routes.action("/a/slow", request -> {
            slow.await();
            return Reply.error(418, "slow");
        });
    }

    private RunningSite site(Limits limits) throws Exception {
        return RunningSite.start(
                Config.defaults().withLimits(limits).withTls(Certificates.write(folder, "EC")), this::routes);
    }

    private RunningSite hurried() throws Exception {
        return site(Limits.defaults().withRequestTime(SHORT));
    }

    private RunningSite impatient() throws Exception {
        return site(Limits.defaults().withIdleTime(SHORT));
    }

    @Test
    void endlessHeadIsCutOffHoweverOftenAPieceArrives() throws Exception {
        try (RunningSite site = hurried();
                Http2Socket slowly = new Http2Socket(site.http2())) {
            slowly.awaitSetting(MAX_CONCURRENT_STREAMS);
            byte[] head = HeaderBlock.of("POST", "/").bytes();
            slowly.frame(Http2Socket.HEADERS, Http2Socket.END_STREAM, 1, Arrays.copyOf(head, 10));
            // Until the server has closed the connection: fewer frames than any budget.
            Thread drip = new Thread(() -> drip(slowly));
            drip.start();
            slowly.awaitCutOff(NO_ERROR);
            drip.interrupt();
            drip.join();
        }
    }

    private static void drip(Http2Socket slowly) {
        try {
            for (int i = 0; i < 100; i++) {
                slowly.frame(Http2Socket.CONTINUATION, 0, 1);
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // As expected.
        }
    }

    @Test
    void endlessFrameIsCutOff() throws Exception {
        byte[][] frames = {
            Http2Socket.bytes(
                    Http2Socket.HEADERS, 5, 1, HeaderBlock.of("POST", "/").bytes()),
            Http2Socket.bytes(Http2Socket.PING, 0, 0, new byte[8]),
            Http2Socket.bytes(0x42, 0, 0, new byte[100])
        };
        try (RunningSite site = hurried()) {
            for (byte[] frame : frames) {
                for (int length : new int[] {1, frame.length - 1}) {
                    try (Http2Socket slowly = new Http2Socket(site.http2())) {
                        slowly.awaitSetting(MAX_CONCURRENT_STREAMS);
                        slowly.send(Arrays.copyOf(frame, length));
                        slowly.awaitCutOff(NO_ERROR);
                    }
                }
            }
        }
    }

    @Test
    void openStreamIsNeitherSlowNorIdle() throws Exception {
        Limits limits = Limits.defaults().withRequestTime(SHORT).withIdleTime(SHORT);
        try (RunningSite site = site(limits);
                Http2Socket browser = new Http2Socket(site.http2())) {
            int stream = browser.post("/");
            browser.await(stream, "first");
            for (int i = 0; i < 2; i++) {
                awaitIdle(site);
            }
            assertEquals(1, site.server().hub().watching());
            state = "second";
            site.server().hub().refresh();
            browser.await(stream, "second");
        }
    }

    /** Waits until an idle connection is closed, however long that takes. */
    private static void awaitIdle(RunningSite site) throws Exception {
        try (Http2Socket idle = new Http2Socket(site.http2())) {
            assertEquals(NO_ERROR, idle.awaitGoAway());
        }
    }

    @Test
    void requestThatIsBeingAnsweredIsNotIdle() throws Exception {
        try (RunningSite site = impatient();
                Http2Socket browser = new Http2Socket(site.http2())) {
            int action = browser.post("/a/slow");
            for (int i = 0; i < 2; i++) {
                awaitIdle(site);
            }
            slow.countDown();
            browser.await(action, "slow");
        }
    }

    private interface Request {
        void end(Http2Socket browser) throws IOException;
    }

    private static void assertIdleAfter(RunningSite site, Request request) throws Exception {
        try (Http2Socket browser = new Http2Socket(site.http2())) {
            request.end(browser);
            assertEquals(NO_ERROR, browser.awaitGoAway());
        }
        Await.until(() -> site.connections() == 0);
    }

    @Test
    void connectionIsIdleWhenItsLastRequestHasEndedInAnyWay() throws Exception {
        try (RunningSite site = impatient()) {
            assertIdleAfter(
                    site,
                    browser -> browser.awaitEnd(browser.open(Http2Socket.END_STREAM, HeaderBlock.of("GET", "/"))));
            assertIdleAfter(site, browser -> {
                int stream = browser.post("/");
                browser.await(stream, "first");
                browser.reset(stream);
            });
            // Answered before its body has arrived, which the server does not wait for.
            assertIdleAfter(site, browser -> {
                int early = browser.open(0, HeaderBlock.of("POST", "/nothing"));
                browser.await(early, "There is nothing at this address.");
                browser.awaitReset(early);
            });
        }
    }

    @Test
    void framesWithoutARequestDoNotKeepAConnectionOpen() throws Exception {
        try (RunningSite site = impatient();
                Http2Socket browser = new Http2Socket(site.http2())) {
            Thread pings = new Thread(() -> ping(browser));
            pings.setDaemon(true);
            pings.start();
            browser.awaitCutOff(NO_ERROR);
            Await.until(() -> site.connections() == 0);
        }
    }

    private static void ping(Http2Socket browser) {
        try {
            for (int i = 0; i < 400; i++) {
                browser.frame(Http2Socket.PING, 0, 0, new byte[8]);
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // As expected.
        }
    }
}
