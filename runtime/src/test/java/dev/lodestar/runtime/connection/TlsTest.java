package dev.lodestar.runtime.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.Reply;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.OpenStream;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.Trusting;
import dev.lodestar.runtime.connection.http2.Http2Socket;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import dev.lodestar.runtime.tls.Certificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // Closing before the end is what some of these tests are about.
class TlsTest {
    private static final int ALERT = 21;

    @TempDir
    private Path folder;

    private Config config = Config.defaults();
    private final AtomicInteger count = new AtomicInteger();

    @BeforeEach
    void makeCertificate() throws Exception {
        config = Config.defaults().withTls(Certificates.write(folder, "EC"));
    }

    private void counter(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> out.text("count " + count.get() + "."));
        routes.action("/a/inc", request -> {
            count.incrementAndGet();
            return Reply.changed();
        });
    }

    private static HttpRequest post(RunningSite site, String path) {
        return site.to(path).POST(BodyPublishers.noBody()).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "Ed25519"})
    void manyStreamsOfOneConnectionShowWhatAnActionDid(String algorithm) throws Exception {
        try (RunningSite site =
                RunningSite.start(config.withTls(Certificates.write(folder, algorithm)), this::counter)) {
            HttpClient client = site.client(HttpClient.Version.HTTP_2);
            List<OpenStream> streams = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                HttpResponse<InputStream> response = client.send(post(site, "/"), BodyHandlers.ofInputStream());
                assertEquals(HttpClient.Version.HTTP_2, response.version());
                streams.add(new OpenStream(response));
            }
            HttpResponse<String> done = client.send(post(site, "/a/inc"), BodyHandlers.ofString());
            assertEquals(204, done.statusCode());
            for (OpenStream stream : streams) {
                stream.await("count 1.");
            }
            site.close();
            for (OpenStream stream : streams) {
                assertTrue(stream.endsInOrder());
            }
        }
    }

    @Test
    void closingServerSendsGoAwayOverHttp2() throws Exception {
        try (RunningSite site = RunningSite.start(config, this::counter);
                Http2Socket idle = new Http2Socket(site.http2())) {
            int stream = idle.post("/");
            idle.await(stream, "count 0.");
            Thread closing = new Thread(site::close);
            closing.start();
            assertEquals(0, idle.awaitGoAway());
            closing.join();
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2", "TLSv1.3"})
    void streamOfHttp1IsEncryptedAndEndsInOrder(String protocol) throws Exception {
        Recorded wire = new Recorded();
        try (RunningSite site = RunningSite.start(config, this::counter);
                SSLSocket browser = (SSLSocket) site.connected(wire)) {
            browser.setEnabledProtocols(new String[] {protocol});
            browser.getOutputStream()
                    .write(
                            "POST / HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            assertTrue(RawAnswer.head(browser.getInputStream()).startsWith("HTTP/1.1 200"));
            assertEquals(protocol, browser.getSession().getProtocol());
            Await.until(() -> site.server().hub().watching() == 1);
            site.close();
            String taken = RawAnswer.rest(browser.getInputStream());
            assertTrue(taken.contains("count 0.") && taken.endsWith("\r\n0\r\n\r\n"), taken);
        }
        String seen = wire.taken.toString(StandardCharsets.ISO_8859_1);
        assertFalse(seen.contains("count 0.") || seen.contains("HTTP/1.1 200"), seen);
        // TLS 1.3 encrypts the type of a record, too.
        assertEquals(protocol.equals("TLSv1.2") ? ALERT : 23, wire.typeOfLastRecord());
    }

    @ParameterizedTest
    @EnumSource
    void bodiesLargerThanAWindowArriveUpToTheirLimit(HttpClient.Version version) throws Exception {
        try (RunningSite site = RunningSite.start(config, this::counter)) {
            HttpClient client = site.client(version);
            for (int bytes : new int[] {700_000, 2_000_000}) {
                HttpRequest request = site.to("/a/inc")
                        .POST(BodyPublishers.ofString("{\"text\":\"" + "x".repeat(bytes) + "\"}"))
                        .build();
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                assertEquals(version, answer.version());
                assertEquals(bytes < 1_000_000 ? 204 : 413, answer.statusCode(), answer.body());
            }
        }
    }

    @Test
    void olderProtocolsAreRefused() throws Exception {
        try (RunningSite site = RunningSite.start(config, this::counter);
                Socket socket = new Socket("127.0.0.1", site.server().port())) {
            // A ClientHello of TLS 1.1, which the JDK no longer produces.
            byte[] hello = new byte[50];
            byte[] head = {22, 3, 1, 0, 45, 1, 0, 0, 41, 3, 2};
            System.arraycopy(head, 0, hello, 0, head.length);
            hello[45] = 2;
            hello[46] = (byte) 0xc0;
            hello[47] = 0x13;
            hello[48] = 1;
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(hello);
            byte[] answer = socket.getInputStream().readAllBytes();
            assertEquals(ALERT, answer[0]);
            // "protocol_version"
            assertEquals(70, answer[answer.length - 1]);
        }
    }

    @Test
    void plainRequestIsClosedAndNotLogged() throws Exception {
        PrintStream log = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        try (RunningSite site = RunningSite.start(config, this::counter);
                Socket socket = new Socket("127.0.0.1", site.server().port())) {
            System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            assertTrue(answer.length == 0 || answer[0] == ALERT, new String(answer, StandardCharsets.ISO_8859_1));
            assertEquals(200, site.get("/healthz").statusCode());
        } finally {
            System.setErr(log);
        }
        assertEquals("", logged.toString(StandardCharsets.UTF_8));
    }

    @Test
    void silentConnectionsAreClosed() throws Exception {
        Limits limits =
                Limits.defaults().withRequestTime(Duration.ofMillis(400)).withIdleTime(Duration.ofMillis(400));
        try (RunningSite site = RunningSite.start(config.withLimits(limits), this::counter);
                Socket noHello = new Socket("127.0.0.1", site.server().port());
                SSLSocket noRequest = (SSLSocket) site.socket();
                Http2Socket noRequestOfHttp2 = new Http2Socket(site.http2())) {
            noHello.setSoTimeout(10_000);
            noRequest.startHandshake();
            assertEquals(-1, noHello.getInputStream().read());
            assertEquals(-1, noRequest.getInputStream().read());
            assertEquals(0, noRequestOfHttp2.awaitGoAway());
        }
    }

    @Test
    void certificateThatChangesIsTakenInWithoutDroppingAnything() throws Exception {
        try (RunningSite site = RunningSite.start(config, this::counter);
                OpenStream stream = site.stream("/")) {
            stream.await("count 0.");
            Certificate first = certificate(site);

            Certificates.writeAnother(folder, "EC");
            Await.until(() -> !certificate(site).equals(first));
            assertNotEquals(first, certificate(site));
            count.set(7);
            site.server().hub().refresh();
            stream.await("count 7.");
        }
    }

    /** The certificate that the server shows to a client that trusts any. */
    private static Certificate certificate(RunningSite site) {
        try (SSLSocket socket = (SSLSocket) Trusting.ANYBODY
                .getSocketFactory()
                .createSocket("127.0.0.1", site.server().port())) {
            return socket.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void clientThatDistrustsTheCertificateDoesNotAffectOthers() throws Exception {
        try (RunningSite site = RunningSite.start(config, this::counter)) {
            HttpClient stranger = HttpClient.newHttpClient();
            assertThrows(SSLHandshakeException.class, () -> stranger.send(post(site, "/"), BodyHandlers.ofString()));
            assertEquals(200, site.get("/healthz").statusCode());
        }
    }

    /** Records what arrived, beneath TLS. */
    private static final class Recorded extends Socket {
        final ByteArrayOutputStream taken = new ByteArrayOutputStream();

        @Override
        public InputStream getInputStream() throws IOException {
            InputStream in = super.getInputStream();
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] to, int offset, int length) throws IOException {
                    int read = in.read(to, offset, length);
                    taken.write(to, offset, Math.max(read, 0));
                    return read;
                }
            };
        }

        int typeOfLastRecord() {
            byte[] bytes = taken.toByteArray();
            int type = -1;
            for (int at = 0; at + 5 <= bytes.length; at += 5 + ((bytes[at + 3] & 0xff) << 8 | bytes[at + 4] & 0xff)) {
                type = bytes[at];
            }
            return type;
        }
    }
}
