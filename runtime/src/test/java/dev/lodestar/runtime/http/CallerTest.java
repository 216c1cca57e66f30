package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Stderr;
import dev.lodestar.runtime.Trusting;
import dev.lodestar.runtime.connection.Listener;
import dev.lodestar.runtime.connection.http2.Http2Socket;
import dev.lodestar.runtime.connection.refusal.RequestHandler;
import dev.lodestar.runtime.http.answer.Answer;
import dev.lodestar.runtime.proxy.Proxies;
import dev.lodestar.runtime.tls.Certificates;
import io.undertow.server.HttpServerExchange;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server takes a request for, as shown by an action that reports it. */
class CallerTest {
    private static final Proxies NOBODY = Proxies.of(Set.of());
    private static final Config ANY_PORT = Config.defaults().withPort(0);
    private static final String[] FORWARDED = {
        "X-Forwarded-For", "203.0.113.5", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "shop.example"
    };

    private static void show(HttpServerExchange exchange) {
        String client = exchange.getSourceAddress().getAddress().getHostAddress();
        String host = exchange.getRequestHeaders().getFirst("Host").replaceAll(":[0-9]+$", "");
        Answer.text(exchange, 200, exchange.getRequestScheme() + " " + host + " " + client);
    }

    private static RequestHandler behind(String scheme, Set<String> proxies) {
        return new CallerHandler(scheme, Proxies.of(proxies), CallerTest::show);
    }

    private static String answer(Listener listener, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.port()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void proxyThatIsNamedIsBelievedAndNobodyElse() throws Exception {
        Listener named = Listener.open(ANY_PORT, NOBODY, null, behind("http", Set.of("127.0.0.0/8")), died -> {});
        Listener unnamed = Listener.open(ANY_PORT, NOBODY, null, behind("http", Set.of("10.0.0.0/8")), died -> {});
        try {
            assertEquals("https shop.example 203.0.113.5", answer(named, FORWARDED));
            assertEquals("http 127.0.0.1 127.0.0.1", answer(unnamed, FORWARDED));
            assertEquals(
                    "https shop.example 203.0.113.5",
                    answer(
                            named,
                            "X-Forwarded-For",
                            "6.6.6.6",
                            "X-Forwarded-For",
                            "203.0.113.5",
                            "X-Forwarded-Proto",
                            "http",
                            "X-Forwarded-Proto",
                            "https",
                            "X-Forwarded-Host",
                            "evil.example",
                            "X-Forwarded-Host",
                            "shop.example"));
            assertEquals("http 127.0.0.1 127.0.0.1", answer(named));
            assertEquals("The header Forwarded is not well-formed.", answer(named, "Forwarded", "for"));
            assertEquals(
                    "https a.example 2001:db8:0:0:0:0:0:7",
                    answer(
                            named,
                            "Forwarded",
                            "for=6.6.6.6",
                            "Forwarded",
                            "for=\"[2001:db8::7]\";proto=https;host=a.example"));
        } finally {
            named.close();
            unnamed.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Proto: https",
                "Forwarded: for=1.2.3.4;proto=https",
                "Origin: https://localhost",
                "Origin: https://localhost:443"
            })
    void proxyThatSpeaksTlsAndIsNotNamedIsToldOfOnce(String header) throws Exception {
        try (RunningSite site = RunningSite.start((routes, server) -> {});
                Stderr log = Stderr.open()) {
            String request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
            RawAnswer.to(site, request + "Origin: https://other.example\r\nX-Forwarded-Proto: http\r\n\r\n");
            assertFalse(log.text().contains("https"), log.text());
            for (int i = 0; i < 3; i++) {
                RawAnswer.to(site, request + header + "\r\n\r\n");
            }
            assertEquals(2, log.text().split("start the server with --proxy 127.0.0.1 ", -1).length, log.text());
        }
    }

    @Test
    void namedProxyThatDoesNotTellTheSchemeIsToldOf() throws Exception {
        Config config = Config.defaults().withProxies(Set.of("127.0.0.1"));
        try (RunningSite site = RunningSite.start(config, (routes, server) -> {});
                Stderr log = Stderr.open()) {
            String request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
            RawAnswer.to(site, request + "X-Forwarded-Proto: https\r\n\r\n");
            assertFalse(log.text().contains("https"), log.text());
            RawAnswer.to(site, request + "Origin: https://localhost\r\n\r\n");
            assertTrue(log.text().contains("let it send X-Forwarded-Proto"), log.text());
        }
    }

    @Test
    void schemeIsTheConnectionsWhateverTheClientClaims(@TempDir Path folder) throws Exception {
        Config config = ANY_PORT.withTls(Certificates.write(folder, "EC"));
        Listener listener = Listener.open(
                config,
                NOBODY,
                Certificates.serving(config.tls().orElseThrow()),
                behind("https", Set.of()),
                died -> {});
        try (Http2Socket claimsHttp = new Http2Socket(Trusting.http2(listener.port()))) {
            claimsHttp.await(claimsHttp.post("/"), "https localhost 127.0.0.1");
        } finally {
            listener.close();
        }
    }
}
