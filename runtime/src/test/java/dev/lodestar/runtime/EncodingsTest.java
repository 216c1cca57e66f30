package dev.lodestar.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.runtime.frame.FlippedEncoding;
import dev.lodestar.runtime.frame.FrameEncoding;
import dev.lodestar.runtime.frame.FrameEncodings;
import dev.lodestar.runtime.frame.PrefixEncoding;
import dev.lodestar.runtime.frame.StatelessEncoder;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.piece.MarkedPage;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Encodings that a server knows nothing of but their entries in its list, over real connections. */
@SuppressWarnings("try") // The server closes before its streams do.
class EncodingsTest {
    private static final String WHOLE = "data: selector #lodestar\n";

    private final PrefixEncoding prefix = new PrefixEncoding();
    private volatile String state = "first";

    private RunningSite site(Config config) {
        List<FrameEncoding> all = new ArrayList<>(FrameEncodings.standard().all());
        all.remove(0);
        all.add(new FlippedEncoding());
        all.add(prefix);
        return RunningSite.start(config, FrameEncodings.of(all), this::routes);
    }

    private void routes(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> out.text("The state is " + state))
                .view("/other", Scope.everybody(), request -> this::largePage);
    }

    private void largePage(HtmlOutput out) {
        for (int i = 0; i < 3000; i++) {
            MarkedPage.write("<p id=\"p" + i + "\">" + (i == 7 ? state : "same") + "</p>", out);
        }
    }

    private void change(RunningSite site, String to) {
        state = to;
        site.server().hub().refresh();
    }

    private static InputStream stream(RunningSite site, String path, String accepted, List<String> sent)
            throws IOException, InterruptedException {
        HttpRequest request = site.to(path)
                .header("Accept-Encoding", accepted)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<InputStream> response =
                site.client(HttpClient.Version.HTTP_1_1).send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(sent, response.headers().allValues("content-encoding"));
        return response.body();
    }

    private static PrefixEncoding.Decoder prefixStream(RunningSite site, String path)
            throws IOException, InterruptedException {
        return new PrefixEncoding.Decoder(stream(site, path, "gzip;q=0.5, x-prefix", List.of("x-prefix")));
    }

    private static String next(PrefixEncoding.Decoder stream) throws IOException {
        return new String(stream.next(), StandardCharsets.UTF_8);
    }

    @Test
    void eachFrameIsEncodedOnceForAllStreamsOfAnEncoding() throws Exception {
        try (RunningSite site = site(Config.defaults());
                OpenStream plain = site.stream("/", "identity");
                OpenStream gzip = site.stream("/", "x-prefix;q=0, gzip")) {
            plain.await("first");
            gzip.await("first");
            assertEquals(0, prefix.blocks.get(), "nobody uses it yet");
            List<PrefixEncoding.Decoder> streams = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                streams.add(prefixStream(site, "/"));
                assertTrue(next(streams.get(i)).contains("first"));
            }
            assertEquals(1, prefix.blocks.get());
            for (String to : List.of("second", "third")) {
                change(site, to);
                for (PrefixEncoding.Decoder stream : streams) {
                    String event = next(stream);
                    assertTrue(event.contains(WHOLE) && event.contains("The state is " + to), event);
                }
                assertTrue(gzip.next().contains(to));
                assertTrue(plain.next().contains(to));
            }
            assertEquals(2, prefix.dependentBlocks.get(), "made by the renderings");
            assertEquals(1, prefix.blocks.get(), "no stream missed a frame");
            site.close();
            for (PrefixEncoding.Decoder stream : streams) {
                assertTrue(next(stream).startsWith("retry: "));
                assertEquals("", next(stream));
            }
            assertTrue(gzip.endsInOrder());
        }
    }

    @Test
    void heartbeatsAreEncodedOnceAndAFrameAfterOneIsIndependent() throws Exception {
        try (RunningSite site = site(Config.defaults().withHeartbeat(Duration.ofMillis(50)))) {
            PrefixEncoding.Decoder stream = prefixStream(site, "/");
            assertTrue(next(stream).contains("first"));
            for (int i = 0; i < 3; i++) {
                assertTrue(next(stream).startsWith("event: datastar-heartbeat"));
            }
            assertEquals(2, prefix.blocks.get());
            change(site, "second");
            String event = next(stream);
            while (!event.contains("second")) {
                event = next(stream);
            }
            assertEquals(3, prefix.blocks.get());
        }
    }

    @Test
    void largePagesAreSentInPieces() throws Exception {
        try (RunningSite site = site(Config.defaults())) {
            PrefixEncoding.Decoder stream = prefixStream(site, "/other");
            assertTrue(next(stream).contains(WHOLE));
            for (String to : List.of("second", "third")) {
                change(site, to);
                String event = next(stream);
                assertTrue(event.contains(to) && !event.contains(WHOLE), event);
            }
        }
    }

    @Test
    void encodingMayBeStateless() throws Exception {
        try (RunningSite site = site(Config.defaults())) {
            InputStream stream = stream(site, "/", "x-flipped", List.of("x-flipped"));
            change(site, "second");
            StringBuilder text = new StringBuilder();
            byte[] buffer = new byte[1 << 12];
            while (text.indexOf("second") < 0) {
                int read = stream.read(buffer);
                text.append(new String(FlippedEncoding.flip(buffer), 0, read, StandardCharsets.UTF_8));
            }
            site.close();
            text.append(new String(FlippedEncoding.flip(stream.readAllBytes()), StandardCharsets.UTF_8));
            assertTrue(
                    text.toString().matches("(?s)event: datastar-patch-elements\n.*retry: \\d+\n\n"), text.toString());
        }
        assertThrows(IllegalArgumentException.class, () -> new StatelessEncoder(prefix));
    }

    @Test
    void browserIsSentTheBestOfTheEncodingsThatItPrefers() throws Exception {
        try (RunningSite site = site(Config.defaults())) {
            stream(site, "/", "gzip, x-prefix, x-flipped", List.of("x-prefix")).close();
            stream(site, "/", "gzip, x-prefix;q=0.9, x-flipped;q=0.8", List.of("gzip"))
                    .close();
            stream(site, "/", "*", List.of("x-prefix")).close();
            stream(site, "/", "br", List.of()).close();
            stream(site, "/", "identity;q=0", List.of()).close();
        }
    }
}
