package dev.lodestar.runtime.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A login over HTTP/2 beside a foreign cookie: Chromium sends each in a field of its own, the older one
 * first.
 */
@InBrowser
class CookieOrderBrowserTest {
    private static final String SESSION = "__Host-lodestar";
    private static final String PAGE = "<!doctype html><title>Shop</title><link rel=icon href=data:,>"
            + "<script type=module src=/assets/client.js></script>"
            + "<div id=lodestar data-init=\"@post('/?live')\"></div>";

    private static RouteTable routes() {
        TableBytes table = new TableBytes()
                .page("/", PAGE)
                .asset(
                        "/assets/client.js",
                        "text/javascript",
                        BrowserClient.source().getBytes(StandardCharsets.UTF_8));
        return RouteTable.over(table.read())
                .view("/", Scope.connection(), request -> {
                    String user = request.session().get("user").orElse("nobody");
                    return out -> out.text("Hello " + user);
                })
                .action("/a/login", request -> {
                    request.session().renew();
                    request.session().set("user", "Ann");
                    return Reply.unchanged();
                })
                .action(
                        "/a/who",
                        request ->
                                Reply.error(418, request.session().get("user").orElse("nobody")))
                // Expressions are not compiled here.
                .unsafeEval()
                .build();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void loginSurvivesWhicheverCookieIsOlder(boolean otherIsOlder, @TempDir Path folder, Window window)
            throws Exception {
        Config config = Config.defaults().withPort(0).withTls(Certificates.write(folder, "EC"));
        try (Server server = Server.create(config)) {
            server.start(routes());
            Page page = window.page();
            if (otherIsOlder) {
                setOther(page.context(), server);
            }
            page.navigate(server.uri().toString());
            assertThat(page.locator("#lodestar")).hasText("Hello nobody");
            if (!otherIsOlder) {
                setOther(page.context(), server);
            }
            page.evaluate("() => fetch('/a/login', {method: 'POST'})");
            String session = session(page);

            for (int load = 0; load < 2; load++) {
                page.reload();
                assertThat(page.locator("#lodestar")).hasText("Hello Ann");
                assertEquals(
                        "Ann", page.evaluate("() => fetch('/a/who', {method: 'POST'}).then(answer => answer.text())"));
                assertEquals(session, session(page), "a page load sets no other session");
            }
            assertEquals("h2", page.evaluate("() => performance.getEntriesByType('navigation')[0].nextHopProtocol"));
        }
    }

    private static void setOther(BrowserContext context, Server server) {
        context.addCookies(
                List.of(new Cookie("other", "\"x y\"").setUrl(server.uri().toString())));
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals(SESSION))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("none");
    }
}
