package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Reply;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.StartException;
import dev.lodestar.runtime.asset.TableBytes;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllowedHostsTest {
    private static final String UNCLEAR =
            "The request must name one host, in one header Host, and the same one in its URL if that is absolute.";

    private static RunningSite site(Config config) {
        return RunningSite.start(
                config,
                (routes, server) -> routes.view("/", Scope.everybody(), request -> out -> {})
                        .action("/a/1", request -> Reply.changed()));
    }

    private static void assertStatus(RunningSite site, int status, String... hosts) throws IOException {
        for (String host : hosts) {
            String answer = get(site, "/", "Host: " + host);
            assertEquals("HTTP/1.1 " + status, answer.substring(0, 12), host);
        }
    }

    private static String get(RunningSite site, String target, String headers) throws IOException {
        return RawAnswer.to(site, "GET " + target + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
    }

    @Test
    void serverOnLoopbackGoesByTheNamesOfLoopback() throws Exception {
        try (RunningSite site = site(Config.defaults())) {
            assertStatus(
                    site,
                    200,
                    "localhost",
                    "LOCALHOST:1",
                    "localhost.",
                    "a.b.localhost:8080",
                    "127.0.0.1:8080",
                    "127.9.9.9",
                    "[::1]:8080");
            assertStatus(
                    site,
                    421,
                    "shop.example",
                    "localhost.evil.example",
                    "127.0.0.1.evil.example",
                    "evillocalhost",
                    "192.168.1.20",
                    "0.0.0.0",
                    "[::]",
                    ".");
        }
    }

    @Test
    void serverGoesByTheNamesItIsGiven() throws Exception {
        Config config = Config.defaults().withAllowedHosts(Set.of("Shop.example", "[2001:db8::1]", "192.168.1.20"));
        try (RunningSite site = site(config)) {
            assertStatus(
                    site, 200, "shop.example", "SHOP.example.:443", "[2001:DB8::1]:8080", "192.168.1.20", "localhost");
            assertStatus(site, 421, "a.shop.example", "shop.example.evil.example", "192.168.1.21");
        }
        try (RunningSite site = site(Config.defaults().withAllowedHosts(Set.of("*")))) {
            assertStatus(site, 200, "shop.example", "192.168.1.20");
        }
    }

    @Test
    void inDevelopmentAnyAddressIsAllowedButNoName() throws Exception {
        try (RunningSite site = site(Config.defaults().withDevelopment(true))) {
            assertStatus(site, 200, "192.168.1.20:8080", "[fe80::1]:8080");
            assertStatus(site, 421, "evil.example", "192.168.1.20.evil.example");
        }
    }

    @Test
    void refusalSaysWhatToDo() throws Exception {
        try (RunningSite site = site(Config.defaults())) {
            String answer = get(site, "/nothing", "Host: Evil.example:80");
            assertTrue(
                    answer.endsWith(
                            "\r\n\r\nThe server does not go by the name evil.example; if it should, start it with"
                                    + " --allow-host evil.example."),
                    answer);
            String post = RawAnswer.to(
                    site,
                    "POST /a/1 HTTP/1.1\r\nHost: evil.example\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n"
                            + "Connection: close\r\n\r\n");
            assertTrue(post.startsWith("HTTP/1.1 421"), post);
        }
    }

    @Test
    void requestThatNamesNoHostOrSeveralIsRefused() throws Exception {
        try (RunningSite site = site(Config.defaults())) {
            for (String headers : new String[] {
                "X: y",
                "Host:",
                "Host: *",
                "Host: localhost\r\nHost: localhost",
                "Host: localhost, evil.example",
                "Host: user@localhost",
                "Host: localhost:x",
                "Host: localhost/",
                "Host: [::1",
                "Host: " + "a".repeat(300) + ".localhost"
            }) {
                String answer = get(site, "/", headers);
                assertTrue(answer.startsWith("HTTP/1.1 400 Bad Request\r\n"), headers + " got " + answer);
                assertTrue(answer.endsWith("\r\n\r\n" + UNCLEAR), headers + " got " + answer);
            }
            assertEquals(
                    "HTTP/1.0 400", RawAnswer.to(site, "GET / HTTP/1.0\r\n\r\n").substring(0, 12));
        }
    }

    private static void assertAbsolute(RunningSite site, int status, String target, String host) throws IOException {
        assertEquals("HTTP/1.1 " + status, get(site, target, "Host: " + host).substring(0, 12), target);
    }

    @Test
    void absoluteUrlAndHostNameTheSame() throws Exception {
        try (RunningSite site = site(Config.defaults())) {
            assertAbsolute(site, 200, "http://localhost/?a", "localhost");
            String other = get(site, "http://evil.example/", "Host: localhost");
            assertTrue(other.startsWith("HTTP/1.1 400 ") && other.endsWith("\r\n\r\n" + UNCLEAR), other);
            assertAbsolute(site, 421, "http://evil.example/", "evil.example");
        }
    }

    @Test
    void monitorMayAskByAnyName() throws Exception {
        try (RunningSite site = site(Config.defaults())) {
            assertTrue(get(site, "/healthz", "Host: 10.0.0.7:8080").startsWith("HTTP/1.1 200"));
            assertEquals(
                    "HTTP/1.0 200",
                    RawAnswer.to(site, "GET /healthz HTTP/1.0\r\n\r\n").substring(0, 12));
        }
    }

    @Test
    void serverForOthersThanThisMachineMustKnowItsNames() {
        Config reachable = Config.defaults().withHost("0.0.0.0").withPort(0);
        RouteTable routes = RouteTable.over(
                        new TableBytes().shim("/", RunningSite.SHIM).read())
                .view("/", Scope.everybody(), request -> out -> {})
                .build();
        try (Server server = Server.create(reachable)) {
            String message = assertThrows(StartException.class, () -> server.start(routes))
                    .getMessage();
            assertTrue(message.startsWith("A server that listens at 0.0.0.0 must know the names"), message);
            assertTrue(message.contains("--allow-host shop.example, with --allow-host '*' behind a proxy"), message);
        }
        for (Config enough : new Config[] {
            reachable.withAllowedHosts(Set.of("shop.example")),
            reachable.withDevelopment(true),
            reachable.withHost("localhost")
        }) {
            try (Server server = Server.create(enough)) {
                assertTrue(server.start(routes).port() > 0);
            }
        }
    }
}
