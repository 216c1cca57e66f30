package dev.lodestar.runtime.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.lodestar.Config;
import dev.lodestar.assets.BrowserClient;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.asset.TableBytes;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.piece.MarkedPage;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * The same as {@link GzipHistoriesTest}, for a few tabs of a browser that inflates the streams itself: pages open one
 * after another, some are busy for a while, and in the end all of them show what was rendered last.
 */
@InBrowser
class HistoriesBrowserTest {
    private static final String PAGE = "<!doctype html><title>Rows</title><link rel=icon href=data:,>"
            + "<script type=module src=/assets/client.js></script>"
            + "<div id=lodestar data-init=\"@post('/?live')\"></div>";
    private static final String SHOWN = "() => document.getElementById('lodestar').innerHTML";
    private static final String BE_BUSY =
            "() => { const end = performance.now() + 150; while (performance.now() < end); }";

    private final Random random = new Random(42);
    private final List<String> rows = new CopyOnWriteArrayList<>();

    private void change(int rowsMore) {
        for (int i = 0; i < rowsMore; i++) {
            rows.add("");
        }
        for (int i = 0; i < 5; i++) {
            int row = random.nextInt(rows.size());
            rows.set(row, "<p id=\"r" + row + "\">" + Long.toString(random.nextLong(), 36) + " é</p>");
        }
    }

    private String rendering() {
        return String.join("", rows);
    }

    private void render(HtmlOutput out) {
        MarkedPage.write(rendering(), out);
    }

    /**
     * @param rowsPerStep the number of rows that are added in each step: with many, the page soon exceeds the window of
     * gzip
     */
    private void show(Window window, int rowsPerStep) {
        TableBytes table = new TableBytes()
                .page("/", PAGE)
                .asset(
                        "/assets/client.js",
                        "text/javascript",
                        BrowserClient.source().getBytes(StandardCharsets.UTF_8));
        Config config = Config.defaults().withPort(0).withHeartbeat(Duration.ofMillis(70));
        try (Server server = Server.create(config)) {
            server.start(RouteTable.over(table.read())
                    .view("/", Scope.everybody(), request -> this::render)
                    // Expressions are not compiled here.
                    .unsafeEval()
                    .build());
            List<Page> tabs = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                change(rowsPerStep);
                server.hub().refresh();
                if (step % 15 == 0) {
                    Page tab = window.page().context().newPage();
                    tab.navigate(server.uri().toString());
                    tabs.add(tab);
                }
                tabs.get(random.nextInt(tabs.size())).evaluate(random.nextInt(4) == 0 ? BE_BUSY : SHOWN);
            }
            String last = rendering();
            for (Page tab : tabs) {
                tab.waitForFunction("last => (" + SHOWN + ")() === last", last);
                assertEquals(last, tab.evaluate(SHOWN));
            }
        }
    }

    @Test
    void tabsOfASmallPageShowWhatWasRenderedLast(Window window) {
        show(window, 1);
    }

    @Test
    void tabsOfALargePageShowWhatWasRenderedLast(Window window) {
        change(3000);
        for (int row = 0; row < rows.size(); row++) {
            rows.set(row, "<p id=\"r" + row + "\">row " + row + "</p>");
        }
        show(window, 0);
    }
}
