package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.runtime.Server;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that is compiled as a build would, with its resources beside its classes, and then run. */
class GeneratedApplicationTest {
    private static final String SHOP = """
            package app;
            import dev.lodestar.*;
            import java.util.*;
            import java.util.concurrent.*;
            @App(title = "Shop & Co", styles = "shop.css")
            public final class Shop {
                private final Cart cart;
                Shop(Cart cart) { this.cart = cart; }
                record Order(String name, int amount, Optional<String> note, List<String> tags, Maker maker) {}
                record Maker(String name) {}
                @View("/") Page page() { return new Page(List.copyOf(cart.items)); }
                @View("/only") Page only(@Query("name") String name) {
                    return new Page(cart.items.stream().filter(i -> i.name().equals(name)).toList());
                }
                @Action("order") Reply order(Order order) {
                    cart.items.add(new Item(order.name(), order.amount(), order.tags().contains("gift")));
                    return Reply.signal("name", "").andHtml(Templates.html(new Note(order.note().orElse("none"), order.maker().name())));
                }
                @Action("clear") void clear() { cart.items.clear(); }
                record Item(String name, int amount, boolean gift) {}
            }
            final class Cart {
                final List<Shop.Item> items = new CopyOnWriteArrayList<>();
            }
            @Template("page.mustache") record Page(List<Shop.Item> items) {}
            @Template("note.mustache") record Note(String text, String maker) {}
            """;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path classes;

    private CompiledApplication application;
    private Server server;
    private URI root;

    @BeforeEach
    void compileAndStart() throws Throwable {
        write("templates/page.mustache", """
                <main>{{#items}}
                  {{>item}}{{/items}}{{^items}}nothing{{/items}}
                  <button data-on:click="@post('{{action:order}}')"></button>
                </main>
                """);
        write("templates/item.mustache", "<li{{#gift}} class=\"gift\"{{/gift}}>{{name}}: {{amount}}</li>");
        write("templates/note.mustache", "<p id=\"note\">{{text}} by {{maker}}</p>");
        write("assets/shop.css", "li { color: green }");
        application = CompiledApplication.of(classes, "Shop", SHOP);
        server = application.start();
        root = URI.create("http://127.0.0.1:" + server.port() + "/");
    }

    private Path write(String name, String text) throws Exception {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return client.send(
                HttpRequest.newBuilder(root.resolve(path))
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The lines of a view's stream as they arrive. */
    private BufferedReader stream(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return new BufferedReader(new InputStreamReader(
                client.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
    }

    private static String event(BufferedReader stream) throws Exception {
        StringBuilder event = new StringBuilder();
        for (String line = stream.readLine(); line != null && !line.isEmpty(); line = stream.readLine()) {
            event.append(line).append('\n');
        }
        return event.toString();
    }

    @Test
    void servesAShimWithTheTitleTheStyleAndTheClientButNoContent() throws Exception {
        String shim = get("/").body();

        assertTrue(shim.contains("<title>Shop &amp; Co</title>"), shim);
        assertFalse(shim.contains("nothing"), shim);
        for (String url : urls(shim)) {
            assertEquals(200, get(url).statusCode(), url);
        }
        assertEquals(3, urls(shim).size(), shim);
    }

    @Test
    void namesThePageInItsShimAndInTheStreamAlike() throws Exception {
        HttpResponse<String> shim = get("/");
        String hash = shim.headers().firstValue("ETag").orElseThrow().replace("\"", "");

        assertTrue(shim.body().contains("<meta name=\"lodestar\" content=\"" + hash + "\">"), shim.body());
        HttpRequest stream = HttpRequest.newBuilder(root)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<InputStream> answer = client.send(stream, BodyHandlers.ofInputStream());
        answer.body().close();
        assertEquals(hash, answer.headers().firstValue("Lodestar-Page").orElse(""));
    }

    @Test
    void keepsWhatAClientOfAnyBuildAsksForAtOnePath() throws Exception {
        HttpResponse<String> script = get("/assets/handover.js");

        assertEquals(200, script.statusCode());
        assertTrue(script.headers().firstValue("Cache-Control").orElse("").contains("no-cache"));
        assertTrue(script.body().contains("as renew"), script.body());
    }

    private static List<String> urls(String html) {
        Matcher matcher = Pattern.compile("/assets/[^\"]+").matcher(html);
        return matcher.results().map(r -> r.group()).toList();
    }

    @Test
    void showsOnEveryStreamWhatAnActionChanged() throws Exception {
        try (BufferedReader one = stream("/");
                BufferedReader two = stream("/only?name=tea")) {
            String first = event(one);
            assertTrue(first.startsWith("event: datastar-patch-elements\n"), first);
            assertTrue(first.contains("nothing"), first);
            assertTrue(event(two).contains("nothing"));

            HttpResponse<String> reply = post(
                    application.action("ORDER"),
                    "{\"name\":\"tea\",\"amount\":2,\"tags\":[\"gift\"],\"maker\":{\"name\":\"<Me>\"}}");

            assertEquals(200, reply.statusCode(), reply.body());
            assertTrue(reply.body().contains("data: signals {\"name\":\"\"}"), reply.body());
            assertTrue(reply.body().contains("<p id=\"note\">none by &lt;Me&gt;</p>"), reply.body());
            assertTrue(event(one).contains("<li class=\"gift\">tea: 2</li>"));
            assertTrue(event(two).contains("<li class=\"gift\">tea: 2</li>"));
        }
    }

    @Test
    void namesTheFieldThatARequestGotWrong() throws Exception {
        String action = application.action("ORDER");
        HttpResponse<String> wrong =
                post(action, "{\"name\":\"tea\",\"amount\":\"two\",\"tags\":[],\"maker\":{\"name\":\"\"}}");
        HttpResponse<String> missing = post(action, "{\"name\":\"tea\",\"amount\":2,\"tags\":[],\"maker\":{}}");

        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("amount"), wrong.body());
        assertEquals(400, missing.statusCode());
        assertTrue(missing.body().contains("maker.name"), missing.body());
    }

    @Test
    void refusesAStreamWithoutTheQueryItDependsOn() throws Exception {
        HttpResponse<String> refused = post("/only", "{}");

        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("name"), refused.body());
    }

    @Test
    void buildsTheSameFilesAgain() throws Exception {
        List<Path> before = generated();
        List<String> hashes =
                before.stream().map(GeneratedApplicationTest::content).toList();
        CompiledApplication.compile(classes, classes.resolve("src/app/Shop.java"));

        assertEquals(before, generated());
        assertEquals(
                hashes,
                generated().stream().map(GeneratedApplicationTest::content).toList());
    }

    private List<Path> generated() throws Exception {
        try (Stream<Path> files = Files.list(classes.resolve("app"))) {
            return files.sorted().toList();
        }
    }

    private static String content(Path file) {
        try {
            return Arrays.toString(Files.readAllBytes(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
