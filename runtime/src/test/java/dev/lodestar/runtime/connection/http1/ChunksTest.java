package dev.lodestar.runtime.connection.http1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.Fields;
import dev.lodestar.Reply;
import dev.lodestar.runtime.RawAnswer;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.tls.Certificates;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests end: as RFC 9112 says, or the request is refused and the connection closed. */
class ChunksTest {
    private static final String POST = "POST /a/show HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String LAST = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static RunningSite site;
    private static RunningSite secure;

    private static void routes(RouteTable.Builder routes, Server server) {
        routes.action("/a/show", request -> {
            Fields signals = request.signals();
            return Reply.error(418, signals.has("text") ? signals.string("text") : "" + signals.integer("a"));
        });
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        site = RunningSite.start(ChunksTest::routes);
        secure = RunningSite.start(Config.defaults().withTls(Certificates.write(folder, "EC")), ChunksTest::routes);
    }

    @AfterAll
    static void close() {
        site.close();
        secure.close();
    }

    /** Sends a request alone, and again with another one after it, which must not be answered. */
    private static void assertRefused(String request, String sentence) throws IOException {
        for (RunningSite each : new RunningSite[] {site, secure}) {
            for (boolean inPieces : new boolean[] {false, true}) {
                String answer = answer(each, inPieces ? request : request + LAST, inPieces);
                assertTrue(answer.matches("(?s)HTTP/1\\.[01] 400 .*"), answer);
                assertTrue(answer.contains("\r\nConnection: close\r\n"), answer);
                assertTrue(answer.endsWith(sentence), answer);
                assertEquals(0, answer.lastIndexOf("HTTP/1"), answer);
            }
        }
    }

