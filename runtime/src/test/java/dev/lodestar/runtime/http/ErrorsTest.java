package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Patch;
import dev.lodestar.Reply;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.OpenStream;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Stderr;
import dev.lodestar.runtime.route.Scope;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people, programs, developers and the log learn of a failure. */
class ErrorsTest {
    private static final String SECRET = "the password is <b>swordfish</b>";
    private static final Pattern ID = Pattern.compile("Request ([0-9a-z]{5}-[0-9a-z]+)");
    private static final Config DEVELOPMENT = Config.defaults().withDevelopment(true);

    private final AtomicBoolean broken = new AtomicBoolean(true);

    /** Fails everywhere in the application where it can fail. */
    private RunningSite site(Config config) {
        return RunningSite.start(
                config,
                (routes, server) -> routes.view("/", Scope.everybody(), request -> out -> {
                            if (broken.get()) {
                                throw failure();
                            }
                            out.text("fine");
                        })
                        .view("/other", Scope.query("id"), request -> {
                            throw failure();
                        })
                        .action("/a/throws", request -> {
                            throw failure();
                        })
                        .action("/a/overflows", request -> {
                            throw new StackOverflowError(SECRET);
                        })
                        .action("/a/binds", request -> {
                            throw new NullPointerException(
                                    SECRET + request.signals().string("name"));
                        })
                        .action(
                                "/a/replies",
                                request -> Reply.patch(
                                        new Patch.Signals(Map.of("own", new StringBuilder(SECRET)), false))));
    }

    private static IllegalStateException failure() {
        return new IllegalStateException(SECRET, new IllegalArgumentException("as " + SECRET));
    }

    private static HttpRequest.Builder navigation(RunningSite site, String path) {
        return site.to(path).header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
    }

    private static HttpRequest.Builder fromPage(RunningSite site, String path) {
        return site.to(path)
                .header("Datastar-Request", "true")
                .header("Accept", "text/event-stream, text/html, application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"Ada <3\"}"));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    private static void tellsNothing(String text) {
        for (String word : List.of("swordfish", "Exception", "Error", "dev.lodestar", "\tat ", ".java")) {
            assertFalse(text.contains(word), text);
        }
    }

    @Test
    void personIsShownAPageAndAProgramASentence() throws Exception {
        try (RunningSite site = site(Config.defaults())) {
            isShown(site, "/nothing", 404, "There is nothing at this address.");
            isShown(site, "/a/throws", 405, "This address answers to POST only.");
            assertEquals("Serving.", site.send(navigation(site, "/healthz")).body(), "no error, no page");
        }
    }

    private static void isShown(RunningSite site, String path, int status, String sentence) throws Exception {
        HttpResponse<String> page = site.send(navigation(site, path));
        assertEquals(status, page.statusCode());
        assertEquals("text/html; charset=utf-8", header(page, "Content-Type"));
        assertEquals("no-store", header(page, "Cache-Control"));
        assertTrue(page.body().contains("<h1>" + status + "</h1>\n<p>" + sentence + "</p>"), page.body());
        Matcher id = ID.matcher(page.body());
        assertTrue(id.find(), page.body());
        assertEquals(id.group(1), header(page, "X-Request-Id"));
        assertTrue(header(page, "Content-Security-Policy").startsWith("default-src 'none'; style-src 'sha256-"));

        HttpResponse<String> text = site.get(path);
        assertEquals(status, text.statusCode());
        assertEquals("text/plain; charset=utf-8", header(text, "Content-Type"));
        assertEquals(sentence, text.body());

        HttpResponse<String> head = site.send(navigation(site, path).method("HEAD", BodyPublishers.noBody()));
        assertEquals(status, head.statusCode());
        assertEquals(header(page, "Content-Length"), header(head, "Content-Length"));
    }

    @Test
    void productionTellsOnlyTheIdUnderWhichTheLogHasTheCause() throws Exception {
        try (RunningSite site = site(Config.defaults());
                Stderr log = Stderr.open()) {
            for (String path :
                    List.of("/a/throws", "/a/overflows", "/a/binds", "/a/replies", "/other?live=", "/other")) {
                failsSilently(site, path, fromPage(site, path), log);
                failsSilently(site, path, site.to(path).POST(BodyPublishers.ofString("{\"name\":\"Ada <3\"}")), log);
            }
        }
    }

