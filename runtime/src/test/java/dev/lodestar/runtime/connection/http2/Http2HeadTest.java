package dev.lodestar.runtime.connection.http2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestar.Config;
import dev.lodestar.Reply;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.tls.Certificates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of HTTP/2 that are malformed by RFC 9113 (8.1.1, 8.2, 8.3). None reaches the application. */
class Http2HeadTest {
    private static final String LINES = "The value of a header must have no line break and no NUL character.";
    private static final String SPACE = "The value of a header must neither begin nor end with a space.";
    private static final String ONE_HOST =
            "The request must name one host, in :authority, and the same one in the header Host if it has that.";
    private static final String PSEUDO = "The request must have one :method, one :scheme and one :path.";
    private static final String SLASH = "The :path must begin with a slash.";
    private static final String ENCODED = "The :path has characters that must be encoded with %.";
    private static final String NUMBER = "There must be at most one Content-Length, which is a number.";
    private static final String LENGTH = "The body must be as long as Content-Length says.";
    private static final int PROTOCOL_ERROR = 1;

    @TempDir
    private static Path folder;

    private static RunningSite site;
    private static final AtomicInteger ran = new AtomicInteger();

    private Http2Socket browser;
    private int before;

    private static void routes(RouteTable.Builder routes, Server server) {
        routes.action("/a/say", request -> {
            ran.incrementAndGet();
            String seen = request.header("x-seen").orElse("nothing");
            return Reply.error(418, "Seen " + seen + " and " + request.signals().string("a") + ".");
        });
    }