    private static String answer(RunningSite to, String request, boolean inPieces) throws IOException {
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        try (Socket socket = to.socket()) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            int piece = inPieces ? 7 : bytes.length;
            for (int sent = 0; sent < bytes.length; sent += piece) {
                out.write(bytes, sent, Math.min(piece, bytes.length - sent));
                out.flush();
            }
            // Otherwise the server waits for more, so that a client that still sends can read why it is refused.
            socket.shutdownOutput();
            return RawAnswer.rest(socket.getInputStream());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2\r\n{}GET /x HTTP/1.1\r\n0\r\n\r\n",
                "2\r\n{}\r\nGET /x HTTP/1.1\r\n0\r\n\r\n",
                "2\r\n{} \r\n0\r\n\r\n",
                "2\n{}\r\n0\r\n\r\n",
                "2\r\n{}\n0\r\n\r\n",
                "2\r\n{}\r\n0\n\r\n",
                "2\r\n{}\r\n0\r\n\n",
                "2\r{}\r\n0\r\n\r\n",
                "2\r\r\n{}\r\n0\r\n\r\n",
                "\r\n2\r\n{}\r\n0\r\n\r\n",
                "+2\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                " 2\r\n{}\r\n0\r\n\r\n",
                "2 \r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                "2h\r\n{}\r\n0\r\n\r\n",
                "2,2\r\n{}\r\n0\r\n\r\n",
                "\r\n",
                ";a=b\r\n{}\r\n0\r\n\r\n",
                "10000000000000002\r\n{}\r\n0\r\n\r\n",
                "ffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "2;\r\n{}\r\n0\r\n\r\n",
                "2;=b\r\n{}\r\n0\r\n\r\n",
                "2;a=\r\n{}\r\n0\r\n\r\n",
                "2;a b\r\n{}\r\n0\r\n\r\n",
                "2;a \r\n{}\r\n0\r\n\r\n",
                "2;a=\"b\r\n{}\r\n0\r\n\r\n",
                "2;a=\"b\"c\r\n{}\r\n0\r\n\r\n",
                "2;a\u0000\r\n{}\r\n0\r\n\r\n",
                "2;a=b\nx\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}\r\n0\r\nX: y\n\r\n",
                "2\r\n{}\r\n0\r\n X: y\r\n\r\n",
                "2\r\n{}\r\n0\r\nX: y\r\n z\r\n\r\n",
                "2\r\n{}\r\n0\r\nX : y\r\n\r\n",
                "2\r\n{}\r\n0\r\n: y\r\n\r\n",
                "2\r\n{}\r\n0\r\nX\r\n\r\n",
                "2\r\n{}\r\n0\r\nX: \u0000\r\n\r\n",
                "2\r\n{}\r\n0\r\nX: y\rz\r\n\r\n",
                "2\r\n{}\r\n0\r\n\rX"
            })
    void malformedChunksAreRefused(String body) throws Exception {
        assertRefused(CHUNKED + body, "The body's chunks are not well-formed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: \r\n chunked\r\n\r\n7\r\n{\"a\":1}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\t\r\n\r\n7\r\n{\"a\":1}\r\n0\r\n\r\n",
                "X: y\r\n z\r\nContent-Length: 2\r\n\r\n{}",
                "Content-Length: 2\r\nX: y\r\n \r\n\r\n{}"
            })
    void foldedHeaderIsRefused(String rest) throws Exception {
        String sentence = "A header must be on one line, not folded into several.";
        assertRefused(POST + rest, sentence);
        for (RunningSite each : new RunningSite[] {site, secure}) {
            String second = answer(each, CHUNKED + "7\r\n{\"a\":1}\r\n0\r\n\r\n" + POST + rest + LAST, false);
            assertTrue(second.startsWith("HTTP/1.1 418 ") && second.endsWith(sentence), second);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /a/show HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"a\":1}\r\n0\r\n\r\n",
                "POST /a/show HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: identity\r\n\r\n",
                POST + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
                POST + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n",
                // 2^64, which is 0 to a counter that overflows.
                POST + "Content-Length: 18446744073709551616\r\n\r\n"
            })
    void ambiguousEndIsRefused(String request) throws Exception {
        assertRefused(request, "The request does not say plainly where its body ends.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\nX: y\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\n0\r\n\r\n",
                "Content-Length: +2\r\n\r\n{}",
                "Content-Length: 2, 2\r\n\r\n{}",
                "Content-Length: 0x2\r\n\r\n{}",
                "Content-Length: \r\n\r\n{}",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer\u0000-Encoding: chunked\r\n\r\n0\r\n\r\n"
            })
    void malformedHeadIsRefused(String rest) throws Exception {
        assertRefused(POST + rest, "The request is not well-formed.");
    }

    @ParameterizedTest
    @CsvSource({
        "'7\r\n{\"a\":1}\r\n0\r\n\r\n'",
        "'1\r\n{\r\n1\r\n\"\r\n5\r\na\":1}\r\n0\r\n\r\n'",
        "'0007\r\n{\"a\":1}\r\n00\r\n\r\n'",
        "'0A\r\n{\"a\":  1 }\r\n0\r\n\r\n'",
        "'7;a\r\n{\"a\":1}\r\n0;b=c\r\n\r\n'",
        "'7;a=b;c=\"d \\\" ; \\\\e\";f\r\n{\"a\":1}\r\n0\r\n\r\n'",
        "'7 ; a = b\r\n{\"a\":1}\r\n0\r\n\r\n'",
        "'7\r\n{\"a\":1}\r\n0\r\nX: y z\r\nX-Other:\r\n\r\n'"
    })
    void wellFormedChunksAreReadAndLaterRequestsAnswered(String body) throws Exception {
        for (RunningSite each : new RunningSite[] {site, secure}) {
            for (boolean inPieces : new boolean[] {false, true}) {
                String answer = answer(each, (CHUNKED + body).repeat(3) + LAST, inPieces);
                assertEquals(3, answer.split("HTTP/1.1 418 ", -1).length - 1, answer);
                assertEquals(3, answer.split("\r\n\r\n1HTTP", -1).length - 1, answer);
                assertTrue(answer.contains("HTTP/1.1 200 "), answer);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 5_000, 70_000})
    void largeBodyInChunksOfAnySizeIsWhole(int chunk) throws Exception {
        String json = "{\"text\":\"" + "x".repeat(200_000 / (chunk == 1 ? 20 : 1)) + "\"}";
        StringBuilder body = new StringBuilder();
        for (int at = 0; at < json.length(); at += chunk) {
            String part = json.substring(at, Math.min(json.length(), at + chunk));
            body.append(Integer.toHexString(part.length()))
                    .append("\r\n")
                    .append(part)
                    .append("\r\n");
        }
        for (RunningSite each : new RunningSite[] {site, secure}) {
            String answer = answer(each, CHUNKED + body + "0\r\n\r\n" + LAST, false);
            assertTrue(answer.contains("\r\n\r\n" + json.substring(9, json.length() - 2) + "HTTP/1.1 200 "));
        }
    }
}
