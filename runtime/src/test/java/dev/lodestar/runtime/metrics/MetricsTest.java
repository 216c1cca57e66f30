package dev.lodestar.runtime.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.BadInput;
import dev.lodestar.Config;
import dev.lodestar.Limits;
import dev.lodestar.Reply;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.OpenStream;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.StartException;
import dev.lodestar.runtime.asset.TableBytes;
import dev.lodestar.runtime.metrics.micrometer.MicrometerMeters;
import dev.lodestar.runtime.piece.MarkedPage;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Config SHOWN = Config.defaults().withMetrics(true);
    private static final String WORDS = "words that are worth compressing ".repeat(40);

    private volatile String state = "first";

    private void routes(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> {
                    if (state.equals("broken")) {
                        throw new IllegalStateException("as the test wants it");
                    }
                    out.text(WORDS + state);
                })
                .view("/other", Scope.everybody(), request -> out -> {
                    for (int i = 0; i < 3000; i++) {
                        MarkedPage.write("<p id=\"p" + i + "\">" + (i == 7 ? state : "same") + "</p>", out);
                    }
                })
                .view("/slow", Scope.everybody(), request -> out -> {
                    out.text(state);
                    out.raw(new byte[4_000_000]);
                })
                .action("/a/1", "cart/add", request -> Reply.changed())
                .action("/a/2", "cart/\"odd\"\\\n", request -> {
                    throw new BadInput("No.");
                })
                .action("/a/3", "cart/break", request -> {
                    throw new IOException("as the test wants it");
                });
    }

    private static Map<String, Double> samples(RunningSite site) throws IOException, InterruptedException {
        HttpResponse<String> answer = site.get("/metrics");
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                answer.headers().firstValue("content-type").orElseThrow());
        return Sample.parse(answer.body());
    }

    private static double frames(Map<String, Double> samples, String form) {
        return samples.get("lodestar_frames_sent_total{form=\"" + form + "\",view=\"/\"}");
    }

    private static double renderings(Map<String, Double> samples, String result) {
        return samples.get("lodestar_renderings_seconds_count{result=\"" + result + "\",view=\"/\"}");
    }

    @Test
    void showsWhatSubscribersAreSentAndInWhichForm() throws Exception {
        try (RunningSite site = RunningSite.start(SHOWN, this::routes);
                OpenStream plain = site.stream("/");
                OpenStream gzip = site.stream("/", "gzip")) {
            plain.await("first");
            gzip.await("first");
            Map<String, Double> before = samples(site);
            assertEquals(2, before.get("lodestar_subscribers{view=\"/\"}"));
            assertEquals(1, before.get("lodestar_feeds{view=\"/\"}"));
            assertEquals(0, before.get("lodestar_feeds{view=\"/slow\"}"));
            assertEquals(1, frames(before, "plain"));
            assertEquals(1, frames(before, "keyframe"));
            assertEquals(0, frames(before, "delta"));
            assertEquals(1, renderings(before, "changed"));

            state = "second";
            site.server().hub().refresh();
            plain.await("second");
            gzip.await("second");
            double same = renderings(samples(site), "same");
            site.server().hub().refresh();
            Await.until(() -> renderings(samplesNow(site), "same") == same + 1);
            state = "broken";
            site.server().hub().refresh();
            Await.until(() -> renderings(samplesNow(site), "failed") == 1);

            Map<String, Double> after = samples(site);
            assertEquals(2, frames(after, "plain"));
            assertEquals(1, frames(after, "keyframe"));
            assertEquals(1, frames(after, "delta"));
            assertEquals(2, renderings(after, "changed"));
            double renderedBytes = after.get("lodestar_frames_rendered_bytes_total{view=\"/\"}");
            double sentBytes = after.get("lodestar_frames_sent_bytes_total{view=\"/\"}");
            assertTrue(renderedBytes > 4 * WORDS.length(), "before compression: " + renderedBytes);
            assertTrue(
                    sentBytes > renderedBytes / 2 && sentBytes < renderedBytes * 0.7,
                    "after compression: " + sentBytes);
            assertTrue(after.get("lodestar_renderings_seconds_sum{result=\"changed\",view=\"/\"}") > 0);
        }
    }

    private static Map<String, Double> samplesNow(RunningSite site) {
        try {
            return samples(site);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void showsPiecesOfALargePage() throws Exception {
        try (RunningSite site = RunningSite.start(SHOWN, this::routes);
                OpenStream stream = site.stream("/other")) {
            stream.await("first");
            state = "second";
            site.server().hub().refresh();
            stream.await("second");
            Map<String, Double> samples = samples(site);
            assertEquals(1, samples.get("lodestar_frames_sent_total{form=\"plain\",view=\"/other\"}"));
            assertEquals(1, samples.get("lodestar_frames_sent_total{form=\"pieces\",view=\"/other\"}"));
        }
    }

    @Test
    void showsHeartbeatsAndStreamsThatCannotKeepUp() throws Exception {
        Config impatient = SHOWN.withHeartbeat(Duration.ofMillis(50))
                .withLimits(Limits.defaults().withStallTime(Duration.ofMillis(500)));
        try (RunningSite site = RunningSite.start(impatient, this::routes);
                OpenStream silent = site.stream("/");
                Socket stuck = new Socket()) {
            silent.await("datastar-heartbeat");
            assertTrue(samples(site).get("lodestar_heartbeats_total{view=\"/\"}") >= 1);
            stuck.setReceiveBufferSize(8192);
            stuck.connect(new InetSocketAddress("127.0.0.1", site.server().port()));
            stuck.getOutputStream()
                    .write(
                            "POST /slow HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            Await.until(() -> samplesNow(site).get("lodestar_writes_partial_total{view=\"/slow\"}") >= 1);
            Await.until(() -> samplesNow(site).get("lodestar_streams_stalled_total{view=\"/slow\"}") == 1);
            Await.until(() -> samplesNow(site).get("lodestar_subscribers{view=\"/slow\"}") == 0);
        }
    }

    @Test
    void showsSkippedFrames() throws Exception {
        try (RunningSite site = RunningSite.start(SHOWN, this::routes);
                OpenStream fast = site.stream("/slow");
                Socket slow = new Socket()) {
            fast.await("first");
            slow.setReceiveBufferSize(8192);
            slow.connect(new InetSocketAddress("127.0.0.1", site.server().port()));
            slow.getOutputStream()
                    .write(
                            "POST /slow HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            Await.until(() -> site.server().hub().watching() == 2);
            for (int i = 1; i <= 5; i++) {
                state = "state" + i + ".";
                site.server().hub().refresh();
                fast.await(state);
            }
            byte[] taken = new byte[1 << 16];
            StringBuilder tail = new StringBuilder();
            while (tail.indexOf("state5.") < 0) {
                int read = slow.getInputStream().read(taken);
                tail.delete(0, Math.max(0, tail.length() - 10));
                tail.append(new String(taken, 0, read, StandardCharsets.ISO_8859_1));
            }
            // It was still being sent the first, perhaps the second as well, and never got the others but the last.
            double skipped = samples(site).get("lodestar_frames_skipped_total{view=\"/slow\"}");
            assertTrue(skipped >= 3 && skipped <= 4, skipped + " frames");
        }
    }

    @Test
    void showsActionsByNameAndOutcome() throws Exception {
        try (RunningSite site = RunningSite.start(SHOWN, this::routes)) {
            site.post("/a/1", "");
            site.post("/a/1", "");
            site.post("/a/2", "");
            site.post("/a/3", "");
            Map<String, Double> samples = samples(site);
            String count = "lodestar_actions_seconds_count{action=\"";
            assertEquals(2, samples.get(count + "cart/add\",outcome=\"done\"}"));
            assertEquals(0, samples.get(count + "cart/add\",outcome=\"failed\"}"));
            assertEquals(1, samples.get(count + "cart/\\\"odd\\\"\\\\\\n\",outcome=\"refused\"}"));
            assertEquals(1, samples.get(count + "cart/break\",outcome=\"failed\"}"));
        }
    }

    @Test
    void measuresIntoTheApplicationsRegistryAndShowsAllOfIt() throws Exception {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Counter.builder("orders").register(registry).increment(3);
        var composite = new CompositeMeterRegistry();
        composite.add(new SimpleMeterRegistry());
        composite.add(registry);
        try (RunningSite site = RunningSite.start(SHOWN, (routes, server) -> {
            routes(routes, server);
            server.measure(MicrometerMeters.of(composite));
        })) {
            assertEquals(3, samples(site).get("orders_total"));
            assertEquals(0, samples(site).get("lodestar_subscribers{view=\"/\"}"));
            assertEquals(405, site.post("/metrics", "").statusCode());
        }
    }

    @Test
    void showsNothingByDefault() throws Exception {
        var registry = new SimpleMeterRegistry();
        try (RunningSite site = RunningSite.start((routes, server) -> {
            routes(routes, server);
            server.measure(MicrometerMeters.of(registry));
        })) {
            assertEquals(404, site.get("/metrics").statusCode());
            site.post("/a/1", "");
            assertEquals(
                    1,
                    registry.get("lodestar.actions")
                            .tags("action", "cart/add", "outcome", "done")
                            .timer()
                            .count());
        }
    }

    @Test
    void serverDoesNotStartWithARegistryThatCannotBeShown() {
        StartException refused = assertThrows(
                StartException.class,
                () -> RunningSite.start(SHOWN, (routes, server) -> {
                    routes(routes, server);
                    server.measure(MicrometerMeters.of(new SimpleMeterRegistry()));
                }));
        assertEquals(
                "The metrics cannot be shown: the application's MeterRegistry is not a Prometheus registry."
                        + " Provide a PrometheusMeterRegistry or none, or start without --metrics.",
                refused.getMessage());
    }

    @Test
    void serverDoesNotStartWithAViewAtThePathOfTheMetrics() {
        RouteTable routes = RouteTable.over(
                        new TableBytes().shim("/metrics", "<!doctype html>").read())
                .view("/metrics", Scope.everybody(), request -> out -> out.text("mine"))
                .build();
        StartException refused;
        try (Server server = Server.create(SHOWN.withPort(0))) {
            refused = assertThrows(StartException.class, () -> server.start(routes));
        }
        assertEquals(
                "The metrics need the path /metrics, where the application already has a view or an asset. Give that"
                        + " another path, or start without --metrics.",
                refused.getMessage());
    }
}
