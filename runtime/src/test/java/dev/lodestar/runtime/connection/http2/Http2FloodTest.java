package dev.lodestar.runtime.connection.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Reply;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.tls.Certificates;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Floods of HTTP/2 frames: those that carry no data end the connection. */
class Http2FloodTest {
    private static final int ENHANCE_YOUR_CALM = 11;
    private static final int FRAME_SIZE_ERROR = 6;

    /** A few more frames than a connection may send before its first request. */
    private static final int MANY = 600;

    private static final byte[] SETTING_OF_NO_MEANING = {0x7f, 0, 0, 0, 0, 1};
    private static final byte[] PING = new byte[8];
    private static final byte[] ONE = Http2Socket.number(1);
    private static final byte[] DEPENDS_ON_NONE = {0, 0, 0, 0, 15};
    private static final byte[] PADDING_OF_255 = padded(new byte[0], 255);

    @TempDir
    private static Path folder;

    private static RunningSite site;
    private static int attackers;

    private static void routes(RouteTable.Builder routes, Server server) {
        routes.action(
                "/a/size",
                request ->
                        Reply.error(418, "Size " + request.signals().string("a").length() + "."));
    }

    @BeforeAll
    static void start() throws Exception {
        site = RunningSite.start(Config.defaults().withTls(Certificates.write(folder, "EC")), Http2FloodTest::routes);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static int post(Http2Socket client) throws IOException {
        return client.open(0, HeaderBlock.of("POST", "/a/size").add("sec-fetch-site", "same-origin"));
    }

    /** A client with an address of its own, since an address whose connections are cut off has to wait. */
    private static Http2Socket attacker() throws IOException {
        attackers++;
        return from("127.0.1." + attackers);
    }

    private static Http2Socket from(String address) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(address, 0));
        return new Http2Socket(site.http2(socket));
    }

    private static byte[] padded(byte[] data, int padding) {
        byte[] payload = new byte[1 + data.length + padding];
        payload[0] = (byte) padding;
        System.arraycopy(data, 0, payload, 1, data.length);
        return payload;
    }

    private interface Frames {
        void send(Http2Socket client, int number) throws IOException;
    }

    enum Flood {
        PING_FRAMES((client, number) -> client.frames(number, Http2Socket.PING, 0, 0, PING)),
        PING_ACKS((client, number) -> client.frames(number, Http2Socket.PING, 1, 0, PING)),
        SETTINGS_FRAMES((client, number) -> client.frames(number, Http2Socket.SETTINGS, 0, 0)),
        SETTINGS_WITH_A_SETTING(
                (client, number) -> client.frames(number, Http2Socket.SETTINGS, 0, 0, SETTING_OF_NO_MEANING)),
        SETTINGS_ACKS((client, number) -> client.frames(number, Http2Socket.SETTINGS, 1, 0)),
        PRIORITY_FRAMES((client, number) -> client.frames(number, Http2Socket.PRIORITY, 0, 1, DEPENDS_ON_NONE)),
        WINDOW_UPDATES_OF_THE_CONNECTION(
                (client, number) -> client.frames(number, Http2Socket.WINDOW_UPDATE, 0, 0, ONE)),
        WINDOW_UPDATES_OF_A_STREAM(
                (client, number) -> client.frames(number, Http2Socket.WINDOW_UPDATE, 0, post(client), ONE)),
        EMPTY_DATA((client, number) -> client.frames(number, Http2Socket.DATA, 0, post(client))),
        DATA_WITH_PADDING_ALONE(
                (client, number) -> client.frames(number, Http2Socket.DATA, 8, post(client), PADDING_OF_255)),
        EMPTY_HEADERS((client, number) -> {
            for (int i = 0; i < number; i++) {
                client.frame(Http2Socket.HEADERS, Http2Socket.END_HEADERS | Http2Socket.END_STREAM, 2 * i + 1);
            }
        }),
        EMPTY_CONTINUATIONS((client, number) -> {
            client.frame(Http2Socket.HEADERS, 0, 1);
            client.frames(number, Http2Socket.CONTINUATION, 0, 1);
        }),
        UNKNOWN_TYPES((client, number) -> client.frames(number, 0x42, 0, 1)),
        PRIORITY_UPDATES((client, number) -> client.frames(number, 0x10, 0, 0, ONE)),
        FEW_OF_AN_UNKNOWN_TYPE_BUT_LARGE((client, number) -> client.frames(2, 0x42, 0, 0, new byte[16_384]));

        private final Frames frames;

        Flood(Frames frames) {
            this.frames = frames;
        }

        /** Sends until the server cuts off the connection. */
        void sendUntilCutOff(Http2Socket attacker) throws Exception {
            try {
                frames.send(attacker, MANY);
            } catch (SocketException e) {
                // It was cut off before the last frame.
            }
            attacker.awaitCutOff(ENHANCE_YOUR_CALM);
        }
    }

    @ParameterizedTest
    @EnumSource
    void framesWithoutDataEndTheConnection(Flood flood) throws Exception {
        try (Http2Socket attacker = attacker()) {
            flood.sendUntilCutOff(attacker);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endlessFloodIsNotRead(Flood flood) throws Exception {
        try (Http2Socket attacker = attacker()) {
            assertThrows(IOException.class, () -> {
                while (true) {
                    flood.frames.send(attacker, MANY);
                }
            });
        }
        assertEquals(200, site.get("/healthz").statusCode());
    }

    @Test
    void addressWhoseConnectionsAreCutOffRepeatedlyHasToWaitAndNobodyElse() throws Exception {
        long begin = System.nanoTime();
        floodFrom("127.0.2.1");
        floodFrom("127.0.2.1");
        FutureTask<Void> waiting = new FutureTask<>(() -> {
            floodFrom("127.0.2.1");
            return null;
        });
        new Thread(waiting).start();
        try (Http2Socket other = from("127.0.2.2")) {
            other.awaitEnd(other.open(Http2Socket.END_STREAM, HeaderBlock.of("GET", "/page")));
        }
        assertFalse(waiting.isDone());
        waiting.get();
        // Two at once, then one in five seconds.
        assertTrue(System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(4));
    }

    private static void floodFrom(String address) throws Exception {
        try (Http2Socket attacker = from(address)) {
            Flood.PING_FRAMES.sendUntilCutOff(attacker);
        }
    }

    @Test
    void tooLargeFrameIsRefusedBeforeItArrives() throws Exception {
        for (int type = 0; type < 9; type++) {
            try (Http2Socket attacker = attacker()) {
                attacker.send(new byte[] {0, 0x40, 1, (byte) type, 0, 0, 0, 0, 1});
                assertEquals(FRAME_SIZE_ERROR, attacker.awaitGoAway());
            }
        }
    }

    @Test
    void clientThatUpdatesTheWindowForEachFrameIsServed() throws Exception {
        try (Http2Socket client = from("127.0.0.1")) {
            for (int i = 0; i < MANY; i++) {
                // A page is one frame of data, and two WINDOW_UPDATE frames answer it.
                int page = client.open(Http2Socket.END_STREAM, HeaderBlock.of("GET", "/page"));
                client.awaitEnd(page);
            }
        }
    }

    @Test
    void uploadInSmallPaddedFramesIsReadCompletely() throws Exception {
        try (Http2Socket client = from("127.0.0.1")) {
            int stream = post(client);
            client.frame(Http2Socket.DATA, 0, stream, "{\"a\":\"".getBytes(StandardCharsets.US_ASCII));
            client.frames(5 * MANY, Http2Socket.DATA, 8, stream, padded(new byte[] {'x'}, 10));
            client.frame(Http2Socket.DATA, 0, stream, "\"}".getBytes(StandardCharsets.US_ASCII));
            client.frame(Http2Socket.DATA, Http2Socket.END_STREAM, stream);
            client.await(stream, "Size " + 5 * MANY + ".");
        }
    }

    @Test
    void clientThatKeepsItsConnectionAliveIsServed() throws Exception {
        try (Http2Socket client = from("127.0.0.1")) {
            // What browsers and proxies do, only more of it.
            client.frame(Http2Socket.WINDOW_UPDATE, 0, 0, Http2Socket.number(1 << 30));
            client.frames(20, Http2Socket.PRIORITY, 0, 3, DEPENDS_ON_NONE);
            client.frames(20, Http2Socket.PING, 0, 0, PING);
            client.frames(10, Http2Socket.SETTINGS, 0, 0, SETTING_OF_NO_MEANING);
            for (int i = 0; i < 100; i++) {
                int page = client.open(Http2Socket.END_STREAM, HeaderBlock.of("GET", "/page"));
                client.frames(2, Http2Socket.PRIORITY, 0, page, DEPENDS_ON_NONE);
                client.frames(2, 0x10, 0, 0, ONE);
                client.awaitEnd(page);
            }
        }
    }
}
