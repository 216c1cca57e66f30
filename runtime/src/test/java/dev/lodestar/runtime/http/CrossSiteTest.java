package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Reply;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.route.Scope;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrossSiteTest {
    private static final AtomicInteger calls = new AtomicInteger();
    private static RunningSite site;

    @BeforeAll
    static void start() {
        site = RunningSite.start((routes, server) -> routes.view("/", Scope.everybody(), request -> out -> {})
                .action("/a/own", request -> {
                    calls.incrementAndGet();
                    return Reply.changed();
                })
                .action(
                        "/a/hook",
                        request ->
                                Reply.error(418, request.header("X-Signature").orElse("unsigned")))
                .crossOrigin("/a/hook")
                .action(
                        "/a/greedy",
                        request -> Reply.error(418, request.session().id()))
                .crossOrigin("/a/greedy"));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static String send(String method, String path, String... headers) throws IOException {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return RawAnswer.to(
                site,
                method + " " + path
                        + " HTTP/1.1\r\nHost: a.localhost:8080\r\nContent-Length: 0\r\nConnection: close\r\n" + lines
                        + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site: same-origin, 204",
        "Sec-Fetch-Site: none, 403",
        "Sec-Fetch-Site: same-site, 403",
        "Sec-Fetch-Site: cross-site, 403",
        "Sec-Fetch-Site: Same-Origin, 403",
        "Sec-Fetch-Site:, 403",
        "Origin: http://a.localhost:8080, 204",
        "Origin: https://A.localhost:8080, 204",
        "Origin: http://b.localhost:8080, 403",
        "Origin: http://a.localhost, 403",
        "Origin: http://a.localhost:80800, 403",
        "Origin: http://x@a.localhost:8080, 403",
        "Origin: ftp://a.localhost:8080, 403",
        "Origin: a.localhost:8080, 403",
        "Origin: null, 403",
        "Origin:, 403"
    })
    void actionRunsOnlyForItsOwnPages(String header, int status) throws Exception {
        int before = calls.get();
        String answer = send("POST", "/a/own", header);
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        assertTrue(status == 204 || answer.endsWith("This request comes from another site."), answer);
        assertEquals(status == 204 ? 1 : 0, calls.get() - before);
    }

    @Test
    void whatTheBrowserSaysBeatsTheOriginAndNothingIsSaidTwice() throws Exception {
        String own = "Origin: http://a.localhost:8080";
        assertTrue(send("POST", "/a/own", "Sec-Fetch-Site: same-site", own).startsWith("HTTP/1.1 403"));
        assertTrue(send("POST", "/a/own", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: same-origin")
                .startsWith("HTTP/1.1 403"));
        assertTrue(send("POST", "/a/own", own, own).startsWith("HTTP/1.1 403"));
    }

    @Test
    void programIsToldWhatToSend() throws Exception {
        String answer = send("POST", "/a/own");
        assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
        assertTrue(
                answer.contains("\r\n\r\nThe request does not say where it comes from: a program must send the header"
                        + " Sec-Fetch-Site: same-origin, unless"),
                answer);
    }

    @Test
    void everyMethodThatMayChangeSomethingIsGuardedAndStreamsAre() throws Exception {
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE", "BREW"}) {
            for (String path : new String[] {"/", "/healthz", "/assets/0a1b2c/app.css"}) {
                String answer = send(method, path, "Sec-Fetch-Site: cross-site");
                assertTrue(answer.startsWith("HTTP/1.1 403"), method + " " + path + " got " + answer);
            }
        }
        assertTrue(send("GET", "/", "Sec-Fetch-Site: cross-site").startsWith("HTTP/1.1 200"));
        assertTrue(send("OPTIONS", "/a/own", "Sec-Fetch-Site: cross-site").startsWith("HTTP/1.1 405"));
    }

    @Test
    void actionForOtherSitesRunsForThemWithoutASession() throws Exception {
        for (String header : new String[] {"Sec-Fetch-Site: cross-site", "Origin: https://other.example", "X: y"}) {
            String answer = send("POST", "/a/hook", header, "X-Signature: good");
            assertTrue(answer.startsWith("HTTP/1.1 418") && answer.endsWith("good"), answer);
        }
        String cookie = "Cookie: lodestar=abcdefghijklmnopqrstuv";
        String answer = send("POST", "/a/greedy", cookie, "Sec-Fetch-Site: same-site");
        assertTrue(answer.startsWith("HTTP/1.1 500"), answer);
        assertTrue(!answer.contains("Set-Cookie") && !answer.contains("abcdefghijklmnopqrstuv"), answer);
    }
}
