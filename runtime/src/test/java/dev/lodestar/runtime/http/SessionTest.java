package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.Refused;
import dev.lodestar.Reply;
import dev.lodestar.Request;
import dev.lodestar.Session;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.OpenStream;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import dev.lodestar.runtime.store.RetainedMedium;
import dev.lodestar.runtime.store.Stores;
import dev.lodestar.runtime.tls.Certificates;
import dev.lodestar.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
    private volatile boolean open = true;

    /** A page for users who are logged in, and one that is open to everybody until it is closed. */
    private void shop(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.connection(), request -> out -> out.text("Hello " + user(request.session())))
                .view("/other", Scope.everybody(), request -> out -> {
                    if (!open) {
                        throw new Refused(Reply.error(403, "The shop is closed."));
                    }
                    out.text("Welcome");
                })
                .action("/a/login", request -> {
                    request.session().renew();
                    request.session().set("user", request.query().string("user"));
                    return Reply.changed();
                })
                .action("/a/fail", request -> {
                    request.session().renew();
                    throw new IllegalStateException("after a new id");
                })
                .action("/a/logout", request -> {
                    request.session().end();
                    return Reply.redirect("/login");
                })
                .action("/a/order", SessionTest::order);
    }

    private static String user(Session session) {
        return session.get("user").orElseThrow(() -> new Refused(Reply.redirect("/login")));
    }

    private static Reply order(Request request) {
        if (!user(request.session()).equals("Ann")) {
            throw new Refused(Reply.error(403, "Only Ann orders."));
        }
        return Reply.changed();
    }

    private static HttpRequest.Builder of(HttpRequest.Builder request, String cookie) {
        return request.header("Cookie", cookie);
    }

    private static HttpResponse<String> post(RunningSite site, String path, String cookie) throws Exception {
        return site.send(of(site.to(path), cookie).POST(BodyPublishers.noBody()));
    }

    private static OpenStream stream(RunningSite site, String path, String cookie) throws Exception {
        return site.stream(of(site.to(path), cookie).header("Datastar-Request", "true"));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    /** The cookie that a response sets. */
    private static String cookie(HttpResponse<?> response) {
        String set = header(response, "Set-Cookie");
        assertTrue(set.matches("lodestar=[A-Za-z0-9_-]{22}; Path=/; Max-Age=\\d+; HttpOnly; SameSite=Lax"), set);
        return set.substring(0, set.indexOf(';'));
    }

    @Test
    void pageBringsASessionThatTheLoginReplacesAndTheLogoutEnds() throws Exception {
        try (RunningSite site = RunningSite.start(this::shop)) {
            HttpResponse<String> page = site.get("/");
            String visitor = cookie(page);
            assertEquals("private, no-cache", header(page, "Cache-Control"));
            assertEquals("none", header(site.send(site.to("/").header("Cookie", visitor)), "Set-Cookie"));

            try (OpenStream own = stream(site, "/other", visitor);
                    OpenStream others = site.stream("/other")) {
                own.await("Welcome");
                others.await("Welcome");
                String customer = cookie(post(site, "/a/login?user=Ann", visitor));
                assertNotEquals(visitor, customer);
                assertTrue(own.endsInOrder(), "someone who knew the old id sees nothing more");
                HttpResponse<String> tooEarly = post(site, "/", visitor);
                assertEquals(503, tooEarly.statusCode());
                assertEquals("none", header(tooEarly, "Set-Cookie"));

                try (OpenStream again = stream(site, "/", customer)) {
                    again.await("Hello Ann");
                    assertEquals(204, post(site, "/a/order", customer).statusCode());
                    assertEquals("/login", header(post(site, "/a/order", visitor), "Location"));
                    HttpResponse<String> logout = post(site, "/a/logout", customer);
                    assertTrue(again.endsInOrder());
                    assertEquals("/login", header(post(site, "/a/order", cookie(logout)), "Location"));
                    assertEquals("/login", header(post(site, "/a/order", customer), "Location"));
                }
                assertEquals(0, others.waiting());
            }
        }
    }

    /** As browsers send cookies over HTTP/2: each in a field of its own, in the order of creation. */
    @Test
    void loginIsFoundBesideOtherCookiesInWhateverFieldItComes(@TempDir Path folder) throws Exception {
        Config tls = Config.defaults().withTls(Certificates.write(folder, "EC"));
        try (RunningSite site = RunningSite.start(tls, this::shop)) {
            HttpClient http2 = site.client(HttpClient.Version.HTTP_2);
            String set = header(site.post("/a/login?user=Ann", ""), "Set-Cookie");
            String login = set.substring(0, set.indexOf(';'));
            for (List<String> cookies : List.of(
                    List.of(login), List.of("a=b", login), List.of(login, "a=b"), List.of("a=b; c=d", login, "e"))) {
                HttpRequest.Builder order = site.to("/a/order").POST(BodyPublishers.noBody());
                HttpRequest.Builder page = site.to("/").GET();
                cookies.forEach(cookie -> {
                    order.header("Cookie", cookie);
                    page.header("Cookie", cookie);
                });
                HttpResponse<String> ordered = http2.send(order.build(), BodyHandlers.ofString());
                assertEquals(HttpClient.Version.HTTP_2, ordered.version());
                assertEquals(204, ordered.statusCode(), cookies + " " + ordered.body());
                HttpResponse<String> shown = http2.send(page.build(), BodyHandlers.ofString());
                assertEquals("none", header(shown, "Set-Cookie"), cookies.toString());
            }
        }
    }

    @Test
    void cookieIsForThisHostAloneUnderTls(@TempDir Path folder) throws Exception {
        Config tls = Config.defaults().withTls(Certificates.write(folder, "EC"));
        try (RunningSite site = RunningSite.start(tls, this::shop)) {
            String set = header(site.get("/"), "Set-Cookie");
            assertTrue(set.matches("__Host-lodestar=.{22}; Path=/; Max-Age=\\d+; HttpOnly; Secure; SameSite=Lax"), set);
            String cookie = set.substring(0, set.indexOf(';'));
            assertEquals("none", header(site.send(site.to("/").header("Cookie", cookie)), "Set-Cookie"));
            String planted = cookie.replace("__Host-", "");
            assertNotEquals("none", header(site.send(site.to("/").header("Cookie", planted)), "Set-Cookie"));
        }
    }

    @Test
    void browserGetsItsNewIdThoughTheActionFails() throws Exception {
        try (RunningSite site = RunningSite.start(this::shop)) {
            HttpResponse<String> failed = post(site, "/a/fail", cookie(site.get("/")));
            assertEquals(500, failed.statusCode());
            cookie(failed);
        }
    }

    @Test
    void sessionWithAStreamIsNotOverWhenItsTimeIs() throws Exception {
        Duration time = Duration.ofMillis(300);
        Config config = Config.defaults()
                .withLimits(Limits.defaults().withSessionTime(time).withSessions(1));
        try (RunningSite site = RunningSite.start(config, this::shop)) {
            String ann = cookie(post(site, "/a/login?user=Ann", cookie(site.get("/"))));
            long since = System.nanoTime();
            try (OpenStream stream = stream(site, "/", ann)) {
                stream.await("Hello Ann");
                Await.until(() -> System.nanoTime() - since > time.toNanos() * 2);
                assertEquals(204, post(site, "/a/order", ann).statusCode());
                cookie(post(site, "/a/login?user=Bob", "lodestar=aaaaaaaaaaaaaaaaaaaaaa"));
                assertEquals(204, post(site, "/a/order", ann).statusCode());
            }
            Await.until(() -> site.server().hub().watching() == 0);
            cookie(post(site, "/a/login?user=Cid", "lodestar=bbbbbbbbbbbbbbbbbbbbbb"));
            assertEquals("/login", header(post(site, "/a/order", ann), "Location"));
        }
    }

    @Test
    void storedSessionsOutliveTheServer() throws Exception {
        RetainedMedium disk = new RetainedMedium();
        String ann;
        try (RunningSite site = stored(disk)) {
            ann = cookie(post(site, "/a/login?user=Ann", cookie(site.get("/"))));
        }
        try (RunningSite site = stored(disk)) {
            assertEquals(204, post(site, "/a/order", ann).statusCode());
        }
    }

    private RunningSite stored(RetainedMedium disk) {
        return RunningSite.start((routes, server) -> {
            Store store = server.closing(Stores.over(disk));
            server.keepSessions(store);
            shop(routes, server);
        });
    }

    @Test
    void refusalsAnswerAndAreNotLogged() throws Exception {
        PrintStream console = System.err;
        var log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true));
        try (RunningSite site = RunningSite.start(this::shop)) {
            String bob = cookie(post(site, "/a/login?user=Bob", cookie(site.get("/"))));
            HttpResponse<String> action = post(site, "/a/order", bob);
            assertEquals(403, action.statusCode());
            assertEquals("Only Ann orders.", action.body());

            // A page is redirected by a script, not in a stream, which it would reopen meanwhile.
            HttpResponse<String> page =
                    site.send(site.to("/").header("Datastar-Request", "true").POST(BodyPublishers.noBody()));
            assertEquals(200, page.statusCode());
            assertEquals("text/html; charset=utf-8", header(page, "Content-Type"));
            assertEquals("append", header(page, "datastar-mode"));
            String url = page.body().replaceAll("^<script src=\"(.*)\"></script>$", "$1");
            assertTrue(site.get(url).body().endsWith("window.location.replace(\"/login\")"));
            HttpResponse<String> program = site.send(site.to("/").POST(BodyPublishers.noBody()));
            assertEquals(303, program.statusCode());
            assertEquals("/login", header(program, "Location"));

            try (OpenStream one = site.stream("/other");
                    OpenStream two = site.stream("/other", "gzip")) {
                one.await("Welcome");
                two.await("Welcome");
                open = false;
                site.server().hub().refresh("/other");
                assertTrue(one.endsInOrder() && two.endsInOrder());
            }
            HttpRequest.Builder others =
                    site.to("/other").header("Datastar-Request", "true").POST(BodyPublishers.noBody());
            HttpResponse<String> otherClient = site.send(others);
            assertEquals(200, otherClient.statusCode(), "or it would ask every second");
            assertEquals("#lodestar", header(otherClient, "datastar-selector"));
            assertEquals("<p role=\"alert\">The shop is closed.</p>", otherClient.body());
            HttpResponse<String> ownClient = site.send(others.header("Lodestar-Stream", "x"));
            assertEquals(403, ownClient.statusCode());
            HttpResponse<String> late = site.post("/other", "{}");
            assertEquals(403, late.statusCode());
            assertEquals("The shop is closed.", late.body());
            assertFalse(header(late, "Lodestar-Page").equals("none"), "the page's client must know who refuses");
        } finally {
            System.setErr(console);
        }
        assertEquals("", log.toString());
    }

    @Test
    void pageWhoseAccessEndsIsSentElsewhereBeforeItsStreamEnds() throws Exception {
        var allowed = new boolean[] {true};
        try (RunningSite site =
                        RunningSite.start((routes, server) -> routes.view("/", Scope.connection(), request -> out -> {
                            if (!allowed[0]) {
                                throw new Refused(Reply.redirect("/login"));
                            }
                            out.text("secret");
                        }));
                OpenStream stream = site.stream("/")) {
            stream.await("secret");
            allowed[0] = false;
            site.server().hub().refresh();
            String event = stream.next();
            String url = event.replaceAll("(?s).*<script src=\"(.*?)\".*", "$1");
            assertTrue(site.get(url).body().endsWith("window.location.replace(\"/login\")"));
            assertTrue(stream.endsInOrder());
        }
    }
}
