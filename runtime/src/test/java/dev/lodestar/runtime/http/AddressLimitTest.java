package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.Reply;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.OpenStream;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.connection.http2.Http2Socket;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import dev.lodestar.runtime.tls.Certificates;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that invent a session for each request reach the limits of their address, and nobody else is affected. */
class AddressLimitTest {
    /** For an address two streams, a burst of six actions, and one action per second in the long run. */
    private static final Limits LIMITS = Limits.defaults()
            .withStreamsPerAddress(2)
            .withActionsPerSecond(1)
            .withActionBurst(6)
            .withActionsPerAddress(1);

    private static final String ACTIONS_REFUSED =
            "No more than 1 actions may be run from your address in a second, and 6 at once after a pause.";
    private static final String STREAM_REFUSED =
            "There are 2 open streams from your address already; close some, or try again later.";

    private int sessions;

    private static RunningSite start(Config config) {
        return RunningSite.start(config, AddressLimitTest::routes);
    }

    private static RunningSite start(Limits limits) {
        return start(Config.defaults().withLimits(limits));
    }

    private static void routes(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> out.text("shown"))
                .action("/a/1", request -> Reply.changed())
                .action("/a/any", request -> Reply.changed())
                .crossOrigin("/a/any");
    }

    /** A well-formed session id that no server created. */
    private String madeUp() {
        sessions++;
        return "A".repeat(18) + String.format("%04d", sessions);
    }

    private HttpResponse<String> act(RunningSite site, String session) throws Exception {
        return send(site, site.to("/a/1").header("Cookie", "lodestar=" + session));
    }

    /**
     * Acts as a new browser each time until it is refused, which may take longer than its share if a second goes by.
     */
    private HttpResponse<String> actUntilRefused(RunningSite site, String client) throws Exception {
        HttpResponse<String> answer = actVia(site, client);
        for (int i = 0; i < 20 && answer.statusCode() == 204; i++) {
            answer = actVia(site, client);
        }
        return answer;
    }

    private HttpResponse<String> actVia(RunningSite site, String client) throws Exception {
        return send(
                site, site.to("/a/1").header("Cookie", "lodestar=" + madeUp()).header("X-Forwarded-For", client));
    }

    private static HttpResponse<String> send(RunningSite site, HttpRequest.Builder request) throws Exception {
        return site.send(request.POST(BodyPublishers.noBody()));
    }

    private OpenStream stream(RunningSite site) throws Exception {
        return site.stream(site.to("/").header("Cookie", "lodestar=" + madeUp()));
    }

    private static void assertRefused(String retryAfter, String sentence, HttpResponse<String> answer) {
        assertEquals(429, answer.statusCode());
        assertEquals(retryAfter, answer.headers().firstValue("Retry-After").orElse("none"));
        assertEquals(sentence, answer.body());
    }

    /** The head of the answer to a request from 127.0.0.2. */
    private static String fromElsewhere(Socket socket, RunningSite site, String path) throws IOException {
        socket.bind(new InetSocketAddress("127.0.0.2", 0));
        site.connected(socket);
        String head = "POST " + path
                + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return RawAnswer.head(socket.getInputStream());
    }

    @Test
    void madeUpSessionsGetAnAddressNoMoreActions() throws Exception {
        try (RunningSite site = start(LIMITS);
                Socket elsewhere = new Socket()) {
            for (int i = 0; i < 6; i++) {
                assertEquals(204, act(site, madeUp()).statusCode());
            }
            assertRefused("1", ACTIONS_REFUSED, actUntilRefused(site, "203.0.113.5"));
            assertTrue(fromElsewhere(elsewhere, site, "/a/1").startsWith("HTTP/1.1 204"));
        }
    }

    @Test
    void actionsWithoutASessionCountForTheirAddressToo() throws Exception {
        try (RunningSite site = start(LIMITS.withActionBurst(20))) {
            for (int i = 0; i < 10; i++) {
                assertEquals(204, send(site, site.to("/a/1")).statusCode());
                assertEquals(204, send(site, site.to("/a/any")).statusCode());
            }
            assertEquals(429, actUntilRefused(site, "203.0.113.5").statusCode());
        }
    }

    @Test
    void actionThatItsSessionIsRefusedTakesNothingOfItsAddress() throws Exception {
        try (RunningSite site = start(LIMITS.withActionBurst(3).withActionsPerAddress(2))) {
            String greedy = madeUp();
            for (int i = 0; i < 3; i++) {
                assertEquals(204, act(site, greedy).statusCode());
            }
            int refused = 0;
            for (int i = 0; i < 20; i++) {
                refused += act(site, greedy).statusCode() == 429 ? 1 : 0;
            }
            assertTrue(refused >= 10, refused + " of 20 were refused");
            for (int i = 0; i < 3; i++) {
                assertEquals(204, act(site, madeUp()).statusCode());
            }
        }
    }

    @Test
    void madeUpSessionsGetAnAddressNoMoreStreamsAndOneComesInWhenOneHasGone() throws Exception {
        try (RunningSite site = start(LIMITS);
                Socket elsewhere = new Socket()) {
            OpenStream first = stream(site);
            first.await("shown");
            stream(site).await("shown");
            for (int i = 0; i < 5; i++) {
                HttpRequest.Builder third = site.to("/").header("Cookie", "lodestar=" + madeUp());
                assertRefused("5", STREAM_REFUSED, send(site, third));
            }
            assertTrue(fromElsewhere(elsewhere, site, "/").startsWith("HTTP/1.1 200"));
            first.close();
            Await.until(() -> site.server().hub().watching() == 2);
            stream(site).await("shown");
        }
    }

    @Test
    void streamThatItsSessionIsRefusedTakesNothingOfItsAddress() throws Exception {
        try (RunningSite site = start(LIMITS.withStreamsPerSession(1))) {
            String greedy = "lodestar=" + madeUp();
            site.stream(site.to("/").header("Cookie", greedy)).await("shown");
            for (int i = 0; i < 5; i++) {
                HttpResponse<String> refused = send(site, site.to("/").header("Cookie", greedy));
                assertRefused("5", "There are 1 open streams already; close a tab.", refused);
            }
            stream(site).await("shown");
        }
    }

    @Test
    void streamsOverHttp2CountForTheirAddressToo(@TempDir Path folder) throws Exception {
        Config config = Config.defaults().withLimits(LIMITS).withTls(Certificates.write(folder, "EC"));
        try (RunningSite site = start(config);
                Http2Socket one = new Http2Socket(site.http2());
                Http2Socket another = new Http2Socket(site.http2())) {
            int first = streamOver(one);
            one.await(first, "shown");
            another.await(streamOver(another), "shown");
            one.await(streamOver(one), STREAM_REFUSED);
            another.await(streamOver(another), STREAM_REFUSED);
            one.reset(first);
            Await.until(() -> site.server().hub().watching() == 1);
            another.await(streamOver(another), "shown");
        }
    }

    private int streamOver(Http2Socket browser) throws IOException {
        return browser.postWithCookie("/", "__Host-lodestar=" + madeUp());
    }

    @Test
    void addressIsTheOneThatTrustedProxiesTell() throws Exception {
        Config config = Config.defaults().withLimits(LIMITS).withProxies(Set.of("127.0.0.1"));
        try (RunningSite site = start(config)) {
            for (int i = 0; i < 6; i++) {
                assertEquals(204, actVia(site, "203.0.113.5").statusCode());
                assertEquals(204, actVia(site, "2001:db8::" + i).statusCode());
            }
            assertRefused("1", ACTIONS_REFUSED, actUntilRefused(site, "203.0.113.5"));
            assertRefused("1", ACTIONS_REFUSED, actUntilRefused(site, "198.51.100.1, 203.0.113.5"));
            assertRefused("1", ACTIONS_REFUSED, actUntilRefused(site, "2001:db8::ffff"));
            assertEquals(204, actVia(site, "203.0.113.6").statusCode());
            assertEquals(204, actVia(site, "2001:db8:0:1::1").statusCode());
        }
    }

    @Test
    void proxyThatHidesItsClientsIsNotLimitedForAllOfThem() throws Exception {
        Config config = Config.defaults().withLimits(LIMITS).withProxies(Set.of("127.0.0.1"));
        try (RunningSite site = start(config)) {
            for (int i = 0; i < 10; i++) {
                assertEquals(204, act(site, madeUp()).statusCode());
                assertEquals(204, send(site, site.to("/a/1")).statusCode());
                assertEquals(204, actVia(site, "unknown").statusCode());
            }
            for (int i = 0; i < 4; i++) {
                stream(site).await("shown");
            }
            String greedy = madeUp();
            for (int i = 0; i < 6; i++) {
                assertEquals(204, act(site, greedy).statusCode());
            }
            int refused = 0;
            for (int i = 0; i < 20; i++) {
                refused += act(site, greedy).statusCode() == 429 ? 1 : 0;
            }
            assertTrue(refused >= 10, refused + " of 20 were refused");
        }
    }

    @Test
    void madeUpSessionsOpenStreamsNoFasterForAnAddress() throws Exception {
        Limits limits = Limits.defaults()
                .withStreamOpeningsPerSecond(1)
                .withStreamOpeningBurst(6)
                .withStreamOpeningsPerAddress(1);
        try (RunningSite site = start(limits);
                Socket elsewhere = new Socket()) {
            for (int i = 0; i < 6; i++) {
                OpenStream stream = stream(site);
                stream.await("shown");
                stream.close();
            }
            assertRefused(
                    "1",
                    "No more than 1 streams may be opened from your address in a second, and 6 at once after a pause.",
                    send(site, site.to("/").header("Cookie", "lodestar=" + madeUp())));
            assertTrue(fromElsewhere(elsewhere, site, "/").startsWith("HTTP/1.1 200"));
        }
    }
}
