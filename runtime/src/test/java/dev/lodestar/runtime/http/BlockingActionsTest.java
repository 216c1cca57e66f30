package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Reply;
import dev.lodestar.runtime.Await;
import dev.lodestar.runtime.OpenStream;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.route.Scope;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BlockingActionsTest {
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch connected = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger ticks = new AtomicInteger();

    private RunningSite start() {
        return RunningSite.start((routes, server) -> routes.view(
                        "/", Scope.everybody(), request -> out -> out.text("tick " + ticks))
                .action("/a/slow", request -> {
                    running.incrementAndGet();
                    mayEnd.await();
                    return Reply.unchanged();
                })
                .connected(List.of("/"), request -> () -> {
                    connected.countDown();
                    return false;
                })
                .every(Duration.ofMillis(20), () -> ticks.incrementAndGet() > 0));
    }

    @Test
    void streamsOpenAndClocksRunWhileAllActionsBlock() throws Exception {
        try (RunningSite site = start()) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            var client = site.client(HttpClient.Version.HTTP_1_1);
            for (int i = 0; i < 70; i++) {
                answers.add(client.sendAsync(
                        site.to("/a/slow").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString()));
            }
            Await.until(() -> running.get() >= 64);
            int before = ticks.get();
            try (OpenStream stream = site.stream("/")) {
                stream.await("tick");
                assertTrue(connected.await(5, TimeUnit.SECONDS));
                Await.until(() -> ticks.get() > before + 5);
            }
            mayEnd.countDown();
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertEquals(204, answer.get(10, TimeUnit.SECONDS).statusCode());
            }
        }
    }
}
