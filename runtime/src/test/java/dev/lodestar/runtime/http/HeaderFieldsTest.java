package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Reply;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.route.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the server reads headers that span several fields. */
class HeaderFieldsTest {
    private static final String SAME_ORIGIN = "Sec-Fetch-Site: same-origin";

    private static RunningSite site;

    @BeforeAll
    static void start() {
        site = RunningSite.start((routes, server) -> routes.view("/", Scope.everybody(), request -> out -> {})
                .action("/a/go", request -> Reply.redirect("/other"))
                .action(
                        "/a/tell",
                        request -> Reply.error(
                                418,
                                request.header("X-Own").orElse("none") + " | "
                                        + request.header("cookie").orElse("none"))));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /** @param fields more header fields, separated by vertical bars */
    private static String answer(String request, String fields) throws Exception {
        return RawAnswer.to(
                site,
                request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + fields.replaceAll(" *\\| *", "\r\n")
                        + "\r\n\r\n" + (request.startsWith("POST") ? "{}" : ""));
    }

    private static String post(String path, String fields) throws Exception {
        return answer("POST " + path, fields + "|Content-Length: 2");
    }

    private static void assertStatus(int status, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "'/', 'Accept-Encoding: gzip;q=0 | Accept-Encoding: br', 'Content-Encoding: br'",
        "'/', 'Accept-Encoding: x | Accept-Encoding: gzip', 'Content-Encoding: gzip'",
        "'/robots.txt', 'If-None-Match: \"x\" | If-None-Match: \"0a1b2c\"', '304 Not Modified'",
        "'/robots.txt', 'Range: bytes=0-1 | Range: bytes=3-4', '200 OK'",
        "'/robots.txt', 'Range: bytes=0-1 | If-Range: \"0a1b2c\"', '206 Partial Content'",
        "'/robots.txt', 'Range: bytes=0-1 | If-Range: \"0a1b2c\" | If-Range: \"x\"', '200 OK'",
        "'/nothing', 'Accept: */* | Accept: text/html', 'Content-Type: text/html; charset=utf-8'"
    })
    void listsSpanAllFields(String path, String fields, String expected) throws Exception {
        String answer = answer("GET " + path, fields);
        assertTrue(answer.contains(expected), answer);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 'Host: localhost'",
        "400, 'Content-Length: 2'",
        "400, 'Transfer-Encoding: chunked'",
        "400, 'Lodestar-Call: 0123456789abcdef | Lodestar-Call: 0123456789abcdef | Cookie: lodestar=AAAAAAAAAAAAAAAAAAAAAA'",
        "415, 'Content-Type: application/json | Content-Type: text/plain; charset=utf-16'",
        "415, 'Content-Type: application/json | Content-Type: application/json'",
        "415, 'Content-Encoding: identity | Content-Encoding: gzip'",
        "403, 'Sec-Fetch-Site: cross-site'"
    })
    void headerThatMustOccurOnceIsRefusedIfItOccursTwice(int status, String fields) throws Exception {
        assertStatus(303, post("/a/go", SAME_ORIGIN));
        assertStatus(status, post("/a/go", SAME_ORIGIN + "|" + fields));
    }

    @Test
    void duplicateOriginIsForeignEvenIfOneIsOurs() throws Exception {
        assertStatus(303, post("/a/go", "Origin: http://localhost"));
        assertStatus(403, post("/a/go", "Origin: http://localhost|Origin: http://evil.example"));
        assertStatus(403, post("/a/go", "Origin: http://localhost|Origin: http://localhost"));
    }

    @Test
    void duplicateHintIsIgnored() throws Exception {
        assertStatus(200, post("/a/go", SAME_ORIGIN + "|Datastar-Request: true"));
        assertStatus(303, post("/a/go", SAME_ORIGIN + "|Datastar-Request: true|Datastar-Request: false"));
    }

    @Test
    void applicationGetsAllFieldsOfAHeader() throws Exception {
        String answer = post("/a/tell", SAME_ORIGIN + "|X-Own: 1|Cookie: a=b|X-Own: 2|Cookie: c=d");
        assertEquals("1, 2 | a=b; c=d", answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }
}