    private static void failsSilently(RunningSite site, String path, HttpRequest.Builder request, Stderr log)
            throws Exception {
        HttpResponse<String> answer = site.send(request);
        assertEquals(500, answer.statusCode());
        tellsNothing(answer.body() + answer.headers());
        Matcher id = ID.matcher(answer.body());
        assertTrue(id.find() && answer.body().contains("Something went wrong on the server."), answer.body());
        assertEquals(id.group(1), header(answer, "X-Request-Id"));
        String line = "request=" + id.group(1) + " method=POST path=" + path.replaceAll("\\?.*", "") + " ";
        assertEquals(2, log.text().split(line, -1).length, log.text());
    }

    @Test
    void refusalTellsNothing() throws Exception {
        try (RunningSite site = site(Config.defaults())) {
            for (String start : List.of(
                    "GET /assets/0a1b2c/app.css HTTP/1.1\r\nAccept-Encoding: identity;q=0, *;q=0",
                    "GET /robots.txt HTTP/1.1\r\nRange: bytes=99-\r\nAccept-Encoding: identity",
                    "GET /a/script?nothing HTTP/1.1",
                    "POST / HTTP/1.1\r\nContent-Type: text/xml\r\nContent-Length: 1",
                    "POST / HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 1",
                    "POST /a/throws HTTP/1.1\r\nSec-Fetch-Site: cross-site\r\nContent-Length: 1",
                    "GET /a/throws HTTP/1.1\r\nHost: evil.test",
                    "POST /a/throws HTTP/1.1\r\nContent-Length: 9999999")) {
                String answer = RawAnswer.to(
                        site,
                        start + "\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\r\nx");
                assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
                tellsNothing(answer);
            }
        }
    }

    @Test
    void productionShowsANoticeWhereNothingStandsAndKeepsWhatDoes() throws Exception {
        try (RunningSite site = site(Config.defaults());
                Stderr log = Stderr.open();
                OpenStream stream = site.stream("/")) {
            String notice = stream.next();
            tellsNothing(notice);
            assertTrue(notice.contains("data: elements <section id=\"lodestar-failure\" role=\"alert\">"), notice);
            broken.set(false);
            site.server().hub().refresh();
            assertTrue(stream.next().contains("data: elements fine\n"));

            broken.set(true);
            site.server().hub().refresh();
            site.post("/a/throws", "{}");
            try (OpenStream other = site.stream("/")) {
                assertTrue(other.next().contains("data: elements fine\n"), "what stands is shown to newcomers too");
            }
            assertEquals(0, stream.waiting());
            assertTrue(log.text().contains(SECRET), "the log has the cause");
        }
    }

    @Test
    void developmentShowsTheCauseTheCodeAndTheRequest() throws Exception {
        try (RunningSite site = site(DEVELOPMENT);
                Stderr log = Stderr.open()) {
            HttpResponse<String> text = site.send(site.to("/a/throws?page=2")
                    .header("Cookie", "lodestar=cccccccccccccccccccccc")
                    .header("Authorization", "Basic cccc")
                    .POST(BodyPublishers.ofString("{\"name\":\"Ada <3\"}")));
            assertEquals(500, text.statusCode());
            assertTrue(text.body().contains("IllegalStateException: " + SECRET), text.body());
            assertTrue(text.body().contains("Caused by java.lang.IllegalArgumentException: as " + SECRET), text.body());
            assertTrue(text.body().contains("at dev.lodestar.runtime.http.ErrorsTest"), text.body());

            HttpResponse<String> page = site.send(fromPage(site, "/a/throws?page=2")
                    .header("Cookie", "lodestar=cccccccccccccccccccccc")
                    .header("Authorization", "Basic cccc"));
            assertEquals(500, page.statusCode());
            assertEquals("true", header(page, "Lodestar-Show"));
            for (String shown : List.of(
                    "swordfish",
                    "<dt>Request</dt><dd>POST /a/throws</dd>",
                    "<dt>Query</dt><dd>page=2</dd>",
                    "<dt>Signals</dt><dd>{&#34;name&#34;:&#34;Ada &lt;3&#34;}</dd>",
                    "<dt>Datastar-Request</dt><dd>true</dd>")) {
                assertTrue(page.body().contains(shown), page.body());
            }
            assertFalse(page.body().contains("cccc") || page.body().contains("<b>"), page.body());
            assertEquals("5 bytes", shownBody(site, "a=\0\1\2"));
            assertEquals("a=b&amp;c", shownBody(site, "a=b&c"));
            assertFalse(log.text().contains("cccc") || log.text().contains("page=2"), log.text());
        }
    }

