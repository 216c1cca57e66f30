package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Config;
import dev.lodestar.runtime.Server;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredApplicationTest {
    private static final String SHOP = """
            package app;
            import dev.lodestar.*;
            import io.micrometer.core.instrument.*;
            import io.micrometer.prometheusmetrics.*;
            @App public final class Shop {
                @Provides static MeterRegistry meters() {
                    MeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
                    Counter.builder("opened").register(registry).increment();
                    return registry;
                }
                @View("/") Html page() { return Html.EMPTY; }
                @Action("cart/add") void add() {}
            }
            """;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void serverReportsToTheRegistryThatTheApplicationProvides() throws Throwable {
        CompiledApplication shop = CompiledApplication.of(folder, "Shop", SHOP);
        try (Server server = shop.start(Config.defaults().withMetrics(true))) {
            HttpRequest add = HttpRequest.newBuilder(server.uri().resolve(shop.action("CART_ADD")))
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.noBody())
                    .build();
            assertEquals(204, client.send(add, BodyHandlers.discarding()).statusCode());
            HttpRequest metrics =
                    HttpRequest.newBuilder(server.uri().resolve("/metrics")).build();
            String text = client.send(metrics, BodyHandlers.ofString()).body();
            assertTrue(text.contains("\nopened_total 1.0\n"), text);
            String calls = "\nlodestar_actions_seconds_count{action=\"cart/add\",outcome=\"done\"} 1\n";
            assertTrue(text.contains(calls), text);
        }
    }
}
