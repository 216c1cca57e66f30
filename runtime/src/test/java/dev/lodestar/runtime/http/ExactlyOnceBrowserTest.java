package dev.lodestar.runtime.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.lodestar.Config;
import dev.lodestar.Html;
import dev.lodestar.Reply;
import dev.lodestar.assets.BrowserClient;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.asset.TableBytes;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The framework's own client over a network that loses answers. */
@InBrowser
class ExactlyOnceBrowserTest {
    private static final String PAGE = "<!doctype html><title>Count</title><link rel=icon href=data:,>"
            + "<script type=module src=/assets/client.js></script>"
            + "<button data-on:click=\"@post('/a/count', {retryInterval: 20})\">+1</button><output id=n>none</output>"
            + "<i data-on:click=\"@post('/a/fail', {retry: 'error', retryInterval: 20, retryMaxCount: 2})\">fail</i>";

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    private RouteTable routes() {
        byte[] client = BrowserClient.source().getBytes(StandardCharsets.UTF_8);
        return RouteTable.over(new TableBytes()
                        .page("/", PAGE)
                        .asset("/assets/client.js", "text/javascript", client)
                        .read())
                .view("/", Scope.everybody(), request -> out -> {})
                .action(
                        "/a/count",
                        request -> Reply.html(Html.raw("<output id=n>" + count.incrementAndGet() + "</output>")))
                .action("/a/fail", request -> Reply.error(409, "Failure " + failures.incrementAndGet()))
                .unsafeEval()
                .build();
    }

    @Test
    void clickCountsOnceHoweverOftenItsAnswerGetsLost(Window window) throws Exception {
        try (Server server = Server.create(Config.defaults().withPort(0)).start(routes());
                LosingProxy network = new LosingProxy(server.port(), "POST /a/count", 3)) {
            Page page = window.page();
            page.navigate("http://localhost:" + network.port() + "/");
            page.locator("button").click();
            assertThat(page.locator("#n")).hasText("1");
            assertEquals(1, count.get(), "runs of an action that was asked for once");
            assertEquals(4, network.arrived(), "requests of one click, of which three answers got lost");

            page.locator("button").click();
            assertThat(page.locator("#n")).hasText("2");

            // Without the id, the client would retry a call that was answered, as another call.
            page.locator("i").click();
            page.waitForCondition(() -> failures.get() == 3);
            window.takeErrors();
        }
    }
}
