package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.route.Scope;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
    void getServesThePlainBytesToWhomAsksForNothingElse() throws Exception {
        HttpResponse<String> shim = site.get("/?room=red");
        assertEquals(200, shim.statusCode());
        assertEquals(RunningSite.SHIM, shim.body());
        assertEquals("text/html; charset=utf-8", header(shim, "Content-Type"));
        assertEquals("no-cache", header(shim, "Cache-Control"));
        assertEquals("Accept-Encoding", header(shim, "Vary"));
        assertEquals("\"0a1b2c\"", header(shim, "ETag"));
        assertEquals("nosniff", header(shim, "X-Content-Type-Options"));
        assertEquals("same-origin", header(shim, "Referrer-Policy"));
        assertEquals("none", header(shim, "Set-Cookie"));
    }

    @Test
    void getServesCompressedBytesToWhomAcceptsThem() throws Exception {
        HttpResponse<byte[]> gzip = site.sendForBytes(site.to("/").header("Accept-Encoding", "gzip"));
        assertEquals("gzip", header(gzip, "Content-Encoding"));
        assertEquals("W/\"0a1b2c\"", header(gzip, "ETag"));
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes();
        assertArrayEquals(RunningSite.SHIM.getBytes(), plain);
        HttpResponse<String> brotli = site.send(site.to("/").header("Accept-Encoding", "gzip, br"));
        assertEquals("br", header(brotli, "Content-Encoding"));
    }

    @Test
    void headTellsTheLengthOnly() throws Exception {
        String answer = RawAnswer.to(site, "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.contains("Content-Length: " + RunningSite.SHIM.length() + "\r\n"), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
    }

    @Test
    void knownContentsAreNotSentAgain() throws Exception {
        HttpResponse<String> known = site.send(
                site.to("/").header("Accept-Encoding", "br").header("If-None-Match", "\"other\", \"0a1b2c\""));
        assertEquals(304, known.statusCode());
        assertEquals("", known.body());
        assertEquals("W/\"0a1b2c\"", header(known, "ETag"));
        assertEquals("no-cache", header(known, "Cache-Control"));
        assertEquals("Accept-Encoding", header(known, "Vary"));
        assertEquals(
                200,
                site.send(site.to("/").header("If-None-Match", "\"other\"")).statusCode());
    }

    @Test
    void connectionServesFurtherRequestsAfterEachKindOfAnswer() throws Exception {
        String get = "GET / HTTP/1.1\r\nHost: a\r\n";
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
}
