package dev.lodestar.runtime.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.BadInput;
import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.Request;
import dev.lodestar.runtime.OpenStream;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // Hanging up before the end is what these tests are about.
class PresenceTest {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final AtomicInteger state = new AtomicInteger();

    /** Views that report who came and went. The one at {@code /slow} sends more than a socket takes. */
    private void views(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> out.text("state " + state))
                .view("/other", Scope.everybody(), request -> out -> out.text("other " + state))
                .view("/slow", Scope.everybody(), request -> out -> out.raw(new byte[4_000_000]))
                .connected(List.of("/", "/slow"), request -> () -> told.add("came " + who(request)))
                .disconnected(List.of("/", "/slow"), request -> {
                    String who = who(request);
                    return () -> told.add("went " + who + ", " + server.hub().watching() + " left");
                });
    }

    private static String who(Request request) {
        return request.query().string("who");
    }

    private static Socket opened(RunningSite site, String target) throws IOException {
        Socket socket = new Socket();
        // A small window, so that the server soon has to wait for the reader.
        socket.setReceiveBufferSize(8192);
        socket.connect(new InetSocketAddress("127.0.0.1", site.server().port()));
        String request = "POST " + target
                + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private String next() throws InterruptedException {
        return String.valueOf(told.poll(10, TimeUnit.SECONDS));
    }

    private String withinASecond() throws InterruptedException {
        return String.valueOf(told.poll(1, TimeUnit.SECONDS));
    }

    @Test
    void eachStreamIsReportedOnceAndWithinASecondHoweverItEnds() throws Exception {
        try (RunningSite site = RunningSite.start(this::views)) {
            Socket closes = opened(site, "/?who=closes");
            assertEquals("came closes", next());
            Socket halfCloses = opened(site, "/?who=halfCloses");
            assertEquals("came halfCloses", next());
            Socket resets = opened(site, "/?who=resets");
            assertEquals("came resets", next());
            try (OpenStream unnoticed = site.stream("/other")) {
                unnoticed.await("other");
                closes.close();
                assertEquals("went closes, 3 left", withinASecond());
                halfCloses.shutdownOutput();
                assertEquals("went halfCloses, 2 left", withinASecond());
            }
            resets.setSoLinger(true, 0);
            resets.close();
            assertTrue(withinASecond().startsWith("went resets, "));
            halfCloses.close();
            try (OpenStream last = site.stream("/?who=last")) {
                last.await("state");
                assertEquals("came last", next());
            }
            assertEquals("went last, 0 left", withinASecond());
        }
        assertNull(told.poll());
    }

    @Test
    void stalledStreamHasEnded() throws Exception {
        try (RunningSite site = RunningSite.start(
                        Config.defaults().withLimits(Limits.defaults().withStallTime(Duration.ofMillis(300))),
                        this::views);
                Socket stuck = opened(site, "/slow?who=stuck")) {
            assertEquals("came stuck", next());
            assertEquals("went stuck, 0 left", next());
        }
    }

    @Test
    void endIsReportedAfterTheCallbacksOfTheOpening() throws Exception {
        var running = new CountDownLatch(1);
        try (RunningSite site = RunningSite.start((routes, server) -> routes.view(
                        "/", Scope.everybody(), request -> out -> out.text("shown"))
                .connected(List.of(), request -> () -> {
                    running.countDown();
                    mayGoOn.await();
                    return told.add("came");
                })
                .connected(List.of(), request -> () -> told.add("and came"))
                .disconnected(List.of(), request -> () -> told.add("went")))) {
            try (OpenStream stream = site.stream("/")) {
                // The page does not wait for the callback.
                stream.await("shown");
                running.await();
            }
            while (site.server().hub().watching() > 0) {
                Thread.onSpinWait();
            }
            assertNull(told.poll());
            mayGoOn.countDown();
            assertEquals(List.of("came", "and came", "went"), List.of(next(), next(), next()));
        }
    }

    @Test
    void refusedStreamIsNotReported() throws Exception {
        try (RunningSite site = RunningSite.start((routes, server) -> {
            routes.view("/", Scope.everybody(), request -> out -> {
                throw new BadInput("Not here.");
            });
            routes.view("/other", Scope.everybody(), request -> out -> out.text("other"))
                    .connected(List.of("/"), request -> () -> told.add("came"))
                    .disconnected(List.of(), request -> {
                        String who = request.query().string("who");
                        return () -> told.add("went " + who);
                    });
        })) {
            assertEquals("Not here.", site.post("/?who=a", "").body());
            // A callback needs more from the request than the view does.
            assertEquals(400, site.post("/other", "").statusCode());
            try (OpenStream stream = site.stream("/other?who=b")) {
                stream.await("other");
            }
            assertEquals("went b", next());
        }
        assertNull(told.poll());
    }

    @Test
    void failureIsLoggedOnceAndAffectsNothingElse() throws Exception {
        PrintStream usual = System.err;
        var log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true));
        try (RunningSite site = RunningSite.start((routes, server) -> routes.view(
                        "/", Scope.everybody(), request -> out -> out.text("state " + state))
                .connected(List.of(), request -> () -> {
                    state.incrementAndGet();
                    throw new AssertionError("as the test wants it");
                })
                .connected(List.of(), request -> () -> told.add("came"))
                .disconnected(List.of(), request -> () -> told.add("went")))) {
            try (OpenStream stream = site.stream("/")) {
                // The callback may have changed something before it failed.
                stream.await("state 1");
                assertEquals("came", next());
            }
            assertEquals("went", next());
        } finally {
            System.setErr(usual);
        }
        assertEquals(2, log.toString().split("as the test wants it", -1).length, log.toString());
    }

    @Test
    void viewsAreRefreshedUnlessACallbackReportsNoChange() throws Exception {
        try (RunningSite site = RunningSite.start((routes, server) -> routes.view(
                        "/", Scope.everybody(), request -> out -> out.text("state " + state))
                .view("/other", Scope.everybody(), request -> out -> out.text("other " + state))
                .connected(
                        List.of("/other"),
                        request -> {
                            boolean tells = request.query().bool("tells");
                            return () -> {
                                told.add("state " + state.incrementAndGet());
                                return tells;
                            };
                        },
                        "/"))) {
            try (OpenStream seen = site.stream("/")) {
                seen.await("state 0");
                try (OpenStream silent = site.stream("/other?tells=false")) {
                    silent.await("other");
                    assertEquals("state 1", next());
                }
                try (OpenStream telling = site.stream("/other?tells=true")) {
                    assertTrue(telling.await("other").contains("other 1"));
                    assertEquals("state 2", next());
                    assertTrue(seen.next().contains("state 2"));
                    assertEquals(0, telling.waiting());
                }
            }
        }
    }

    @Test
    void callbackHasTheSessionOfTheBrowserAndDoesNotRunOnAnIoThread() throws Exception {
        try (RunningSite site = RunningSite.start((routes, server) -> routes.view(
                        "/", Scope.everybody(), request -> out -> out.text("shown"))
                .connected(List.of("/"), request -> () -> {
                    request.session().set("came", Thread.currentThread().toString());
                    return told.add(request.session().id());
                })
                .disconnected(
                        List.of("/"),
                        request -> () -> told.add(request.session().get("came").orElse("lost its session"))))) {
            String id;
            try (OpenStream stream = site.stream("/")) {
                String cookie =
                        stream.response().headers().firstValue("set-cookie").orElse("none");
                id = next();
                assertTrue(cookie.startsWith("lodestar=" + id + ";"), cookie);
            }
            String thread = next();
            assertFalse(thread.contains("I/O") || thread.contains("session"), thread);
        }
    }

    @Test
    void closingServerReportsAllEndsBeforeItClosesItsObjects() throws Exception {
        RunningSite site =
                RunningSite.start(Config.defaults().withShutdownGrace(Duration.ofMillis(500)), (routes, server) -> {
                    views(routes, server);
                    server.closing((AutoCloseable) () -> told.add("closed"));
                    routes.disconnected(List.of("/"), request -> () -> {
                        mayGoOn.await();
                        return told.add("thought about it");
                    });
                });
        try (OpenStream stream = site.stream("/?who=reader");
                Socket stuck = opened(site, "/slow?who=stuck")) {
            stream.await("state");
            assertNotNull(told.poll(10, TimeUnit.SECONDS));
            assertNotNull(told.poll(10, TimeUnit.SECONDS));
            var closing = CompletableFuture.runAsync(site::close);
            assertTrue(next().startsWith("went reader"));
            mayGoOn.countDown();
            assertEquals("thought about it", next());
            // It takes no bytes, so it is dropped when the grace period is over.
            assertEquals("went stuck, 0 left", next());
            assertEquals("closed", next());
            closing.get(10, TimeUnit.SECONDS);
        }
    }
}
