package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Reply;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.route.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {
    private static RunningSite site;

    @BeforeAll
    static void start() {
        site = RunningSite.start((routes, server) ->
                routes.view("/", Scope.everybody(), request -> out -> {}).action("/a/1", request -> Reply.changed()));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing, 404, none",
        "POST, /nothing, 404, none",
        "GET, /a/2, 404, none",
        "GET, //, 404, none",
        "GET, /assets/0a1b2c/, 404, none",
        "GET, /a/1, 405, POST",
        "OPTIONS, /a/1, 405, POST",
        "PUT, /, 405, 'GET, HEAD, POST'",
        "DELETE, /, 405, 'GET, HEAD, POST'",
        "OPTIONS, /, 405, 'GET, HEAD, POST'",
        "BREW, /, 405, 'GET, HEAD, POST'",
        "POST, /assets/0a1b2c/app.css, 405, 'GET, HEAD'",
        "POST, /healthz, 405, 'GET, HEAD'",
        "GET, /healthz, 200, none",
        "HEAD, /healthz, 200, none"
    })
    void pathAndMethodDecide(String method, String path, int status, String allow) throws Exception {
        HttpResponse<String> answer = site.send(site.to("/")
                .uri(site.server().uri().resolve("/").resolve(path.equals("//") ? "/.//" : path))
                .method(method, BodyPublishers.noBody()));
        assertEquals(status, answer.statusCode());
        assertEquals(allow, answer.headers().firstValue("Allow").orElse("none"));
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse("none"));
    }

    @Test
    void refusedMethodWithABodyIsAnsweredToo() throws Exception {
        HttpResponse<String> answer = site.send(site.to("/a/1").PUT(BodyPublishers.ofByteArray(new byte[2_000_000])));
        assertEquals(405, answer.statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /% HTTP/1.1",
                "GET /%ff HTTP/1.1",
                "GET /\u00ff\u00fe HTTP/1.1",
                "GET /..%2f..%2fetc/passwd HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET /?a=%zz HTTP/1.1",
                "GET nonsense HTTP/1.1",
                "GET * HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "CONNECT a:80 HTTP/1.1",
                "TRACE / HTTP/1.1",
                "GET / HTTP/9.9",
                "GET / FTP/1.1",
                "GET /",
                "GET",
                "\u0000\u0001\u0002",
                "GET / HTTP/1.1\r\nContent-Length: -1",
                "GET / HTTP/1.1\r\nContent-Length: x",
                "POST /a/1 HTTP/1.1\r\nContent-Length: 5, 5",
                "POST /a/1 HTTP/1.1\r\nContent-Length: 99999999999999999999",
                "POST /a/1 HTTP/1.1\r\nTransfer-Encoding: nonsense",
                "POST /a/1 HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3",
                "POST /a/1 HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4",
                "POST /a/1?a=%zz HTTP/1.1\r\nContent-Length: 0",
                "POST /a/1?a=%ff HTTP/1.1\r\nContent-Length: 0",
                "GET / HTTP/1.1\r\nHost: localhost:1",
                "GET / HTTP/1.1\r\n: x",
                "GET / HTTP/1.1\r\nA b: x",
                "GET / HTTP/1.1\r\nCookie: ;;;=;lodestar=\u00ff",
                "GET / HTTP/1.1\r\nAccept-Encoding: ;q=,;;q=1"
            })
    void oddRequestIsAnsweredAndNeverAsTheServersFault(String start) throws Exception {
        String answer = RawAnswer.to(
                site,
                start + "\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\r\nzzzz\r\n\r\n");
        // Undertow closes the connection without an answer if the bytes do not even begin like a request.
        assertTrue(
                answer.isEmpty() || answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 200"),
                start + " got " + answer);
        assertEquals(200, site.get("/healthz").statusCode());
    }
}
