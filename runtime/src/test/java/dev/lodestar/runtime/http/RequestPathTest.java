package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lodestar.Config;
import dev.lodestar.Reply;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.connection.http2.Http2Socket;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import dev.lodestar.runtime.tls.Certificates;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but its own path leads to a route, so that a proxy's rule about that path holds. */
class RequestPathTest {
    private static final Config SHOWS_METRICS = Config.defaults().withMetrics(true);

    /** The asset {@code a +%ä.txt}, as the compiler writes its URL and as other programs may rewrite it. */
    private static final String[] SAME_ASSET = {
        "/assets/0a1b2c/a%20%2B%25%C3%A4.txt",
        "/assets/0a1b2c/a%20%2b%25%c3%a4.txt",
        "/assets/0a1b2c/a%20+%25%C3%A4.txt",
        "http://localhost/assets/0a1b2c/a%20%2B%25%C3%A4.txt"
    };

    private static RunningSite site;

    private static void routes(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> {})
                .view("/page", Scope.everybody(), request -> out -> {})
                .action("/a/1", request -> Reply.unchanged());
    }

    @BeforeAll
    static void start() {
        site = RunningSite.start(SHOWS_METRICS, RequestPathTest::routes);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static String get(String target) throws IOException {
        return RawAnswer.to(site, request(target));
    }

    private static String request(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    @Test
    void pathItselfIsFound() throws Exception {
        for (String target : new String[] {"/metrics", "/metrics?;x", "http://localhost/metrics"}) {
            String answer = get(target);
            assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.contains("lodestar_subscribers"), answer);
        }
        assertTrue(get("http://localhost").contains("<div id=\"lodestar\">"));
        for (String target : SAME_ASSET) {
            String answer = get(target);
            assertTrue(answer.endsWith("\r\n\r\n0123456789"), target + " got " + answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics;x",
                "/metrics;",
                "/metrics;a=b?c",
                "/;x/metrics",
                "/;/metrics",
                "/page/..;/metrics",
                "/metrics/",
                "/metrics//",
                "/metrics/.",
                "/metrics/..;/metrics",
                "//metrics",
                "/./metrics",
                "/../metrics",
                "/page/../metrics",
                "/%2e/metrics",
                "/page/%2e%2e/metrics",
                "/page/..%2fmetrics",
                "/%2fmetrics",
                "/%2Fmetrics",
                "/metrics%2f",
                "/%6detrics",
                "/%6Detrics",
                "/%6d%65%74%72%69%63%73",
                "/metrics%3b",
                "/metrics%3bx",
                "/metrics%3fx",
                "/metrics%23x",
                "/metrics%20",
                "/metrics+",
                "/metrics%00",
                "/metrics%00.txt",
                "/metrics%0a",
                "/%5cmetrics",
                "/metrics%5c",
                "/METRICS",
                "/metric%73%20",
                "/%256detrics",
                "/%e1%bb%bf",
                "/assets/0a1b2c/%61%20%2B%25%C3%A4.txt",
                "/assets/0a1b2c/a%20%2B%25%C3%A4.txt;x",
                "/assets%2f0a1b2c/app.css",
                "/assets/0a1b2c/%2e/app.css"
            })
    void whatIsOnlyLikeItIsNot(String target) throws Exception {
        assertNotFound(target);
        assertNotFound("http://localhost" + target);
    }

    private static void assertNotFound(String target) throws IOException {
        String answer = get(target);
        assertTrue(answer.startsWith("HTTP/1.1 404 "), target + " got " + answer);
    }

    /** Characters that no URL contains. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics\\",
                "\\metrics",
                "/\\metrics",
                "/metrics\u0000",
                "/metrics\u00ff",
                "/metrics#x",
                "/metrics\t",
                "/metrics%",
                "/metrics%6",
                "/%zz",
                "metrics"
            })
    void malformedPathIsABadRequest(String target) throws Exception {
        String answer = get(target);
        assertTrue(answer.startsWith("HTTP/1.1 400 "), target + " got " + answer);
    }

    @Test
    void sameHoldsOverHttp2(@TempDir Path folder) throws Exception {
        Config config = SHOWS_METRICS.withTls(Certificates.write(folder, "EC"));
        try (RunningSite secure = RunningSite.start(config, RequestPathTest::routes);
                Http2Socket socket = new Http2Socket(secure.http2())) {
            for (String found :
                    new String[] {"/metrics", "/assets/0a1b2c/a%20%2B%25%C3%A4.txt", "/assets/0a1b2c/a%20+%25%c3%a4.txt"
                    }) {
                socket.await(socket.post(found), "This address answers to GET, HEAD only.");
            }
            for (String target : new String[] {
                "/metrics;x",
                "/;x/metrics",
                "/page/..;/metrics",
                "/metrics/",
                "//metrics",
                "/./metrics",
                "/page/../metrics",
                "/%2e/metrics",
                "/%2fmetrics",
                "/%6detrics",
                "/metrics%3bx",
                "/metrics%00",
                "/metrics%5c",
                "/METRICS",
                "/%zz",
                "/metrics%",
                "/assets/0a1b2c/%61%20%2B%25%C3%A4.txt"
            }) {
                socket.await(socket.post(target), "There is nothing at this address.");
            }
            for (String target : new String[] {"metrics", "*", "http://localhost/metrics"}) {
                socket.await(socket.post(target), "The :path must begin with a slash.");
            }
        }
    }

    @Test
    void rulesOfAProxyAboutAPathHold(@TempDir Path folder) throws Exception {
        assumeTrue(Nginx.isInstalled() || System.getenv("CI") != null, "nginx is not installed.");
        String upstream = "http://127.0.0.1:" + site.server().port();
        try (Nginx proxy = Nginx.start(
                folder,
                "location / { proxy_pass " + upstream + "; }\n"
                        + "location = /metrics { deny all; }\n"
                        + "location /below/ { proxy_pass " + upstream + "/; }\n"
                        + "location = /below/metrics { deny all; }\n")) {
            assertEquals(403, status(through(proxy, "/metrics")));
            assertEquals(403, status(through(proxy, "/below/metrics")));
            for (String prefix : new String[] {"", "/below"}) {
                assertTrue(through(proxy, prefix + "/page").contains("<div id=\"lodestar\">"));
                String asset = through(proxy, prefix + "/assets/0a1b2c/a%20%2B%25%C3%A4.txt");
                assertTrue(asset.endsWith("\r\n\r\n0123456789"), asset);
                for (String like : new String[] {
                    "/metrics;x",
                    "/metrics;",
                    "/;x/metrics",
                    "/;/metrics",
                    "/page/..;/metrics",
                    "/metrics/",
                    "/metrics/.",
                    "//metrics",
                    "/./metrics",
                    "/page/../metrics",
                    "/%2e/metrics",
                    "/%2fmetrics",
                    "/metrics%2f",
                    "/%6detrics",
                    "/metrics%3bx",
                    "/metrics%20",
                    "/metrics%00",
                    "/metrics%5c",
                    "/metrics%3f",
                    "/metrics%23",
                    "/METRICS",
                    "/%256detrics",
                    "/metrics\\",
                    "/metrics#x"
                }) {
                    String answer = through(proxy, prefix + like);
                    assertTrue(status(answer) >= 400, prefix + like + " got " + answer);
                    assertFalse(answer.contains("lodestar_subscribers"), prefix + like);
                }
            }
        }
    }

    private static String through(Nginx proxy, String target) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", proxy.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request(target).getBytes(StandardCharsets.ISO_8859_1));
            return RawAnswer.rest(socket.getInputStream());
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }
}
