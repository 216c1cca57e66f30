package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.route.Scope;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShimTest {
    private static RunningSite site;

    @BeforeAll
    static void start() {
        site = RunningSite.start((routes, server) -> routes.view("/", Scope.everybody(), request -> out -> {}));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    @Test
    void getServesPlainBytesByDefault() throws Exception {
        HttpResponse<String> shim = site.get("/?room=red");
        assertEquals(200, shim.statusCode());
        assertEquals(RunningSite.SHIM, shim.body());
        assertEquals("text/html; charset=utf-8", header(shim, "Content-Type"));
        assertEquals("private, no-cache", header(shim, "Cache-Control"));
        assertEquals("Accept-Encoding", header(shim, "Vary"));
        assertEquals("\"0a1b2c\"", header(shim, "ETag"));
    }

    @Test
    void runsNoScriptButThoseOfTheApplication() throws Exception {
        String policy = header(site.get("/"), "Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'self'; "), policy);
        assertTrue(policy.endsWith("; script-src 'self'"), policy);
        try (RunningSite evaluating = RunningSite.start((routes, server) ->
                routes.view("/", Scope.everybody(), request -> out -> {}).unsafeEval())) {
            String wider = header(evaluating.get("/"), "Content-Security-Policy");
            assertEquals(policy + " 'unsafe-eval'", wider);
        }
    }

    @Test
    void getServesCompressedBytesToClientsThatAcceptThem() throws Exception {
        HttpResponse<byte[]> gzip = site.sendForBytes(site.to("/").header("Accept-Encoding", "gzip"));
        assertEquals("gzip", header(gzip, "Content-Encoding"));
        assertEquals("\"0a1b2c-gzip\"", header(gzip, "ETag"));
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes();
        assertArrayEquals(RunningSite.SHIM.getBytes(), plain);
        HttpResponse<String> brotli = site.send(site.to("/").header("Accept-Encoding", "gzip, br"));
        assertEquals("br", header(brotli, "Content-Encoding"));
    }

    @Test
    void headHasOnlyTheLength() throws Exception {
        String answer = RawAnswer.to(site, "HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.contains("Content-Length: " + RunningSite.SHIM.length() + "\r\n"), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }

    @Test
    void knownContentsAreNotSentAgain() throws Exception {
        HttpResponse<String> known = site.send(
                site.to("/").header("Accept-Encoding", "br").header("If-None-Match", "\"other\", \"0a1b2c-br\""));
        assertEquals(304, known.statusCode());
        assertEquals("", known.body());
        assertEquals("\"0a1b2c-br\"", header(known, "ETag"));
        assertEquals("private, no-cache", header(known, "Cache-Control"));
        assertEquals("Accept-Encoding", header(known, "Vary"));
        assertEquals(
                200,
                site.send(site.to("/").header("If-None-Match", "\"other\"")).statusCode());
    }

    @Test
    void connectionServesFurtherRequestsAfterEachKindOfAnswer() throws Exception {
        String get = "GET / HTTP/1.1\r\nHost: localhost\r\n";
        String answers = RawAnswer.to(
                site,
                get + "\r\n" + get + "If-None-Match: *\r\n\r\n" + "HEAD" + get.substring(3) + "\r\n" + "GET /x"
                        + get.substring(5) + "\r\n" + get + "Connection: close\r\n\r\n");
        assertEquals(
                "200 304 200 404 200",
                String.join(
                        " ",
                        Pattern.compile("HTTP/1.1 (\\d+)")
                                .matcher(answers)
                                .results()
                                .map(match -> match.group(1))
                                .toList()));
    }

    @Test
    void assetIsKeptForAYear() throws Exception {
        HttpResponse<String> asset = site.get("/assets/0a1b2c/app.css");
        assertEquals("body{}", asset.body());
        assertEquals("public, max-age=31536000, immutable", header(asset, "Cache-Control"));
        assertEquals("text/css; charset=utf-8", header(asset, "Content-Type"));
    }

    @Test
    void refusedEncodingsGet406() throws Exception {
        HttpResponse<String> refused =
                site.send(site.to("/assets/0a1b2c/app.css").header("Accept-Encoding", "gzip, identity;q=0"));
        assertEquals(406, refused.statusCode());
        assertEquals("The request refuses every encoding that there is: identity.", refused.body());
        assertEquals("Accept-Encoding", header(refused, "Vary"));
    }

    @Test
    void assetWithAnyNameIsFoundByItsEncodedPathAndAtItsWellKnownOne() throws Exception {
        assertEquals(
                "0123456789", site.get("/assets/0a1b2c/a%20%2B%25%C3%A4.txt").body());
        HttpResponse<String> robots = site.get("/robots.txt");
        assertEquals("0123456789", robots.body());
        assertEquals("no-cache", header(robots, "Cache-Control"));
        assertEquals("\"0a1b2c\"", header(robots, "ETag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes=0-0     | 206 | 0          | bytes 0-0/10",
                "bytes=2-4     | 206 | 234        | bytes 2-4/10",
                "bytes=7-      | 206 | 789        | bytes 7-9/10",
                "bytes=7-99    | 206 | 789        | bytes 7-9/10",
                "bytes=-3      | 206 | 789        | bytes 7-9/10",
                "bytes=-99     | 206 | 0123456789 | bytes 0-9/10",
                "bytes=0-999999999999999999 | 206 | 0123456789 | bytes 0-9/10",
                "bytes=10-     | 416 | The range begins after the end: there are 10 bytes. | bytes */10",
                "bytes=-0      | 416 | The range begins after the end: there are 10 bytes. | bytes */10",
                "bytes=4-2     | 200 | 0123456789 | none",
                "bytes=0-1,4-5 | 200 | 0123456789 | none",
                "bytes=-       | 200 | 0123456789 | none",
                "lines=1-2     | 200 | 0123456789 | none",
                "bytes=99999999999999999999999- | 200 | 0123456789 | none"
            })
    void requestedRangeIsSent(String range, int status, String body, String contentRange) throws Exception {
        HttpResponse<String> part = site.send(site.to("/robots.txt").header("Range", range));
        assertEquals(status, part.statusCode());
        assertEquals(body, part.body());
        assertEquals(contentRange, header(part, "Content-Range"));
    }

    @Test
    void rangeIsSentOnlyOfTheVersionThatTheBrowserHas() throws Exception {
        HttpRequest.Builder request = site.to("/robots.txt").header("Range", "bytes=2-4");
        assertEquals(
                206, site.send(request.copy().header("If-Range", "\"0a1b2c\"")).statusCode());
        assertEquals(
                200, site.send(request.copy().header("If-Range", "\"other\"")).statusCode());
        assertEquals(
                200,
                site.send(request.copy().header("If-Range", "W/\"0a1b2c\"")).statusCode());
        HttpResponse<String> compressed =
                site.send(site.to("/").header("Range", "bytes=2-4").header("Accept-Encoding", "gzip"));
        assertEquals(200, compressed.statusCode());
        assertEquals("none", header(compressed, "Accept-Ranges"));
        assertEquals("bytes", header(site.get("/"), "Accept-Ranges"));
        assertEquals(
                416,
                site.send(site.to("/assets/0a1b2c/empty.bin").header("Range", "bytes=0-"))
                        .statusCode());
        assertEquals("", site.get("/assets/0a1b2c/empty.bin").body());
        String head = RawAnswer.to(
                site, "HEAD /robots.txt HTTP/1.1\r\nHost: localhost\r\nRange: bytes=2-4\r\nConnection: close\r\n\r\n");
        assertTrue(head.startsWith("HTTP/1.1 200 ") && head.contains("Content-Length: 10\r\n"), head);
    }
}
