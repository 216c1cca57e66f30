package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.lodestar.Config;
import dev.lodestar.Reply;
import dev.lodestar.assets.BrowserClient;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.asset.TableBytes;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import dev.lodestar.runtime.tls.Certificates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why HTTP/2 matters here: over HTTP/1.1 a browser opens six connections to a server, and so at most six tabs. */
@InBrowser
class TabsBrowserTest {
    private static final int TABS = 30;
    private static final String PAGE = "<!doctype html><title>Tab</title><link rel=icon href=data:,>"
            + "<script type=module src=/assets/client.js></script>"
            + "<div id=lodestar data-init=\"@post('/?live')\"></div>";
    private static final String SHOWS = "text => document.getElementById('lodestar').textContent === text";

    private final AtomicInteger count = new AtomicInteger();

    private RouteTable routes() {
        TableBytes table = new TableBytes()
                .page("/", PAGE)
                .asset(
                        "/assets/client.js",
                        "text/javascript",
                        BrowserClient.source().getBytes(StandardCharsets.UTF_8));
        return RouteTable.over(table.read())
                .view("/", Scope.everybody(), request -> out -> out.text("count " + count.get()))
                .action("/a/inc", request -> {
                    count.incrementAndGet();
                    return Reply.changed();
                })
                // Expressions are not compiled here.
                .unsafeEval()
                .build();
    }

    @Test
    void thirtyTabsOfOneBrowserShowWhatOneOfThemDid(@TempDir Path folder, Window window) throws Exception {
        Config config = Config.defaults().withPort(0).withTls(Certificates.write(folder, "EC"));
        try (Server server = Server.create(config)) {
            server.start(routes());
            Page first = window.page();
            first.navigate(server.uri().toString());
            first.evaluate("tabs => { for (let i = 1; i < tabs; i++) open(location.href) }", TABS);
            first.waitForCondition(() -> first.context().pages().size() == TABS);
            List<Page> tabs = first.context().pages();
            for (Page tab : tabs) {
                tab.waitForFunction(SHOWS, "count 0");
            }
            assertEquals(TABS, server.hub().watching());
            assertEquals(
                    "h2", tabs.get(0).evaluate("() => performance.getEntriesByType('navigation')[0].nextHopProtocol"));

            assertEquals(204, tabs.get(17).evaluate("async () => (await fetch('/a/inc', {method: 'POST'})).status"));
            for (Page tab : tabs) {
                tab.waitForFunction(SHOWS, "count 1");
            }
        }
    }
}