    @BeforeAll
    static void start() throws Exception {
        site = RunningSite.start(Config.defaults().withTls(Certificates.write(folder, "EC")), Http2HeadTest::routes);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void connect() throws Exception {
        browser = new Http2Socket(site.http2());
        before = ran.get();
    }

    @AfterEach
    void disconnect() throws Exception {
        browser.close();
        Await.until(() -> site.connections() == 0);
    }

    private static HeaderBlock post() {
        return HeaderBlock.of("POST", "/a/say").add("sec-fetch-site", "same-origin");
    }

    private static HeaderBlock pseudo(String... fields) {
        HeaderBlock block = new HeaderBlock();
        for (int i = 0; i < fields.length; i += 2) {
            block.add(fields[i], fields[i + 1]);
        }
        return block.add("sec-fetch-site", "same-origin");
    }

    private void assertRefused(String sentence, HeaderBlock head) throws IOException {
        browser.await(browser.open(Http2Socket.END_STREAM, head), sentence);
        assertEquals(before, ran.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb: c", "a\nb", "a\rb", "a\0b", "\n", "a\0"})
    void valueWithALineBreakOrNulIsRefused(String value) throws Exception {
        assertRefused(LINES, post().add("x-seen", value));
        assertRefused(LINES, post().add("x-seen", "fine").add("x-seen", value));
        assertRefused(LINES, post().add("cookie", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", "\ta", "a\t", " "})
    void valueThatBeginsOrEndsWithSpaceIsRefused(String value) throws Exception {
        assertRefused(SPACE, post().add("x-seen", value));
    }

    @Test
    void headersOfHttp1AreRefused() throws Exception {
        for (String name : new String[] {"connection", "keep-alive", "proxy-connection", "upgrade", "te"}) {
            assertRefused("A request of HTTP/2 must not have the header " + name + ".", post().add(name, "close"));
        }
    }

    @Test
    void hostThatIsNamedTwiceOrIsAnotherThanTheAuthorityIsRefused() throws Exception {
        assertRefused(ONE_HOST, post().add("host", "evil.example"));
        assertRefused(ONE_HOST, post().add("host", "localhost").add("host", "localhost"));
        assertRefused(
                ONE_HOST,
                pseudo(
                        ":method",
                        "POST",
                        ":scheme",
                        "https",
                        ":path",
                        "/a/say",
                        ":authority",
                        "localhost",
                        ":authority",
                        "localhost"));
        assertRefused(
                ONE_HOST,
                pseudo(
                        ":method",
                        "POST",
                        ":scheme",
                        "https",
                        ":path",
                        "/a/say",
                        "host",
                        "localhost",
                        "host",
                        "evil.example"));
    }

    @Test
    void hostThatIsTheAuthorityOrStandsForItIsServed() throws Exception {
        assertServed(post().add("host", "LOCALHOST:443"));
        assertServed(pseudo(":method", "POST", ":scheme", "https", ":path", "/a/say", "host", "localhost"));
        HeaderBlock another = pseudo(":method", "POST", ":scheme", "https", ":path", "/a/say", "host", "evil.example");
        browser.await(browser.open(Http2Socket.END_STREAM, another), "does not go by the name evil.example");
    }

    private void assertServed(HeaderBlock head) throws IOException {
        int stream = browser.open(0, head.add("te", "trailers").add("x-seen", "a\tb"));
        browser.frame(
                Http2Socket.DATA, Http2Socket.END_STREAM, stream, "{\"a\":\"c\"}".getBytes(StandardCharsets.US_ASCII));
        browser.await(stream, "Seen a\tb and c.");
    }

    @Test
    void missingDuplicateOrEmptyPseudoHeadersAreRefused() throws Exception {
        String[] whole = {":method", "POST", ":scheme", "https", ":path", "/a/say"};
        for (int i = 0; i < whole.length; i += 2) {
            String[] without = whole.clone();
            without[i] = ":authority";
            without[i + 1] = "localhost";
            assertRefused(PSEUDO, pseudo(without));
            String[] empty = whole.clone();
            empty[i + 1] = "";
            assertRefused(PSEUDO, pseudo(empty));
            HeaderBlock doubled = new HeaderBlock().add(whole[i], whole[i + 1]);
            for (int j = 0; j < whole.length; j += 2) {
                doubled.add(whole[j], whole[j + 1]);
            }
            assertRefused(PSEUDO, doubled);
        }
        assertRefused(PSEUDO, new HeaderBlock());
        assertRefused(PSEUDO, pseudo(":method", "CONNECT", ":authority", "localhost:443"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/say", "http://localhost/a/say", "*", "?", "\\"})
    void pathWithoutASlashIsRefused(String path) throws Exception {
        assertRefused(SLASH, HeaderBlock.of("POST", path).add("sec-fetch-site", "same-origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/say?a b", "/a/say\0", "/a/say\r\nx: y", "/a/s\u00e4y", "/a/say?{}"})
    void pathWithCharactersThatMustBeEncodedIsRefused(String path) throws Exception {
        assertRefused(ENCODED, HeaderBlock.of("POST", path).add("sec-fetch-site", "same-origin"));
    }

    @Test
    void contentLengthMustBeThatOfTheBody() throws Exception {
        assertRefused(LENGTH, post().add("content-length", "5"));
        int more = browser.open(0, post().add("content-length", "3"));
        browser.frame(Http2Socket.DATA, Http2Socket.END_STREAM, more, "{\"a\":1}".getBytes(StandardCharsets.US_ASCII));
        browser.awaitReset(more);
        int less = browser.open(0, post().add("content-length", "30"));
        browser.frame(Http2Socket.DATA, Http2Socket.END_STREAM, less, "{\"a\":1}".getBytes(StandardCharsets.US_ASCII));
        browser.awaitReset(less);
        int lessThenTrailers = browser.open(0, post().add("content-length", "30"));
        browser.frame(Http2Socket.DATA, 0, lessThenTrailers, "{\"a\":\"c\"}".getBytes(StandardCharsets.US_ASCII));
        trailers(lessThenTrailers, new HeaderBlock().add("x-trailer", "1"));
        browser.await(lessThenTrailers, LENGTH);
        assertEquals(before, ran.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+0", "0,0"})
    void malformedContentLengthIsRefusedOrEndsTheConnection(String length) throws Exception {
        int stream = browser.open(Http2Socket.END_STREAM, post().add("content-length", length));
        if (length.equals("0,0")) {
            assertEquals(PROTOCOL_ERROR, browser.awaitGoAway());
        } else {
            browser.await(stream, NUMBER);
        }
        assertEquals(before, ran.get());
    }

    private void trailers(int stream, HeaderBlock block) throws IOException {
        browser.frame(Http2Socket.HEADERS, Http2Socket.END_HEADERS | Http2Socket.END_STREAM, stream, block.bytes());
    }

    @Test
    void trailersChangeNoHeader() throws Exception {
        int stream = browser.open(0, post().add("x-seen", "head"));
        browser.frame(Http2Socket.DATA, 0, stream, "{\"a\":\"c\"}".getBytes(StandardCharsets.US_ASCII));
        trailers(stream, new HeaderBlock().add("x-seen", "trailer\r\nx: y").add("x-other", "\0"));
        browser.await(stream, "Seen head and c.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Seen", "x seen", "x\u00e4", "x\0", ":protocol", "(x)"})
    void invalidNameResetsTheStream(String name) throws Exception {
        int stream = browser.open(
                Http2Socket.END_STREAM,
                name.startsWith(":")
                        ? new HeaderBlock()
                                .add(name, "a")
                                .add(":method", "POST")
                                .add(":scheme", "https")
                                .add(":path", "/")
                        : post().add(name, "a"));
        browser.awaitReset(stream);
        assertEquals(before, ran.get());
    }

    @Test
    void colonInANameIsRefused() throws Exception {
        assertRefused("The name of a header must have no colon.", post().add("x:y", "a"));
    }

    @Test
    void unreadableHeadEndsTheConnection() throws Exception {
        try (Http2Socket another = new Http2Socket(site.http2())) {
            another.open(Http2Socket.END_STREAM, post().add("x\r\ny", "a"));
            assertEquals(PROTOCOL_ERROR, another.awaitGoAway());
        }
        try (Http2Socket another = new Http2Socket(site.http2())) {
            another.open(Http2Socket.END_STREAM, post().add("transfer-encoding", "chunked"));
            assertEquals(PROTOCOL_ERROR, another.awaitGoAway());
        }
        browser.open(Http2Socket.END_STREAM, post().add(":path", "/"));
        assertEquals(PROTOCOL_ERROR, browser.awaitGoAway());
        assertEquals(before, ran.get());
    }

    @Test
    void manyMalformedRequestsEndTheConnection() throws Exception {
        for (int i = 0; i < 250; i++) {
            browser.open(Http2Socket.END_STREAM, new HeaderBlock());
        }
        assertEquals(11, browser.awaitGoAway());
    }
}
