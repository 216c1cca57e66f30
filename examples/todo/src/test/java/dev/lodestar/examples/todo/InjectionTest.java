package dev.lodestar.examples.todo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.lodestar.browser.Canary;
import dev.lodestar.browser.HostileValues;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.sse.SignalJson;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Hostile titles: each is shown, and edited, as it was typed. */
@InBrowser
class InjectionTest {
    /**
     * The rows, sorted by id: the title, the text that its editor begins with, and whether it has just a row's
     * elements.
     */
    private static final String ROWS = """
            async () => {
              const rows = [...document.querySelectorAll('.todo')].sort((a, b) => a.dataset.id - b.dataset.id);
              const shape = (row) => [...row.querySelectorAll('*')]
                .map(each => each.localName + [...each.attributes].map(a => a.name).sort().join()).join(' ');
              const first = shape(rows[0]);
              const shown = [];
              for (const row of rows) {
                const same = shape(row) === first;
                const title = row.querySelector('.title');
                title.dispatchEvent(new MouseEvent('dblclick', {bubbles: true}));
                await new Promise(done => setTimeout(done));
                shown.push([title.textContent, row.querySelector('.editor input').value,
                  row.querySelector('.delete').getAttribute('aria-label'), same].join('\\u0000'));
              }
              return shown;
            }
            """;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void titlesAreShownAndEditedAsTyped(Window window) throws Exception {
        List<String> values = HostileValues.typeable(Title.LONGEST).stream()
                .filter(value -> !Title.of(value).isEmpty())
                .toList();
        assertTrue(values.size() >= 150, () -> values.size() + " values");
        try (Server server = TodoServer.start()) {
            List<CompletableFuture<Integer>> added = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                added.add(add(server, i, values.get(i)));
            }
            added.forEach(status -> assertEquals(204, status.join()));

            Canary canary = Canary.in(window, server.uri());
            Page page = window.page();
            page.navigate(server.uri().toString());
            assertThat(page.locator(".todo")).hasCount(values.size());
            List<String> titles = values.stream().map(Title::of).toList();
            List<String> steps = page.locator(".history .what").allTextContents();
            assertEquals(50, steps.size());
            assertTrue(
                    titles.stream()
                            .map(title -> "Add \u201c" + title + "\u201d")
                            .toList()
                            .containsAll(steps),
                    steps::toString);
            assertEquals(
                    titles.stream()
                            .map(title -> String.join("\u0000", title, title, "Delete " + title, "true"))
                            .toList(),
                    page.evaluate(ROWS));
            canary.assertSilent(server.uri().toString());
        }
    }

    private CompletableFuture<Integer> add(Server server, int id, String title) {
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve(Actions.TODO_ADD))
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(SignalJson.write(Map.of("id", "" + id, "title", title))))
                .build();
        return client.sendAsync(request, BodyHandlers.discarding()).thenApply(answer -> answer.statusCode());
    }
}
