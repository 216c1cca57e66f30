package dev.lodestar.processor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.lodestar.assets.BrowserClient;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages under their Content-Security-Policy, with compiled and with evaluated expressions. */
@InBrowser
class PolicyTest {
    private static final String SHOP = """
            package app;
            import dev.lodestar.*;
            import java.util.*;
            @App(title = "Shop"OPTIONS)
            public final class Shop {
                private int n;
                @View("/") Page page() { return new Page(n, "it's <b> \\"$n\\" @post('x')", n % 2 == 0, Optional.empty()); }
                @View("/gone") Html gone() { return Html.raw("<p id=gone>gone</p>"); }
                @View("/made") Html made() { return Html.raw("<p id=made data-text=\\"'by ' + 'hand'\\"></p>"); }
                @Action("add") void add(@Signal("by") int by) { n += by; }
                @Action("run") Reply run() { return Reply.patch(new Patch.Script("document.body.id = 'ran'")); }
                @Action("go") Reply go(@Query("to") String to) { return Reply.redirect(to); }
                @Action("note") Reply note() { return Reply.html(Templates.html(new Note(n))).and(
                    new Patch.Signals(Map.of("told", "yes"), false)); }
            }
            @Template("page.mustache") record Page(int n, String text, boolean even, Optional<Integer> none) {}
            @Template("note.mustache") record Note(int n) {}
            """;

    private static final String PAGE = """
            <main data-signals="{by: 2, told: '', seen: 0}" style="margin: {{n}}px">
              <p id="n" data-text="'n is ' + {{n}} + ' {{text}}' + {{none}}"></p>
              <p id="even" data-show="{{#even}}true{{/even}}{{^even}}false{{/even}}" data-class="{odd: {{n}} % 2}">even</p>
              <p id="told" data-text="$told" data-style:color="$told && 'rgb(1, 2, 3)'"></p>
              <button id="add" data-on:click="@post('{{action:add}}')">+</button>
              <button id="run" data-on:click="@post('{{action:run}}')">run</button>
              <button id="go" data-on:click="@post('{{action:go to='/gone'}}')">go</button>
              <button id="note" data-on:click="const f = async () => { await 0; @post('{{action:note}}') }; f()">note</button>
              <button id="fail" data-on:click="nothing.here({{n}})">fail</button>
              <div id="slot"></div>
            </main>
            """;

    @TempDir
    Path classes;

    private Server start(String options) throws Throwable {
        Files.createDirectories(classes.resolve("templates"));
        Files.writeString(classes.resolve("templates/page.mustache"), PAGE);
        Files.writeString(
                classes.resolve("templates/note.mustache"),
                "<div id=\"slot\"><i data-text=\"'note ' + ({{n}} + 1)\"></i></div>");
        Files.createDirectories(classes.resolve("assets"));
        Files.writeString(classes.resolve("assets/datastar.js"), BrowserClient.source());
        return CompiledApplication.of(classes, "Shop", SHOP.replace("OPTIONS", options))
                .start();
    }

    /** Uses everything that a page can do, and returns the policy that allowed it. */
    private static String use(Server server, Window window) {
        Page page = window.page();
        Response shim = page.navigate(server.uri().toString());
        assertThat(page.locator("#n")).hasText("n is 0 it's <b> \"$n\" @post('x')null");
        assertThat(page.locator("#even")).isVisible();
        page.locator("#add").click();
        assertThat(page.locator("#n")).containsText("n is 2");
        page.locator("#note").click();
        assertThat(page.locator("#slot i")).hasText("note 3");
        assertThat(page.locator("#told")).hasText("yes");
        assertThat(page.locator("#told")).hasCSS("color", "rgb(1, 2, 3)");
        assertThat(page.locator("main")).hasCSS("margin-top", "2px");
        page.locator("#run").click();
        assertThat(page.locator("body#ran")).hasCount(1);
        assertThat(page.locator("body > script")).hasCount(0);
        page.locator("#go").click();
        assertThat(page.locator("#gone")).hasText("gone");
        assertTrue(page.url().endsWith("/gone"), page.url());
        return shim.headerValue("content-security-policy");
    }

