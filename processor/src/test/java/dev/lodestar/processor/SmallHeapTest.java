package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A generated application in a process with little memory, which exits if it runs out, and requests whose signals would
 * take a lot of it.
 */
class SmallHeapTest {
    private static final String SHOP = """
            package app;
            import dev.lodestar.*;
            import java.util.*;
            @App public final class Shop {
                record Order(List<Line> lines) {}
                record Line(Optional<Integer> count) {}
                @View("/") Html page(Session session) { return Html.text("page " + session.id().length()); }
                @View("/asked") Html asked(@Query("q") String q, Request request) {
                    return Html.text(q + request.header("Host").isPresent() + request.query().has("q"));
                }
                @Connected void comes(Session session) {}
                @Disconnected void goes(Session session, Request request) {}
                @Action("nothing") void nothing() {}
                @Action("read") Reply read(Order order) { return Reply.signal("count", order.lines().size()); }
                @Action(value = "hook", crossOrigin = true) Reply hook(Order order) { return Reply.unchanged(); }
            }
            """;

    /** Some 350,000 objects, each of which takes more than 100 bytes in memory. */
    private static final String MANY_OBJECTS = "{\"lines\":[" + "{},".repeat(349_000) + "{}]}";

    private static final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    static Path folder;

    private static Process process;
    private static URI root;
    private static CompiledApplication application;

    @BeforeAll
    static void start() throws Exception {
        application = CompiledApplication.of(folder, "Shop", SHOP);
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        folder + System.getProperty("path.separator") + path,
                        "app.Main",
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        Matcher ready = Pattern.compile("Lodestar serves (\\S+) ").matcher(String.valueOf(line));
        assertTrue(ready.find(), line);
        root = URI.create(ready.group(1));
    }

    @AfterAll
    static void stop() {
        process.destroyForcibly();
    }

    private static HttpRequest post(String path, String json) {
        return HttpRequest.newBuilder(root.resolve(path))
                .header("Sec-Fetch-Site", "same-origin")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private static int status(String action, String json) throws Exception {
        return client.send(post(application.action(action), json), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void openStreamsKeepNoSignals() throws Exception {
        for (String view : List.of("/", "/asked?q=x")) {
            List<InputStream> open = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                HttpResponse<InputStream> stream = client.send(post(view, MANY_OBJECTS), BodyHandlers.ofInputStream());
                open.add(stream.body());
                assertEquals(200, stream.statusCode());
                assertTrue(stream.body().read() >= 0);
            }
            assertEquals(204, status("NOTHING", "{}"));
            for (InputStream stream : open) {
                stream.close();
            }
        }
    }

    @Test
    void actionsAtOnceTakeNoMoreThanThereIs() throws Exception {
        for (String action : List.of("NOTHING", "READ", "HOOK")) {
            List<CompletableFuture<HttpResponse<Void>>> all = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                all.add(client.sendAsync(post(application.action(action), MANY_OBJECTS), BodyHandlers.discarding()));
            }
            for (CompletableFuture<HttpResponse<Void>> each : all) {
                int status = each.get().statusCode();
                assertTrue(Set.of(200, 204, 503).contains(status), action + ": " + status);
            }
            // The memory of a body is released right after its answer is sent.
            int status = status(action, MANY_OBJECTS);
            for (int i = 0; status == 503 && i < 20; i++) {
                status = status(action, MANY_OBJECTS);
            }
            assertEquals(action.equals("READ") ? 200 : 204, status, action + " with room for it");
        }
    }
}
