package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.runtime.Server;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page with ordinary expressions is sent in pieces, even if it is small enough for deltas. */
class PiecedPageTest {
    private static final String BOARD = """
            package app;
            import dev.lodestar.*;
            import java.util.*;
            import java.util.stream.*;
            @App public final class Board {
                private final boolean[] alive = new boolean[500];
                @View("/") Page page() { return new Page(cells()); }
                @View("/few") Page few() { return new Page(cells().subList(0, 120)); }
                @View("/titled") TitledPage titled() { return new TitledPage(cells()); }
                @Action("turn") void turn(@Query("id") int id) { alive[id] = !alive[id]; }
                private List<Cell> cells() {
                    return IntStream.range(0, 500).mapToObj(i -> new Cell(i, alive[i])).toList();
                }
                record Cell(int id, boolean alive) {}
            }
            @Template("page.mustache") record Page(List<Board.Cell> cells) {}
            @Template("titled.mustache") record TitledPage(List<Board.Cell> cells) {}
            """;

    private static final String CELL = "<button id=\"c{{id}}\"{{#alive}} class=\"alive\"{{/alive}}"
            + " data-on:click=\"@post('{{action:turn id=id}}')\">{{id}}</button>";

    @TempDir
    Path classes;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void isSentInPiecesUnlessAnExpressionChangesIt() throws Throwable {
        write("page.mustache", "<main id=\"board\">{{#cells}}\n" + CELL + "{{/cells}}\n</main>");
        write(
                "titled.mustache",
                "<main id=\"board\" data-on:click=\"el.title = 'x'\">{{#cells}}\n" + CELL + "{{/cells}}\n</main>");
        CompiledApplication board = CompiledApplication.of(classes, "Board", BOARD);
        try (Server server = board.start();
                BufferedReader page = stream(server, "/");
                BufferedReader few = stream(server, "/few");
                BufferedReader titled = stream(server, "/titled")) {
            List<String> whole = elements(page);
            assertTrue(String.join("\n", whole).length() > 32 * 1024, whole::toString);
            assertTrue(String.join("\n", elements(few)).length() < 16 * 1024);
            List<String> wholeTitled = elements(titled);
            String click = whole.get(1).replaceAll(".*(data-on:click=\"[^\"]*\").*", "$1");
            assertTrue(click.matches("data-on:click=\"#[0-9a-f]{10}\\[&#34;0&#34;]\""), click);

            int status = client.send(
                            HttpRequest.newBuilder(server.uri().resolve(board.action("TURN") + "?id=7"))
                                    .header("Sec-Fetch-Site", "same-origin")
                                    .POST(BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();

            assertEquals(204, status);
            String seven = whole.get(8).replace("id=\"c7\"", "id=\"c7\" class=\"alive\"");
            assertEquals(List.of(seven), elements(page));
            assertEquals(List.of(seven), elements(few));
            wholeTitled.set(8, seven);
            assertEquals(wholeTitled, elements(titled));
        }
    }

    private void write(String name, String text) throws Exception {
        Path file = classes.resolve("templates").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private BufferedReader stream(Server server, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve(path))
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return new BufferedReader(new InputStreamReader(
                client.send(request, BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
    }

    /** The lines of the next patch event. */
    private static List<String> elements(BufferedReader stream) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String line = stream.readLine(); line != null && !line.isEmpty(); line = stream.readLine()) {
            if (line.startsWith("data: elements ")) {
                lines.add(line.substring("data: elements ".length()));
            }
        }
        return lines;
    }
}
