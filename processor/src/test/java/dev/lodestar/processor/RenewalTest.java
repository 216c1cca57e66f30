package dev.lodestar.processor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.lodestar.assets.BrowserClient;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that stays open while its application is built anew: nothing that a person typed is lost. */
@InBrowser
class RenewalTest {
    private static final String SHOP = """
            package app;
            import dev.lodestar.*;
            @App(title = "TITLE", lang = "LANG", styles = "shop.css"OPTIONS)
            public final class Shop {
                @View("/") Page page() { return new Page(NUMBER); }
                @Action("note") Reply note() { return Reply.html(Templates.html(new Note(NUMBER))); }
            }
            @Template("page.mustache") record Page(int n) {}
            @Template("note.mustache") record Note(int n) {}
            """;

    private static final String PAGE = """
            <main data-signals="{draft: '', said: '', pass: ''}">
              <h1>Build {{n}}</h1>
              <textarea name="about"></textarea>
              <input id="draft" data-bind:draft>
              <form><input type="checkbox" name="news"><input type="radio" name="r" value="a"><input type="radio" name="r" value="b">
              <select name="s"><option>one<option>two</select><input type="password" data-bind:pass>
              <input name="fixed" value="as given"></form>
                          <button id="say" data-on:click="$said = 'EXPRESSION {{n}}'">say</button>
              <button id="note" data-on:click="@post('{{action:note}}')">note</button>
              <p id="said" data-text="$said"></p>
              <div id="slot"></div>
              SCRIPT
              <p style="height: 3000px"></p>
              <details><summary>More</summary><input name="more"></details>
            </main>
            """;

    @TempDir
    Path folder;

    private final List<Server> servers = new ArrayList<>();
    private Front front;
    private int builds;

    @BeforeEach
    void open() throws IOException {
        front = Front.open();
    }

    @AfterEach
    void close() {
        servers.forEach(Server::close);
        front.close();
    }

