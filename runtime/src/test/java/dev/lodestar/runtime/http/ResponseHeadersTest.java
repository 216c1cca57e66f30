package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Html;
import dev.lodestar.Patch;
import dev.lodestar.Permission;
import dev.lodestar.Reply;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseHeadersTest {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String STILL = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " media-src 'self'; font-src 'self' data:; object-src 'self'; frame-ancestors 'self'";
    private static final String PAGE =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:"
                    + " https:; media-src 'self' data: blob: https:; font-src 'self' data: https:; frame-src 'self' https:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; script-src 'self'";
    private static final String OFF = "accelerometer=(), camera=(), display-capture=(), geolocation=(),"
            + " gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(),"
            + " payment=(), serial=(), usb=(), xr-spatial-tracking=()";

    private static RunningSite site;

    private static void routes(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> out.text("shown"))
                .action("/a/none", request -> Reply.changed())
                .action("/a/patch", request -> Reply.html(Html.raw("<p id=a></p>")))
                .action("/a/run", request -> Reply.patch(new Patch.Script("run()")))
                .action("/a/go", request -> Reply.redirect("/other"))
                .action("/a/refuse", request -> Reply.error(409, "No."))
                .action("/a/fail", request -> {
                    throw new IllegalStateException("on purpose");
                });
    }

    @BeforeAll
    static void start() {
        site = RunningSite.start(Config.defaults().withMetrics(true), ResponseHeadersTest::routes);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /** The status, as {@code :status}, and the headers, by their names in lower case. */
    private static Map<String, String> head(String start, String... headers) throws IOException {
        try (Socket socket = site.socket()) {
            String request = start + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + (headers.length == 0 ? "" : "\r\n") + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return parse(socket.getInputStream());
        }
    }

    private static Map<String, String> parse(InputStream in) throws IOException {
        String[] lines = RawAnswer.head(in).split("\r\n");
        Map<String, String> head = new TreeMap<>();
        head.put(":status", lines[0].split(" ")[1]);
        for (int i = 1; i < lines.length; i++) {
            String[] halves = lines[i].split(": ", 2);
            assertNull(head.put(halves[0].toLowerCase(), halves[1]), "twice: " + lines[i]);
        }
        return head;
    }

    private static void assertGuarded(Map<String, String> head, String cache, String policy, String frames) {
        assertEquals(cache, head.get("cache-control"));
        assertEquals(policy, head.get("content-security-policy"));
        assertEquals(frames, head.get("x-frame-options"));
        assertEquals("nosniff", head.get("x-content-type-options"));
        assertEquals("same-origin", head.get("referrer-policy"));
        assertEquals("same-origin", head.get("cross-origin-opener-policy"));
        assertEquals("same-origin", head.get("cross-origin-resource-policy"));
        assertEquals(OFF, head.get("permissions-policy"));
        assertNull(head.get("strict-transport-security"), "only under TLS");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /, 200, page",
        "HEAD /, 200, page",
        "GET / If-None-Match: *, 304, page",
        "GET /assets/0a1b2c/app.css, 200, file",
        "GET /assets/0a1b2c/app.css If-None-Match: *, 304, file",
        "GET /assets/0a1b2c/empty.bin, 200, file",
        "GET /robots.txt, 200, well-known",
        "GET /robots.txt Range: bytes=1-2, 206, well-known",
        "GET /robots.txt Range: bytes=99-, 416, file-problem",
        "GET /assets/0a1b2c/app.css Accept-Encoding: identity;q=0, 406, nothing",
        "POST /, 200, stream",
        "POST /a/none, 204, nothing",
        "POST /a/patch, 200, nothing",
        "POST /a/go, 303, nothing",
        "POST /a/go Datastar-Request: true, 200, nothing",
        "POST /a/refuse, 409, nothing",
        "POST /a/fail, 500, nothing",
        "POST /a/none Content-Length: 9999999, 413, nothing",
        "POST /a/none Content-Encoding: br, 204, nothing",
        "POST /a/none Sec-Fetch-Site: cross-site, 403, nothing",
        "PUT /, 405, nothing",
        "GET /nothing, 404, nothing",
        "GET /a/script?none, 404, nothing",
        "GET /healthz, 200, nothing",
        "GET /metrics, 200, nothing",
        "GET / Host: evil.example, 421, nothing",
        "GET / Host: *, 400, nothing",
        "GET / Transfer-Encoding: gzip, 400, nothing"
    })
    void everyResponseIsGuardedAndKeptAsLongAsItMay(String request, int status, String kind) throws Exception {
        String[] words = request.split(" ", 3);
        String more = words.length == 3 ? words[2] : "X: y";
        Map<String, String> head = head(
                words[0] + " " + words[1],
                more.startsWith("Host") ? "A: b" : "Host: localhost",
                more.startsWith("Sec") ? "C: d" : "Sec-Fetch-Site: same-origin",
                more.startsWith("Content-Length") || more.startsWith("Transfer") ? "E: f" : "Content-Length: 0",
                more);
        assertEquals(status, Integer.parseInt(head.get(":status")));
        switch (kind) {
            case "page" -> assertGuarded(head, "private, no-cache", PAGE, "DENY");
            case "file" -> assertGuarded(head, "public, max-age=31536000, immutable", STILL, "SAMEORIGIN");
            case "well-known" -> assertGuarded(head, "no-cache", STILL, "SAMEORIGIN");
            case "file-problem" -> assertGuarded(head, "no-store", STILL, "SAMEORIGIN");
            case "stream" -> assertGuarded(head, "no-store, no-transform", NOTHING, "DENY");
            default -> assertGuarded(head, "no-store", NOTHING, "DENY");
        }
    }

    @Test
    void scriptOfAReplyIsGuardedToo() throws Exception {
        Matcher url = Pattern.compile("/a/script\\?[\\w-]+")
                .matcher(site.post("/a/run", "{}").body());
        assertTrue(url.find());
        assertGuarded(head("GET " + url.group(), "Host: localhost"), "no-store", NOTHING, "DENY");
    }

    /** A malformed request never reaches the application. The answer needs no further guards. */
    @Test
    void malformedRequestIsAnsweredWithoutABody() throws Exception {
        for (String start :
                new String[] {"GET / HTTP/9.9", "GET /?a=%zz HTTP/1.1", "GET /\u0000", "GET / HTTP/1.1\r\nA b: c"}) {
            String answer = RawAnswer.to(site, start + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            int end = answer.indexOf("\r\n\r\n");
            assertTrue(answer.isEmpty() || answer.contains("nosniff") || end == answer.length() - 4, answer);
        }
    }

    private static String transportSecurity(Config config, String scheme, String host) {
        HttpServerExchange exchange = new HttpServerExchange(null);
        exchange.setRequestScheme(scheme);
        exchange.getRequestHeaders().put(Headers.HOST, host);
        ResponseHeaders.of(config, Set.of()).put(exchange);
        return exchange.getResponseHeaders().getFirst(Headers.STRICT_TRANSPORT_SECURITY);
    }

    @Test
    void underTlsBrowsersAreToldToStayThereButNotWhereOneDevelops() {
        assertEquals("max-age=31536000", transportSecurity(Config.defaults(), "https", "shop.example:8443"));
        assertNull(transportSecurity(Config.defaults(), "http", "shop.example"));
        assertNull(transportSecurity(Config.defaults(), "https", "localhost:8443"));
        assertNull(transportSecurity(Config.defaults(), "https", "127.0.0.1"));
        assertNull(transportSecurity(Config.defaults().withDevelopment(true), "https", "shop.example"));
    }

    @Test
    void applicationChangesWhatItNeedsAndNothingElse() throws Exception {
        try (RunningSite own = RunningSite.start((routes, server) -> {
            routes(routes, server);
            routes.csp("img-src 'self'", "frame-ancestors https://portal.example", "upgrade-insecure-requests")
                    .permissions(Permission.CAMERA, Permission.MICROPHONE)
                    .unsafeEval();
        })) {
            HttpHeaders head = own.get("/").headers();
            assertEquals(
                    PAGE.replace("img-src 'self' data: blob: https:", "img-src 'self'")
                                    .replace("frame-ancestors 'none'", "frame-ancestors https://portal.example")
                            + " 'unsafe-eval'; upgrade-insecure-requests",
                    head.firstValue("Content-Security-Policy").orElseThrow());
            assertTrue(head.firstValue("X-Frame-Options").isEmpty(), "it cannot say which site");
            assertEquals(
                    OFF.replace("camera=()", "camera=(self)").replace("microphone=()", "microphone=(self)"),
                    head.firstValue("Permissions-Policy").orElseThrow());
            HttpHeaders other = own.get("/nothing").headers();
            assertEquals(NOTHING, other.firstValue("Content-Security-Policy").orElseThrow());
            assertEquals("DENY", other.firstValue("X-Frame-Options").orElseThrow());
        }
    }
}
