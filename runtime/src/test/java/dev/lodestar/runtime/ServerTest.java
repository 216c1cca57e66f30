package dev.lodestar.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.BadInput;
import dev.lodestar.Config;
import dev.lodestar.Html;
import dev.lodestar.Reply;
import dev.lodestar.runtime.asset.TableBytes;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServerTest {
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger renderings = new AtomicInteger();

    private void counter(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> {
                    renderings.incrementAndGet();
                    out.html(Html.raw("<output>\n" + count.get() + "</output>\n"));
                })
                .action("/a/inc", request -> {
                    count.incrementAndGet();
                    return Reply.changed();
                });
    }

    @Test
    void everyOpenStreamSeesAnActionsChange() throws Exception {
        try (RunningSite site = RunningSite.start(this::counter);
                OpenStream one = site.stream("/?&live");
                OpenStream two = site.stream("/?&live")) {
            assertEquals("""
                    event: datastar-patch-elements
                    data: selector #lodestar
                    data: mode inner
                    data: elements <output>
                    data: elements 0</output>
                    """, one.next());
            two.await("0</output>");
            assertEquals(204, site.post("/a/inc", "{}").statusCode());
            one.await("1</output>");
            two.await("1</output>");
            assertEquals(2, renderings.get(), "one rendering serves both");
        }
    }

    @Test
    void streamNamesItsPageAndHeartbeatInterval() throws Exception {
        try (RunningSite site = RunningSite.start(this::counter);
                OpenStream stream = site.stream("/")) {
            HttpResponse<?> head = stream.response();
            assertEquals(
                    "15000", head.headers().firstValue("Lodestar-Heartbeat").orElse(""));
            assertTrue(
                    head.headers().firstValue("Lodestar-Page").orElse("").matches("[0-9a-f]+"),
                    () -> head.headers().toString());
        }
    }

    @Test
    void streamTellsProxiesNotToBuffer() throws Exception {
        try (RunningSite site = RunningSite.start(this::counter);
                OpenStream stream = site.stream("/")) {
            HttpResponse<?> head = stream.response();
            assertEquals(200, head.statusCode());
            assertEquals(
                    "text/event-stream",
                    head.headers().firstValue("Content-Type").orElse(""));
            assertEquals(
                    "no-store, no-transform",
                    head.headers().firstValue("Cache-Control").orElse(""));
            assertEquals("no", head.headers().firstValue("X-Accel-Buffering").orElse(""));
            assertEquals(
                    "nosniff",
                    head.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertTrue(head.headers().firstValue("Set-Cookie").isEmpty());
        }
    }

    @Test
    void feedsByQueryAreSharedByEqualQueries() throws Exception {
        try (RunningSite site = RunningSite.start((routes, server) -> routes.view("/", Scope.query("room"), request -> {
                    String room = request.query().string("room");
                    return out -> {
                        renderings.incrementAndGet();
                        out.text(room + count.get());
                    };
                }));
                OpenStream red = site.stream("/?room=red&live");
                OpenStream redToo = site.stream("/?live&room=red");
                OpenStream blue = site.stream("/?room=blue")) {
            red.await("red0");
            redToo.await("red0");
            blue.await("blue0");
            assertEquals(2, renderings.get());
            assertEquals(400, site.post("/", "{}").statusCode());
        }
    }

    @Test
    void feedsByConnectionAreNotShared() throws Exception {
        try (RunningSite site = RunningSite.start((routes, server) -> routes.view(
                        "/",
                        Scope.connection(),
                        request -> out -> out.text(request.session().id())));
                OpenStream one = site.stream("/");
                OpenStream two = site.stream("/")) {
            String first = one.next();
            assertNotEquals(first, two.next());
            // The session that the rendering shows is the one that the browser received.
            String cookie = one.response().headers().firstValue("Set-Cookie").orElse("none");
            assertTrue(first.contains(cookie.substring("lodestar=".length(), cookie.indexOf(';'))), first);
        }
    }

    @Test
    void pageGivesASession() throws Exception {
        try (RunningSite site = RunningSite.start(this::counter)) {
            String cookie = site.get("/").headers().firstValue("Set-Cookie").orElse("none");
            assertTrue(cookie.startsWith("lodestar="), cookie);
            var again = site.send(site.to("/").header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
            assertTrue(again.headers().firstValue("Set-Cookie").isEmpty());
        }
    }

    @Test
    void aThousandRefreshesMakeFewFramesAndShowTheLastState() throws Exception {
        try (RunningSite site = RunningSite.start(this::counter);
                OpenStream stream = site.stream("/")) {
            stream.await("0</output>");
            long start = System.nanoTime();
            for (int i = 1; i <= 1000; i++) {
                count.set(i);
                site.server().hub().refresh();
            }
            stream.await("1000</output>");
            long frames = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 16 + 2;
            assertTrue(renderings.get() <= frames + 1, renderings.get() + " renderings for " + frames + " frames");
        }
    }

    @Test
    void slowViewDelaysNoOther() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        try (RunningSite site = RunningSite.start((routes, server) -> {
                    counter(routes, server);
                    routes.view("/slow", Scope.everybody(), request -> out -> {
                        slow.await();
                        out.text("at last");
                    });
                });
                OpenStream waiting = site.stream("/slow");
                OpenStream stream = site.stream("/")) {
            stream.await("0</output>");
            site.post("/a/inc", "");
            stream.await("1</output>");
            assertEquals(0, waiting.waiting());
            slow.countDown();
            waiting.await("at last");
        }
    }

    @Test
    void failingViewKeepsItsStreamOpen() throws Exception {
        try (RunningSite site = RunningSite.start((routes, server) -> routes.view(
                                "/", Scope.everybody(), request -> out -> out.text("half " + 1 / count.get()))
                        .view("/other", Scope.everybody(), request -> {
                            throw new IllegalStateException("secret");
                        }));
                OpenStream stream = site.stream("/")) {
            assertEquals(200, stream.response().statusCode());
            count.set(1);
            site.server().hub().refresh("/");
            stream.await("half 1");
            HttpResponse<String> refused = site.post("/other", "");
            assertEquals(500, refused.statusCode());
            assertTrue(refused.body().startsWith("Something went wrong on the server. (Request "), refused.body());
        }
    }

    @Test
    void viewCanRefuseARequestWhileRendering() throws Exception {
        try (RunningSite site =
                RunningSite.start((routes, server) -> routes.view("/", Scope.query("room"), request -> out -> {
                    throw new BadInput("There is no such room.");
                }))) {
            HttpResponse<String> refused = site.post("/?room=x", "{}");
            assertEquals(400, refused.statusCode());
            assertEquals("There is no such room.", refused.body());
            assertEquals(400, site.post("/?room=x", "{}").statusCode());
            Await.until(() -> site.server().hub().watching() == 0);
        }
    }

    @Test
    void silentStreamsGetHeartbeats() throws Exception {
        try (RunningSite site =
                        RunningSite.start(Config.defaults().withHeartbeat(Duration.ofMillis(100)), this::counter);
                OpenStream stream = site.stream("/")) {
            stream.await("0</output>");
            stream.await("datastar-heartbeat");
            stream.await("datastar-heartbeat");
            site.post("/a/inc", "");
            stream.await("1</output>");
        }
    }

    @Test
    void clocksRefreshWhatTheyChange() throws Exception {
        AtomicBoolean watched = new AtomicBoolean();
        AtomicInteger idle = new AtomicInteger();
        try (RunningSite site = RunningSite.start((routes, server) -> {
                    counter(routes, server);
                    routes.every(
                            Duration.ofMillis(20),
                            () -> {
                                if (watched.get() && count.get() < 3) {
                                    count.incrementAndGet();
                                    return true;
                                }
                                idle.incrementAndGet();
                                return false;
                            },
                            "/");
                });
                OpenStream stream = site.stream("/")) {
            stream.await("0</output>");
            watched.set(true);
            stream.await("3</output>");
            int then = idle.get();
            Await.until(() -> idle.get() > then + 3);
            // The later runs report no change, and nothing is sent.
            assertEquals(0, stream.waiting());
        }
    }

    @Test
    void hubCountsOpenStreams() throws Exception {
        try (RunningSite site = RunningSite.start((routes, server) -> routes.view(
                        "/",
                        Scope.everybody(),
                        request -> out -> out.text("watching " + server.hub().watching("/"))));
                OpenStream one = site.stream("/")) {
            one.await("watching 1");
            try (OpenStream two = site.stream("/")) {
                one.await("watching 2");
                two.await("watching 2");
            }
            one.await("watching 1");
        }
    }

    @Test
    void hubCountsTheStreamsOfAQuery() throws Exception {
        try (RunningSite site = RunningSite.start((routes, server) -> routes.view("/", Scope.query("room"), request -> {
                    String room = request.query().string("room");
                    return out -> out.text(room + " has " + server.hub().watching("/", room));
                }));
                OpenStream red = site.stream("/?room=red");
                OpenStream blue = site.stream("/?room=blue&live")) {
            red.await("red has 1");
            try (OpenStream second = site.stream("/?live&room=red")) {
                red.await("red has 2");
                second.await("red has 2");
            }
            red.await("red has 1");
            blue.await("blue has 1");
            assertEquals(0, site.server().hub().watching("/", "green"));
        }
    }

    @Test
    void serverStartsOnceAndClosesTwice() {
        RouteTable routes = RouteTable.over(new TableBytes().read()).build();
        Server server = Server.create(Config.defaults().withPort(0));
        assertEquals(0, server.port());
        assertSame(server, server.start(routes));
        assertEquals("http://127.0.0.1:" + server.port() + "/", server.uri().toString());
        assertThrows(IllegalStateException.class, () -> server.start(routes));
        server.close();
        server.close();
        assertThrows(IllegalStateException.class, () -> server.start(routes));
    }

    @Test
    void takenPortIsExplained() {
        RouteTable routes = RouteTable.over(new TableBytes().read()).build();
        try (Server first = Server.create(Config.defaults().withPort(0)).start(routes)) {
            Server second = Server.create(Config.defaults().withPort(first.port()));
            String message = assertThrows(StartException.class, () -> second.start(routes))
                    .getMessage();
            assertEquals(
                    "The port " + first.port()
                            + " is in use: end the program that listens there, or choose another port"
                            + " with --port N or the variable PORT.",
                    message);
        }
    }

    @Test
    void invalidHostIsExplained() {
        RouteTable routes = RouteTable.over(new TableBytes().read()).build();
        Map<String, String> faults = Map.of(
                "nowhere.invalid", "The host nowhere.invalid is unknown; ",
                "203.0.113.7", "The host 203.0.113.7 is not an interface of this machine; ");
        faults.forEach((host, fault) -> {
            Server server =
                    Server.create(Config.defaults().withPort(0).withHost(host).withAllowedHosts(Set.of(host)));
            String message = assertThrows(StartException.class, () -> server.start(routes))
                    .getMessage();
            assertTrue(message.startsWith(fault), message);
        });
    }
}
