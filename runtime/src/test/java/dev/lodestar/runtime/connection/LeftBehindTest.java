package dev.lodestar.runtime.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Reply;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Stderr;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftBehindTest {
    private static final Pattern CONNECTIONS = Pattern.compile(
            "(?m)^ *\\d+: +(\\d+) +\\d+ +" + Pattern.quote(HttpServerConnection.class.getName()) + "( .*)?$");
    private static final int REQUESTS = 200;

    /** Undertow gives a client ten seconds to close a connection. */
    private static final long LESS_THAN_PATIENCE = TimeUnit.SECONDS.toNanos(5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n",
                "GET /none HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /a/act HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n\r\nx",
                "GET \r\n\r\n",
                "\0\r\n\r\n"
            })
    void closedConnectionIsGarbageCollected(String request) throws Exception {
        try (RunningSite site = RunningSite.start(
                Config.defaults(), (routes, server) -> routes.action("/a/act", r -> Reply.unchanged()))) {
            answer(site, request);
            long before = alive();
            for (int i = 0; i < REQUESTS; i++) {
                answer(site, request);
            }
            long deadline = System.nanoTime() + LESS_THAN_PATIENCE;
            long left = alive() - before;
            while (left > REQUESTS / 10) {
                assertTrue(System.nanoTime() < deadline, left + " connections are remembered");
                left = alive() - before;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0\r\n\u00FF:x\r\n\r\n",
                "0\r\n:x\r\n\r\n",
                "0\r\n\r\n:\r\n",
                "0\r\n: \r\n",
                "0\r\nx\r\n\r\n",
                "0\r\n x\r\n\r\n",
                "x\r\n"
            })
    void bytesAfterAMalformedHeadAreIgnored(String body) throws Exception {
        try (Stderr log = Stderr.open();
                RunningSite site = RunningSite.start(Config.defaults(), (routes, server) -> {});
                Socket socket = site.socket()) {
            String head =
                    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            assertEquals('H', socket.getInputStream().read());
            socket.getOutputStream().write(body.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            Await.until(() -> site.connections() == 0);
            assertFalse(log.text().contains("ERROR"), log.text());
        }
    }

    private static void answer(RunningSite site, String request) throws Exception {
        try (Socket socket = site.socket()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            assertEquals('H', in.read());
        }
    }

    // What a full garbage collection leaves.
    private static long alive() throws Exception {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        Matcher line = CONNECTIONS.matcher(histogram);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }
}