    /** Builds the application with this and that in place of something else, given in turn. */
    private Server build(String... changes) throws Throwable {
        Path classes = folder.resolve("build" + ++builds);
        String java = SHOP;
        String page = PAGE;
        String css = "h1 { color: rgb(1, 1, 1) }";
        String script = "window.ran = (window.ran || '') + 'NUMBER'";
        for (int i = 0; i < changes.length; i += 2) {
            java = java.replace(changes[i], changes[i + 1]);
            page = page.replace(changes[i], changes[i + 1]);
            css = css.replace(changes[i], changes[i + 1]);
            script = script.replace(changes[i], changes[i + 1]);
        }
        java = java.replace("OPTIONS", "").replace("TITLE", "Shop").replace("LANG", "en");
        page = page.replace("SCRIPT", "").replace("EXPRESSION", "build");
        write(classes.resolve("templates/page.mustache"), page);
        write(classes.resolve("templates/note.mustache"), "<div id=\"slot\"><i data-text=\"'note ' + ({{n}} + "
                + builds + ")\"></i></div>");
        write(classes.resolve("assets/shop.css"), css);
        write(classes.resolve("assets/shop.js"), script);
        write(classes.resolve("assets/own.js"), BrowserClient.source() + "// " + builds);
        Server server = CompiledApplication.of(classes, "Shop", java.replace("NUMBER", String.valueOf(builds)))
                .start();
        servers.add(server);
        return server;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Opens the page and leaves something in every kind of field. */
    private Page use(Window window, Server... answering) {
        front.lead(answering);
        Page page = window.page();
        page.navigate(front.to("/"));
        type(page);
        page.evaluate("window.mark = 'same page'");
        return page;
    }

    private static void type(Page page) {
        page.locator("[name=about]").fill("half typed");
        page.locator("[type=password]").fill("secret!");
        page.locator("[name=news]").check();
        page.locator("[value=b]").check();
        page.locator("select").selectOption("two");
        page.locator("summary").click();
        page.locator("[name=more]").fill("more of it");
        page.locator("#draft").fill("a draft");
        page.evaluate("document.querySelector('#draft').setSelectionRange(2, 4); scrollTo(0, 700)");
    }

    private static void assertNothingIsLost(Page page) {
        assertThat(page.locator("[name=about]")).hasValue("half typed");
        assertThat(page.locator("#draft")).hasValue("a draft");
        assertThat(page.locator("[name=news]")).isChecked();
        assertThat(page.locator("[value=b]")).isChecked();
        assertThat(page.locator("select")).hasValue("two");
        assertThat(page.locator("[name=more]")).hasValue("more of it");
        assertThat(page.locator("[name=fixed]")).hasValue("as given");
        assertThat(page.locator("#draft")).isFocused();
        assertEquals(List.of(2, 4, 700), page.evaluate("const d = document.querySelector('#draft');"
                + " [d.selectionStart, d.selectionEnd, scrollY]"));
    }

    private void replace(Server old, Server fresh) {
        front.lead(fresh);
        old.close();
    }

    /** Replaces the server by one of another build, and expects the page to stay. */
    private Page renewed(Window window, Server old, Server fresh) {
        Page page = use(window, old);
        replace(old, fresh);
        assertThat(page.locator("h1")).hasText("Build 2");
        assertEquals("same page", page.evaluate("window.mark"));
        assertNothingIsLost(page);
        assertThat(page.locator("[type=password]")).hasValue("secret!");
        return page;
    }

    /** As {@link #renewed}, but that the page has to be loaded. */
    private Page loaded(Window window, Server old, Server fresh) {
        Page page = use(window, old);
        replace(old, fresh);
        page.onConsoleMessage(m -> System.out.println("CONSOLE " + m.text()));
        page.waitForCondition(() -> { System.out.println(page.evaluate("document.querySelector('main script')?.outerHTML + document.querySelector('h1')?.textContent + sessionStorage.length")); return "loaded".equals(page.evaluate("window.mark ?? 'loaded'"));});
        assertThat(page.locator("h1")).hasText("Build 2");
        assertNothingIsLost(page);
        assertThat(page.locator("[name=more]")).isVisible();
        assertThat(page.locator("[type=password]")).hasValue("");
        assertEquals(false, page.evaluate("JSON.stringify(sessionStorage).includes('half typed')"));
        return page;
    }

    private static void say(Page page, String text) {
        page.locator("#say").evaluate("button => button.click()");
        assertThat(page.locator("#said")).hasText(text);
    }

    @Test
    void anotherExpressionIsTakenOver(Window window) throws Throwable {
        Page page = renewed(window, build(), build("EXPRESSION", "changed"));
        say(page, "changed 2");
    }

    @Test
    void anotherTemplateIsTakenOver(Window window) throws Throwable {
        Page page = renewed(window, build(), build("More", "Much more"));
        assertThat(page.locator("summary")).hasText("Much more");
        say(page, "build 2");
    }

    @Test
    void evaluatedExpressionsAreTakenOver(Window window) throws Throwable {
        String[] eval = {"OPTIONS", ", unsafeEval = true", "EXPRESSION", "build"};
        String[] changed = {"OPTIONS", ", unsafeEval = true", "EXPRESSION", "changed", "color: rgb(1,", "color: rgb(2,"};
        Page page = renewed(window, build(eval), build(changed));
        say(page, "changed 2");
        assertThat(page.locator("h1")).hasCSS("color", "rgb(2, 1, 1)");
    }

    @Test
    void styleSheetIsSwappedWithNoMomentWithoutOne(Window window) throws Throwable {
        Server old = build();
        Server fresh = build("color: rgb(1,", "color: rgb(2,");
        Page page = use(window, old);
        page.evaluate("""
                window.seen = new Set();
                const look = () => { seen.add(getComputedStyle(document.querySelector('h1')).color); requestAnimationFrame(look); };
                look();
                new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true});
                """);
        replace(old, fresh);
        assertThat(page.locator("h1")).hasText("Build 2");
        assertThat(page.locator("h1")).hasCSS("color", "rgb(2, 1, 1)");
        assertThat(page.locator("link[rel=stylesheet]")).hasCount(1);
        assertEquals(List.of("rgb(1, 1, 1)", "rgb(2, 1, 1)"), page.evaluate("[...seen].sort()"));
        assertEquals("same page", page.evaluate("window.mark"));
        assertNothingIsLost(page);
    }

    @Test
    void titleLanguageAndIconAreTakenOver(Window window) throws Throwable {
        Page page = renewed(
                window, build(), build("TITLE", "Other shop", "LANG", "de", "OPTIONS", ", icon = \"shop.css\""));
        assertEquals("Other shop", page.title());
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertTrue(page.locator("link[rel=icon]").getAttribute("href").endsWith("/shop.css"));
    }

    @Test
    void anotherClientLoadsThePageWithAllThatWasTyped(Window window) throws Throwable {
        String[] own = {"OPTIONS", ", client = \"own.js\""};
        Page page = loaded(window, build(own), build(own));
        say(page, "build 2");
    }

    @Test
    void anotherScriptLoadsThePageWithAllThatWasTyped(Window window) throws Throwable {
        String[] script = {"SCRIPT", "<script src=\"{{asset:shop.js}}\"></script>"};
        Page page = loaded(window, build(script), build(script));
        assertEquals("2", page.evaluate("window.ran"));
    }

    @Test
    void firstStreamMayBeOfAnotherBuildThanTheShim(Window window) throws Throwable {
        Server old = build();
        Server fresh = build("EXPRESSION", "changed");
        front.lead(fresh);
        front.except(request -> Optional.of(old)
                .filter(server -> request.getRequestMethod().equals("GET")
                        && !front.passed().contains("POST /?&live")));
        Page page = window.page();
        page.navigate(front.to("/"));
        assertThat(page.locator("h1")).hasText("Build 2");
        say(page, "changed 2");
    }

    @Test
    void pageStaysWhileNothingAnswers(Window window) throws Throwable {
        Server old = build();
        Server fresh = build("EXPRESSION", "changed");
        Page page = use(window, old);
        front.lead();
        old.close();
        assertThat(page.locator("html")).hasAttribute("data-stale", "");
        assertNothingIsLost(page);
        front.lead(fresh);
        assertThat(page.locator("h1")).hasText("Build 2");
        assertEquals("same page", page.evaluate("window.mark"));
        assertNothingIsLost(page);
        say(page, "changed 2");
    }

    @Test
    void renewalThatFailsHalfWayIsTriedAgain(Window window) throws Throwable {
        for (String part : List.of("/", "expressions.js", "shop.css")) {
            Server old = build();
            Server fresh = build("EXPRESSION", "changed " + builds, "color: rgb(1,", "color: rgb(" + builds + ",");
            AtomicInteger broken = new AtomicInteger();
            Page page = use(window, old);
            front.drop(request -> request.getRequestMethod().equals("GET")
                    && request.getRequestURI().getPath().endsWith(part)
                    && broken.incrementAndGet() <= 5);
            replace(old, fresh);
            assertThat(page.locator("h1")).hasText("Build " + builds);
            assertTrue(broken.get() > 5, part);
            assertEquals("same page", page.evaluate("window.mark"));
            assertNothingIsLost(page);
            say(page, "changed " + (builds - 1) + " " + builds);
            assertThat(page.locator("h1")).hasCSS("color", "rgb(" + (builds - 1) + ", 1, 1)");
            front.drop(request -> false);
        }
    }

    @Test
    void twoBuildsThatAnswerInTurnsLoseNothing(Window window) throws Throwable {
        Server old = build();
        Server fresh = build("EXPRESSION", "changed", "color: rgb(1,", "color: rgb(2,");
        Page page = use(window, old);
        front.lead(old, fresh);
        for (int i = 0; i < 6; i++) {
            front.drop(request -> true);
            // The network of the page goes and comes back.
            assertThat(page.locator("html")).hasCount(1);
            page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))");
            front.drop(request -> false);
            page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
        }
        replace(old, fresh);
        assertThat(page.locator("h1")).hasText("Build 2");
        assertEquals("same page", page.evaluate("window.mark"));
        assertNothingIsLost(page);
        say(page, "changed 2");
        assertThat(page.locator("h1")).hasCSS("color", "rgb(2, 1, 1)");
    }

    @Test
    void twoClientsThatAnswerInTurnsLoseNothingAndDoNotLoop(Window window) throws Throwable {
        String[] own = {"OPTIONS", ", client = \"own.js\""};
        Server old = build(own);
        Server fresh = build(own);
        Page page = use(window, old);
        front.lead(old, fresh);
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))");
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
        page.waitForTimeout(4000);
        long loads = front.passed().stream().filter("GET /"::equals).count();
        assertTrue(loads < 30, front.passed()::toString);
        replace(old, fresh);
        page.waitForTimeout(500);
        page.waitForCondition(
                () -> "Build 2".equals(page.locator("h1").textContent()),
                new Page.WaitForConditionOptions().setTimeout(60_000));
        assertNothingIsLost(page);
        say(page, "build 2");
    }

    @Test
    void whatAnActionOfANewerBuildBroughtComesToLife(Window window) throws Throwable {
        Server old = build();
        Server fresh = build();
        Page page = use(window, old);
        front.lead(fresh);
        page.locator("#note").evaluate("button => button.click()");
        assertThat(page.locator("#slot i")).hasCount(1);
        assertTrue(window.takeErrors().toString().contains("older than its application"));
        old.close();
        assertThat(page.locator("h1")).hasText("Build 2");
        page.locator("#note").evaluate("button => button.click()");
        assertThat(page.locator("#slot i")).hasText("note 4");
        assertNothingIsLost(page);
    }
}