    @Test
    void needsNoEvalIfAllExpressionsAreInTemplates(Window window) throws Throwable {
        try (Server server = start("")) {
            String policy = use(server, window);
            assertTrue(policy.endsWith("; script-src 'self'"), policy);
            assertEquals(List.of(), window.takeErrors());

            window.page().navigate(server.uri() + "made");
            assertThat(window.page().locator("#made")).hasText("");
            List<String> errors = window.takeErrors();
            assertEquals(1, errors.size(), errors::toString);
            assertTrue(errors.get(0).contains("set @App(unsafeEval = true)"), errors.get(0));

            window.page().navigate(server.uri().toString());
            window.page().locator("#fail").click();
            String failure = String.join("\n", window.takeErrors());
            assertTrue(failure.contains("nothing is not defined") && failure.contains("nothing.here(__0)"), failure);
        }
    }

    @Test
    void allowsEvalIfTheApplicationAsksForIt(Window window) throws Throwable {
        for (String option : List.of(", unsafeEval = true", ", client = \"datastar.js\"")) {
            try (Server server = start(option)) {
                String policy = use(server, window);
                assertTrue(policy.endsWith("; script-src 'self' 'unsafe-eval'"), policy);
                window.page().navigate(server.uri() + "made");
                assertThat(window.page().locator("#made")).hasText("by hand");
            }
        }
    }

    /** This is the case after a rebuild. No expression fails silently. */
    @Test
    void reportsAPageThatIsOlderThanItsMarkup(Window window) throws Throwable {
        try (Server server = start("")) {
            window.page().navigate(server.uri().toString());
            assertThat(window.page().locator("#n")).containsText("n is 0");
            window.page().evaluate("document.querySelector('#n').setAttribute('data-text', '#0123456789[1]')");
            assertThat(window.page().locator("#n")).hasCount(1);
            List<String> errors = window.takeErrors();
            assertEquals(1, errors.size(), errors::toString);
            assertTrue(errors.get(0).contains("older than its application. Reload it."), errors.get(0));
        }
    }

    @Test
    void applicationSetsDirectivesAndPermissionsAndOpensAnAction() throws Throwable {
        CompiledApplication shop = CompiledApplication.of(classes, "Shop", """
                package app;
                import dev.lodestar.*;
                @App(csp = {"img-src 'self'", "frame-ancestors 'self'"}, permissions = {Permission.CAMERA, Permission.USB})
                public final class Shop {
                    @View("/") Html page() { return Html.EMPTY; }
                    @Action("own") void own() {}
                    @Action(value = "hook", crossOrigin = true) void hook(Request request) {}
                }
                """);
        try (Server server = shop.start()) {
            HttpClient client = HttpClient.newHttpClient();
            HttpHeaders page = client.send(HttpRequest.newBuilder(server.uri()).build(), BodyHandlers.discarding())
                    .headers();
            String policy = page.firstValue("Content-Security-Policy").orElseThrow();
            assertTrue(policy.contains("; img-src 'self'; ") && policy.contains("; frame-ancestors 'self'; "), policy);
            assertEquals("SAMEORIGIN", page.firstValue("X-Frame-Options").orElseThrow());
            String permissions = page.firstValue("Permissions-Policy").orElseThrow();
            assertTrue(permissions.contains("camera=(self)") && permissions.contains("usb=(self)"), permissions);
            assertTrue(permissions.contains("microphone=()"), permissions);
            for (String action : List.of("OWN", "HOOK")) {
                HttpRequest post = HttpRequest.newBuilder(server.uri().resolve(shop.action(action)))
                        .POST(BodyPublishers.noBody())
                        .build();
                int status = client.send(post, BodyHandlers.discarding()).statusCode();
                assertEquals(action.equals("OWN") ? 403 : 204, status, action);
            }
        }
    }

    @Test
    void sendsAClientThatCannotEvaluate() {
        assertTrue(BrowserClient.source().contains("Function("));
        assertFalse(BrowserClient.compiledSource().contains("Function("));
        assertFalse(BrowserClient.compiledSource().contains("eval("));
    }
}
