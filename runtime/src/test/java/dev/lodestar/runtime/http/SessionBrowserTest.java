package dev.lodestar.runtime.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.lodestar.Config;
import dev.lodestar.Html;
import dev.lodestar.Refused;
import dev.lodestar.Reply;
import dev.lodestar.Session;
import dev.lodestar.assets.BrowserClient;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.asset.TableBytes;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people see of logins, logouts and refusals. */
@InBrowser
class SessionBrowserTest {
    private static final String SHIM = "<!doctype html><title>Shop</title><link rel=icon href=data:,>"
            + "<script type=module src=/assets/client.js></script><div id=lodestar data-init=\""
            + "@post(location.pathname+(location.search||'?')+'&live',"
            + "{retry:'always',retryMaxCount:Infinity,retryMaxWait:10000})\"></div>";

    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean open = true;
    private Server server;

    @BeforeEach
    void start() {
        TableBytes table = new TableBytes().asset("/assets/client.js", "text/javascript", utf8(BrowserClient.source()));
        for (String path : List.of("/", "/orders", "/stock")) {
            // Not as a shim, since the table has no Brotli that a browser could read.
            table.asset(path, "text/html; charset=utf-8", utf8(SHIM));
        }
        server = Server.create(Config.defaults().withPort(0));
        server.start(RouteTable.over(table.read())
                .unsafeEval()
                .view(
                        "/",
                        Scope.everybody(),
                        request -> out ->
                                out.html(Html.raw("<button data-on:click=\"@post('/a/login')\">Log in</button>")))
                .view(
                        "/orders",
                        Scope.connection(),
                        request -> out -> out.html(Html.raw("<h1>Orders of " + user(request.session())
                                + "</h1><button data-on:click=\"@post('/a/logout')\">Log out</button>")))
                .view("/stock", Scope.everybody(), request -> {
                    asked.incrementAndGet();
                    return out -> {
                        if (!open) {
                            throw new Refused(Reply.error(403, "The stock is being counted."));
                        }
                        out.html(Html.raw("<h1>Stock</h1>"));
                    };
                })
                .action("/a/login", request -> {
                    request.session().renew();
                    request.session().set("user", "Ann");
                    return Reply.redirect("/orders");
                })
                .action("/a/logout", request -> {
                    request.session().end();
                    return Reply.redirect("/");
                })
                .build());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String user(Session session) {
        return session.get("user").orElseThrow(() -> new Refused(Reply.redirect("/")));
    }

    private String url(String path) {
        return server.uri().resolve(path).toString();
    }

    private Cookie cookie(Page page) {
        assertEquals(1, page.context().cookies().size());
        return page.context().cookies().get(0);
    }

    @Test
    void logoutInOneTabIsOneInAllOfThem(Window window) {
        Page one = window.page();
        one.navigate(url("/orders"));
        assertThat(one).hasURL(url("/"));
        Cookie visitor = cookie(one);
        assertTrue(visitor.httpOnly && visitor.sameSite == SameSiteAttribute.LAX && visitor.expires > 0);

        one.locator("button").click();
        assertThat(one.locator("h1")).hasText("Orders of Ann");
        assertThat(one).hasURL(url("/orders"));
        assertTrue(!cookie(one).value.equals(visitor.value), "someone who knew the id does not know the new one");

        Page other = one.context().newPage();
        other.navigate(url("/orders"));
        assertThat(other.locator("h1")).hasText("Orders of Ann");
        other.locator("button").click();
        assertThat(other).hasURL(url("/"));
        assertThat(one).hasURL(url("/"));
        assertThat(one.locator("h1")).hasCount(0);
    }

    @Test
    void pageWhoseAccessHasEndedSaysSoAndAsksAgainOnlyForSomebodyWhoComesBack(Window window) {
        Page page = window.page();
        page.clock().install();
        page.navigate(url("/stock"));
        assertThat(page.locator("h1")).hasText("Stock");
        open = false;
        server.hub().refresh();
        assertThat(page.locator("#lodestar-stale")).hasText("The stock is being counted.");
        assertThat(page.locator("html")).hasAttribute("data-stale", "");
        int then = asked.get();
        page.clock().runFor(120_000);
        page.evaluate("() => fetch('/healthz').then(answer => answer.text())");
        assertEquals(then, asked.get());

        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        page.waitForCondition(() -> asked.get() == then + 1);
        page.clock().runFor(5_000);
        assertThat(page.locator("#lodestar-stale")).hasText("The stock is being counted.");
        open = true;
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(page.locator("#lodestar-stale")).hasText("");
        assertThat(page.locator("h1")).hasText("Stock");
        assertThat(page.locator("html")).not().hasAttribute("data-stale", "");
    }
}
