package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.BadInput;
import dev.lodestar.Config;
import dev.lodestar.Html;
import dev.lodestar.Limits;
import dev.lodestar.Patch;
import dev.lodestar.Reply;
import dev.lodestar.Request;
import dev.lodestar.runtime.OpenStream;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.route.ActionHandler;
import dev.lodestar.runtime.route.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionTest {
    private static final int LIMIT = 100_000;

    private static final AtomicInteger count = new AtomicInteger();
    private static volatile ActionHandler action = request -> Reply.changed();
    private static RunningSite site;

    @BeforeAll
    static void start() {
        site = RunningSite.start(
                Config.defaults()
                        .withLimits(Limits.defaults().withBodyBytes(LIMIT).withRequestTime(Duration.ofMillis(500))),
                (routes, server) -> routes.view(
                                "/", Scope.everybody(), request -> out -> out.html(Html.raw("n" + count.get())))
                        .action("/a/1", request -> action.handle(request)));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static HttpResponse<String> run(ActionHandler handler) throws IOException, InterruptedException {
        action = handler;
        return site.post("/a/1", "{}");
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    @Test
    void changedAndUnchangedHaveNoContent() throws Exception {
        for (Reply reply : new Reply[] {Reply.changed(), Reply.unchanged()}) {
            HttpResponse<String> answer = run(request -> reply);
            assertEquals(204, answer.statusCode());
            assertEquals("", answer.body());
            assertEquals("no-store", header(answer, "Cache-Control"));
        }
    }

    @Test
    void patchesAreAnEventStreamThatEnds() throws Exception {
        HttpResponse<String> answer = run(request -> Reply.signal("title", "").andHtml(Html.raw("<p id=\"m\">é</p>")));
        assertEquals(200, answer.statusCode());
        assertEquals("text/event-stream", header(answer, "Content-Type"));
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertEquals("""
                event: datastar-patch-signals
                data: signals {"title":""}

                event: datastar-patch-elements
                data: elements <p id="m">é</p>

                """, answer.body());
    }

    @Test
    void redirectOfAnyClientIsA303() throws Exception {
        HttpResponse<String> answer = run(request -> Reply.redirect("/caf\u00e9?\u010a"));
        assertEquals(303, answer.statusCode());
        assertEquals("/caf%c3%a9?%c4%8a", header(answer, "Location"));
    }

    @Test
    void redirectOfADatastarClientIsAScriptThatItFetchesOnce() throws Exception {
        action = request -> Reply.redirect("/x?</script><b>\"'");
        HttpResponse<String> answer =
                site.send(site.to("/a/1").header("Datastar-Request", "true").POST(BodyPublishers.noBody()));
        assertEquals(200, answer.statusCode());
        Matcher script = Pattern.compile("data: elements <script src=\"([^\"]+)\"></script>\n")
                .matcher(answer.body());
        assertTrue(script.find(), answer.body());

        HttpResponse<String> fetched = site.get(script.group(1));
        assertEquals(200, fetched.statusCode());
        assertEquals(
                "document.currentScript.remove();\nwindow.location.assign(\"/x?</script><b>\\\"'\")", fetched.body());
        assertEquals("text/javascript; charset=utf-8", header(fetched, "Content-Type"));
        assertEquals("no-store", header(fetched, "Cache-Control"));
        assertEquals(404, site.get(script.group(1)).statusCode());
        assertEquals(404, site.get("/a/script").statusCode());
        assertEquals(405, site.post("/a/script", "{}").statusCode());
    }

    @Test
    void scriptsThatNobodyFetchesAreEvictedByLaterOnes() throws Exception {
        action = request -> Reply.patch(new Patch.Script("first()"));
        Pattern url = Pattern.compile("/a/script\\?[\\w-]+");
        Matcher first = url.matcher(site.post("/a/1", "{}").body());
        assertTrue(first.find());
        List<Patch> many = Collections.nCopies(1_000, new Patch.Script("later()"));
        action = request -> new Reply.Patches(many);
        Matcher later = url.matcher(site.post("/a/1", "{}").body());
        assertTrue(later.find());

        assertEquals(404, site.get(first.group()).statusCode());
        assertTrue(site.get(later.group()).body().endsWith("later()"));
    }

    @Test
    void refusalHasItsStatusAndSentence() throws Exception {
        HttpResponse<String> answer = run(request -> Reply.error(409, "Gone <b>already</b>."));
        assertEquals(409, answer.statusCode());
        assertEquals("Gone <b>already</b>.", answer.body());
        assertEquals("text/plain; charset=utf-8", header(answer, "Content-Type"));
    }

    @Test
    void badInputIsA400WithItsSentence() throws Exception {
        action = request -> {
            request.signals().integer("count");
            return Reply.changed();
        };
        HttpResponse<String> answer = site.post("/a/1", "{\"count\": \"abc\"}");
        assertEquals(400, answer.statusCode());
        assertEquals("The field 'count' must be a whole number, but was \"abc\".", answer.body());
        assertEquals(
                "Own sentence.",
                run(request -> {
                            throw new BadInput("Own sentence.");
                        })
                        .body());
    }

    @Test
    void failureRevealsNothingAndRefreshes() throws Exception {
        try (OpenStream stream = site.stream("/")) {
            stream.await("n" + count.get());
            HttpResponse<String> answer = run(request -> {
                count.incrementAndGet();
                throw new IllegalStateException("secret");
            });
            assertEquals(500, answer.statusCode());
            assertTrue(
                    answer.body().matches("Something went wrong on the server\\. \\(Request [0-9a-z]+-[0-9a-z]+\\)"),
                    answer.body());
            stream.await("n" + count.get());
        }
        assertEquals(
                500,
                run(request -> {
                            throw new StackOverflowError("on purpose");
                        })
                        .statusCode());
    }

    @Test
    void requestShowsWhatWasSent() throws Exception {
        action = request -> Reply.error(
                418,
                String.join(
                        "|",
                        request.method(),
                        request.path(),
                        request.header("x-own").orElse("none"),
                        request.query().string("q"),
                        request.signals().string("s"),
                        request.remoteAddress()));
        HttpResponse<String> answer = site.send(site.to("/a/1?q=a%2Bb+c%C3%A9")
                .header("X-Own", "1")
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(BodyPublishers.ofString("{\"s\":\"\\u00fc\"}")));
        assertEquals("POST|/a/1|1|a+b cé|ü|127.0.0.1", answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "no", "{\"a\":1}{\"b\":2}", "{\"a\":NaN}"})
    void bodyThatIsNotAJsonObjectIsA400(String body) throws Exception {
        HttpResponse<String> answer = site.post("/a/1", body);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().startsWith("The body must be a JSON object"), answer.body());
        assertEquals(400, site.post("/", body).statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | none | 204",
                "application/json; charset=\"utf-8\" | none | 204",
                "application/json; charset=utf-16 | none | 415",
                "application/json; charset=nonsense | none | 415",
                "text/plain | none | 204",
                "application/x-www-form-urlencoded | none | 204",
                "nonsense | none | 204",
                "application/json | gzip | 415",
                "application/json | identity | 204"
            })
    void bodyInAnotherCodingIsA415WhateverItsTypeSays(String type, String coding, int status) throws Exception {
        action = request -> Reply.changed();
        var request = site.to("/a/1").header("Content-Type", type).POST(BodyPublishers.ofString("{}"));
        if (!coding.equals("none")) {
            request.header("Content-Encoding", coding);
        }
        assertEquals(status, site.send(request).statusCode());
    }

    @Test
    void bodyInAnotherCodingIsRefusedBeforeItArrives() throws Exception {
        try (Socket socket = site.socket()) {
            socket.getOutputStream()
                    .write(("POST /a/1 HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
                                    + "Content-Encoding: gzip\r\nContent-Length: 1000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertTrue(RawAnswer.head(socket.getInputStream()).startsWith("HTTP/1.1 415"));
        }
    }

    @Test
    void emptyBodyHoldsNoSignalsWhateverItsType() throws Exception {
        action = request -> Reply.error(418, "" + request.signals().has("a"));
        assertEquals(
                "false",
                site.send(site.to("/a/1").header("Content-Type", "text/plain").POST(BodyPublishers.noBody()))
                        .body());
    }

    @Test
    void bodyAtTheLimitIsReadAndOneByteMoreIsNot() throws Exception {
        action = request -> Reply.changed();
        String fits = "{\"a\":\"" + "x".repeat(LIMIT - 8) + "\"}";
        assertEquals(204, site.post("/a/1", fits).statusCode());
        HttpResponse<String> answer = site.post("/a/1", fits + " ");
        assertEquals(413, answer.statusCode());
        assertEquals("The body must have at most 100000 bytes.", answer.body());
    }

    @Test
    void bodyThatGrowsTooLargeIsRefusedAndTheAnswerReadable() throws Exception {
        byte[] large = new byte[20_000_000];
        assertEquals(
                413,
                site.send(site.to("/a/1").POST(BodyPublishers.ofByteArray(large)))
                        .statusCode());
        // Without Content-Length, and so in chunks.
        assertEquals(
                413,
                site.send(site.to("/a/1").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))))
                        .statusCode());
    }

    @Test
    void clientThatExpectsContinueGetsItOrTheRefusal() throws Exception {
        action = request -> Reply.error(418, request.signals().string("a"));
        try (Socket socket = site.socket()) {
            InputStream in = socket.getInputStream();
            socket.getOutputStream().write(ascii("""
                    POST /a/1 HTTP/1.1\r
                    Host: localhost\r
                    Sec-Fetch-Site: same-origin\r
                    Expect: 100-continue\r
                    Content-Type: application/json\r
                    Content-Length: 9\r
                    Connection: close\r
                    \r
                    """));
            assertTrue(RawAnswer.head(in).startsWith("HTTP/1.1 100 Continue"));
            socket.getOutputStream().write(ascii("{\"a\":\"b\"}"));
            String answer = RawAnswer.rest(in);
            assertTrue(answer.startsWith("HTTP/1.1 418"), answer);
            assertTrue(answer.endsWith("\r\n\r\nb"), answer);
        }
        String refused = RawAnswer.to(site, """
                POST /a/1 HTTP/1.1\r
                Host: localhost\r
                Sec-Fetch-Site: same-origin\r
                Expect: 100-continue\r
                Content-Length: 200000\r
                \r
                """);
        assertTrue(refused.startsWith("HTTP/1.1 413"), refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\nabc", "5\r\nabcdefgh\r\n0\r\n\r\n", "-1\r\n", "ffffffffffffffff\r\n", "5\r\nab"})
    void malformedAndEndlessChunksAreRefusedInTime(String chunks) throws Exception {
        String answer = RawAnswer.to(
                site,
                "POST /a/1 HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunks);
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
    }

    @Test
    void bodyThatDoesNotArriveIsA408() throws Exception {
        String answer = RawAnswer.to(
                site,
                "POST /a/1 HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 10\r\n\r\n{");
        assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
        assertTrue(answer.endsWith("The body took too long to arrive."), answer);
    }

    @Test
    void sessionIsGivenOnceAndRemembered() throws Exception {
        action = request -> {
            String before = request.session().get("n").orElse("0");
            request.session().set("n", before + "1");
            return Reply.error(418, before);
        };
        HttpResponse<String> first = site.post("/a/1", "");
        assertEquals("0", first.body());
        String cookie = header(first, "Set-Cookie");
        assertTrue(
                cookie.matches("lodestar=[A-Za-z0-9_-]{22}; Path=/; Max-Age=1209600; HttpOnly; SameSite=Lax"), cookie);
        HttpResponse<String> second = site.send(site.to("/a/1")
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .POST(BodyPublishers.noBody()));
        assertEquals("01", second.body());
        assertEquals("none", header(second, "Set-Cookie"));
        assertEquals("none", header(run(request -> Reply.changed()), "Set-Cookie"));
    }

    @Test
    void requestStaysReadableAfterItsAnswer() throws Exception {
        Request[] kept = new Request[1];
        run(request -> {
            kept[0] = request;
            return Reply.changed();
        });
        site.get("/");
        assertEquals("application/json", kept[0].header("Content-Type").orElse("none"));
        assertFalse(kept[0].query().has("a"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