    private static String shownBody(RunningSite site, String body) throws Exception {
        String page = site.send(site.to("/a/throws")
                        .header("Datastar-Request", "true")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)))
                .body();
        Matcher shown = Pattern.compile("<dt>Body</dt><dd>(.*?)</dd>").matcher(page);
        assertTrue(shown.find(), page);
        return shown.group(1);
    }

    @Test
    void developmentShowsWhyAViewFailsOverWhatItShowed() throws Exception {
        broken.set(false);
        try (RunningSite site = site(DEVELOPMENT);
                Stderr log = Stderr.open();
                OpenStream stream = site.stream("/")) {
            String fine = stream.next();
            broken.set(true);
            site.server().hub().refresh();
            String failed = stream.next();
            assertTrue(failed.contains("data: elements fine<details open id=\"lodestar-failure\""), failed);
            assertTrue(failed.contains("swordfish&lt;/b&gt;") && failed.contains("Caused by"), failed);
            broken.set(false);
            site.server().hub().refresh();
            assertEquals(fine, stream.next());
            assertTrue(log.text().contains(SECRET), "the log has the cause, too");
        }
    }

    @Test
    void accessLogHasALineForEachRequest() throws Exception {
        broken.set(false);
        try (RunningSite site = site(Config.defaults().withAccessLog(true));
                Stderr log = Stderr.open()) {
            HttpResponse<String> found = site.get("/robots.txt");
            line(
                    log,
                    "request=" + header(found, "X-Request-Id")
                            + " address=127.0.0.1 method=GET path=/robots.txt status=200 bytes=10 ms=");

            RawAnswer.to(
                    site,
                    "GET /a%0d%0ab%20c%22=%e2%80%a8?secret HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            line(log, "method=GET path=/a%0D%0Ab%20c%22%3D%E2%80%A8 status=404 bytes=33 ms=");

            String events;
            try (OpenStream stream = site.stream("/")) {
                events = stream.next() + "\n";
                broken.set(false);
                assertFalse(log.text().contains("path=/ "), "a stream's line comes at its end");
            }
            // The chunk around the event counts as sent.
            Matcher bytes = Pattern.compile("method=POST path=/ status=200 bytes=(\\d+) ms=")
                    .matcher("");
            Await.until(() -> bytes.reset(log.text()).find());
            assertTrue(Integer.parseInt(bytes.group(1)) >= events.length(), bytes.group());
            assertFalse(log.text().contains("secret"), log.text());
        }
    }

    @Test
    void whatIsRefusedBeginsNoLineOfTheLog() throws Exception {
        try (RunningSite site = RunningSite.start((routes, server) -> routes.action(
                                "/a/go",
                                request -> Reply.redirect(request.query().string("to")))
                        .action("/a/key", request -> {
                            server.hub().refresh(request.query().string("to"));
                            return Reply.unchanged();
                        }));
                Stderr log = Stderr.open()) {
            for (String path : List.of("/a/go", "/a/key")) {
                assertEquals(
                        500, site.post(path + "?to=%0d%0aFORGED%0aFORGED", "").statusCode());
                line(log, "\\u000d\\u000aFORGED\\u000aFORGED");
            }
            assertFalse(log.text().lines().anyMatch(line -> line.startsWith("FORGED")), log.text());
        }
    }

    private static void line(Stderr log, String expected) throws InterruptedException {
        Await.until(() -> log.text().contains(expected));
    }

    @Test
    void idOfARequestIsTheProxysIfThatIsTrustedAndItLooksLikeOne() throws Exception {
        try (RunningSite site = site(Config.defaults());
                RunningSite behind = site(Config.defaults().withProxies(Set.of("127.0.0.1")))) {
            assertNotEquals("ab-1", idFor(site, "ab-1"));
            assertEquals("ab-1", idFor(behind, "ab-1"));
            for (String odd : List.of("a b", "<b>", "a\"", "é", "x".repeat(65), "")) {
                assertTrue(idFor(behind, odd).matches("[0-9a-z]{5}-[0-9a-z]+"), odd);
            }
        }
    }

    private static String idFor(RunningSite site, String given) throws Exception {
        HttpResponse<String> answer = site.send(navigation(site, "/nothing").header("X-Request-Id", given));
        assertTrue(answer.body().contains("Request " + header(answer, "X-Request-Id") + "<"), answer.body());
        return header(answer, "X-Request-Id");
    }
}
