package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.lodestar.assets.BrowserClient;
import dev.lodestar.browser.engine.InEveryEngine;
import dev.lodestar.browser.engine.Tab;
import dev.lodestar.runtime.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page stays open while its application is rebuilt, and nothing that a person typed is lost. */
@InEveryEngine
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
              <form><input type="checkbox" name="news">
              <input type="radio" name="r" value="a"><input type="radio" name="r" value="b">
              <select name="s"><option>one<option>two</select><input type="password" data-bind:pass>
              <input name="fixed" value="as given"></form>
              <button id="say" data-on:click="$said = 'EXPRESSION {{n}}'">say</button>
              <button id="note" data-on:click="@post('{{action:note}}')">note</button>
              <p id="said" data-text="$said"></p>
              <div id="slot"></div>
              SCRIPT
              <p style="height: 3000px"></p>
              <details><summary>More</summary></details>
            </main>
            """;

    private static final String STREAM = "POST /?&live";
    private static final String[] OWN_CLIENT = {"OPTIONS", ", client = \"own.js\""};

    @TempDir
    static Path folder;

    private static final Map<List<String>, CompiledApplication> BUILDS = new HashMap<>();

    private final List<Server> servers = new ArrayList<>();
    private Front front;

    @BeforeEach
    void open() throws IOException {
        front = Front.open();
    }

    @AfterEach
    void close() {
        servers.forEach(Server::close);
        front.close();
    }

    /** Starts a build of the application with some of its text replaced: pairs of old and new text. */
    private Server start(int number, String... changes) throws Throwable {
        List<String> key = new ArrayList<>(List.of(changes));
        key.add("NUMBER");
        key.add(String.valueOf(number));
        CompiledApplication build = BUILDS.get(key);
        if (build == null) {
            build = build(key);
            BUILDS.put(key, build);
        }
        Server server = build.start();
        servers.add(server);
        return server;
    }

    private static CompiledApplication build(List<String> changes) throws IOException {
        Path classes = folder.resolve("build" + BUILDS.size());
        write(classes.resolve("templates/page.mustache"), changed(PAGE, changes));
        write(
                classes.resolve("templates/note.mustache"),
                changed("<div id=\"slot\"><i data-text=\"'note ' + ({{n}} + NUMBER)\"></i></div>", changes));
        write(classes.resolve("assets/shop.css"), changed("h1 { color: rgb(1, 1, 1) }", changes));
        write(classes.resolve("assets/shop.js"), changed("window.ran = (window.ran || '') + 'NUMBER'", changes));
        write(classes.resolve("assets/own.js"), BrowserClient.source() + changed("// NUMBER", changes));
        return CompiledApplication.of(classes, "Shop", changed(SHOP, changes));
    }

    private static String changed(String text, List<String> changes) {
        String now = text;
        for (int i = 0; i < changes.size(); i += 2) {
            now = now.replace(changes.get(i), changes.get(i + 1));
        }
        return now.replace("OPTIONS", "")
                .replace("TITLE", "Shop")
                .replace("LANG", "en")
                .replace("SCRIPT", "")
                .replace("EXPRESSION", "build");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Opens the page of the first build and fills in a field of every kind. */
    private void use(Tab tab, Server server) {
        front.lead(server);
        tab.open(front.to("/"));
        tab.awaitText("h1", "Build 1");
        tab.fill("[name=about]", "half typed");
        tab.fill("[type=password]", "secret!");
        tab.click("[name=news]");
        tab.click("[value=b]");
        tab.select("select", "two");
        tab.fill("#draft", "a draft");
        tab.evaluate(
                "document.querySelector('#draft').setSelectionRange(2, 4), scrollTo(0, 700), window.mark = 'same'");
        tab.evaluate("addEventListener('pagehide', () => { localStorage.kept = JSON.stringify(sessionStorage) })");
    }

    private void replace(Server old, Server fresh) {
        front.lead(fresh);
        old.close();
    }

    private static void assertNothingIsLost(Tab tab) {
        tab.awaitValue("half typed, a draft, true, true, two, as given, draft, 2, 4, 700", """
                () => {
                    const all = (what) => document.querySelector(what);
                    return [all('[name=about]').value, all('#draft').value, all('[name=news]').checked,
                        all('[value=b]').checked, all('select').value, all('[name=fixed]').value, document.activeElement.id,
                        all('#draft').selectionStart, all('#draft').selectionEnd, Math.round(scrollY)].join(', ');
                }""");
    }

    private static void assertRenewed(Tab tab) {
        tab.awaitText("h1", "Build 2");
        assertNothingIsLost(tab);
        assertEquals("same", tab.evaluate("window.mark"), "the page was loaded");
        assertEquals("secret!", tab.evaluate("document.querySelector('[type=password]').value"));
    }

    private static void assertLoaded(Tab tab) {
        tab.await("window.mark === undefined");
        tab.awaitText("h1", "Build 2");
        assertNothingIsLost(tab);
        assertEquals("", tab.evaluate("document.querySelector('[type=password]').value"));
        assertEquals(true, tab.evaluate("localStorage.kept.includes('half typed')"), "kept while the page is loaded");
        assertEquals(false, tab.evaluate("localStorage.kept.includes('secret!')"), "kept while the page is loaded");
        assertEquals(false, tab.evaluate("JSON.stringify(sessionStorage).includes('half typed')"), "still kept");
    }

    private static void assertSays(Tab tab, String text) {
        tab.evaluate("document.querySelector('#say').click()");
        tab.awaitText("#said", text);
    }

    private static void assertColor(Tab tab, String color) {
        tab.awaitValue(color, "getComputedStyle(document.querySelector('h1')).color");
    }

    @Test
    void anotherExpressionIsTakenOver(Tab tab) throws Throwable {
        Server old = start(1);
        use(tab, old);
        replace(old, start(2, "EXPRESSION", "changed"));
        assertRenewed(tab);
        assertSays(tab, "changed 2");
    }

    @Test
    void anotherTemplateIsTakenOver(Tab tab) throws Throwable {
        Server old = start(1);
        use(tab, old);
        replace(old, start(2, "More", "Much more"));
        assertRenewed(tab);
        tab.awaitText("summary", "Much more");
        assertSays(tab, "build 2");
    }

    @Test
    void evaluatedExpressionIsTakenOver(Tab tab) throws Throwable {
        Server old = start(1, "OPTIONS", ", unsafeEval = true");
        use(tab, old);
        replace(
                old,
                start(2, "OPTIONS", ", unsafeEval = true", "EXPRESSION", "changed", "color: rgb(1,", "color: rgb(2,"));
        assertRenewed(tab);
        assertSays(tab, "changed 2");
        assertColor(tab, "rgb(2, 1, 1)");
    }

    @Test
    void styleSheetIsSwappedWithNoMomentWithoutOne(Tab tab) throws Throwable {
        Server old = start(1);
        use(tab, old);
        tab.evaluate("""
                () => {
                    window.seen = new Set();
                    const look = () => seen.add(getComputedStyle(document.querySelector('h1')).color);
                    const each = () => { look(); requestAnimationFrame(each); };
                    each();
                    new MutationObserver(look).observe(document, {subtree: true, childList: true, attributes: true});
                }""");
        replace(old, start(2, "color: rgb(1,", "color: rgb(2,"));
        assertRenewed(tab);
        assertColor(tab, "rgb(2, 1, 1)");
        assertEquals(1, tab.evaluate("document.querySelectorAll('link[rel=stylesheet]').length"));
        assertEquals(List.of("rgb(1, 1, 1)", "rgb(2, 1, 1)"), tab.evaluate("[...seen].sort()"));
    }

    @Test
    void titleLanguageAndIconAreTakenOver(Tab tab) throws Throwable {
        Server old = start(1);
        use(tab, old);
        replace(old, start(2, "TITLE", "Other shop", "LANG", "de", "OPTIONS", ", icon = \"shop.css\""));
        assertRenewed(tab);
        assertEquals("Other shop de", tab.evaluate("document.title + ' ' + document.documentElement.lang"));
        assertEquals(true, tab.evaluate("document.querySelector('link[rel=icon]').href.endsWith('/shop.css')"));
    }

    @Test
    void anotherClientLoadsThePageWithAllThatWasTyped(Tab tab) throws Throwable {
        Server old = start(1, OWN_CLIENT);
        use(tab, old);
        tab.evaluate("document.querySelector('details').open = true");
        replace(old, start(2, OWN_CLIENT));
        assertLoaded(tab);
        assertEquals(true, tab.evaluate("document.querySelector('details').open"));
        assertSays(tab, "build 2");
    }

    @Test
    void fieldThatTheNewBuildChangesIsTheServers(Tab tab) throws Throwable {
        Server old = start(1, OWN_CLIENT);
        use(tab, old);
        tab.fill("[name=fixed]", "typed");
        replace(old, start(2, "OPTIONS", ", client = \"own.js\"", "as given", "given anew"));
        tab.await("window.mark === undefined");
        tab.awaitText("h1", "Build 2");
        tab.awaitValueOf("[name=about]", "half typed");
        tab.awaitValueOf("[name=fixed]", "given anew");
    }

    @Test
    void anotherScriptLoadsThePageWithAllThatWasTyped(Tab tab) throws Throwable {
        Server old = start(1, "SCRIPT", "<script src=\"{{asset:shop.js}}\"></script>");
        use(tab, old);
        replace(old, start(2, "SCRIPT", "<script src=\"{{asset:shop.js}}\"></script>"));
        assertLoaded(tab);
        assertEquals("2", tab.evaluate("window.ran"));
    }

    @Test
    void firstStreamMayBeOfAnotherBuildThanTheShim(Tab tab) throws Throwable {
        Server old = start(1);
        front.lead(start(2, "EXPRESSION", "changed"));
        front.except(request -> Optional.of(old).filter(server -> isBeforeTheStream(request)));
        tab.open(front.to("/"));
        tab.awaitText("h1", "Build 2");
        assertSays(tab, "changed 2");
        assertEquals(1, front.count(STREAM));
    }

    private boolean isBeforeTheStream(HttpExchange request) {
        return request.getRequestMethod().equals("GET") && !front.passed().contains(STREAM);
    }

    @Test
    void pageStaysWhileNothingAnswers(Tab tab) throws Throwable {
        Server old = start(1);
        Server fresh = start(2, "EXPRESSION", "changed");
        use(tab, old);
        front.lead();
        old.close();
        tab.await("document.documentElement.hasAttribute('data-stale')");
        assertNothingIsLost(tab);
        front.lead(fresh);
        assertRenewed(tab.patient(Duration.ofSeconds(30)));
        assertSays(tab, "changed 2");
        tab.takeErrors();
    }

    @Test
    void renewalThatFailsHalfWayIsTriedAgain(Tab tab) throws Throwable {
        for (String part : List.of("/", "expressions.js", "shop.css", "handover.js")) {
            Server old = start(1);
            Server fresh = start(2, "EXPRESSION", "changed", "color: rgb(1,", "color: rgb(2,", "TITLE", part);
            use(tab, old);
            AtomicInteger broken = new AtomicInteger();
            front.drop(request -> request.getRequestMethod().equals("GET")
                    && request.getRequestURI().getPath().endsWith(part)
                    && broken.incrementAndGet() <= 2);
            replace(old, fresh);
            assertRenewed(tab.patient(Duration.ofSeconds(30)));
            assertSays(tab, "changed 2");
            assertColor(tab, "rgb(2, 1, 1)");
            assertEquals(part, tab.evaluate("document.title"));
            tab.takeErrors();
        }
    }

    @Test
    void twoBuildsThatAnswerInTurnsLoseNothing(Tab tab) throws Throwable {
        Server old = start(1);
        Server fresh = start(2, "EXPRESSION", "changed", "color: rgb(1,", "color: rgb(2,");
        use(tab, old);
        front.lead(old, fresh);
        for (int i = 0; i < 6; i++) {
            long before = front.count(STREAM);
            front.cut();
            front.awaitMoreThan(before, STREAM);
            assertNothingIsLost(tab);
        }
        replace(old, fresh);
        front.cut();
        assertRenewed(tab.patient(Duration.ofSeconds(30)));
        assertSays(tab, "changed 2");
        assertColor(tab, "rgb(2, 1, 1)");
        tab.takeErrors();
    }

    @Test
    void twoClientsThatAnswerInTurnsLoseNothingAndDoNotLoop(Tab tab) throws Throwable {
        Server old = start(1, OWN_CLIENT);
        Server fresh = start(2, OWN_CLIENT);
        use(tab, old);
        front.lead(old, fresh);
        for (int i = 0; i < 4; i++) {
            long before = front.count(STREAM);
            front.cut();
            front.awaitMoreThan(before, STREAM);
        }
        long loads = front.count("GET / as a page");
        assertTrue(loads <= 4, () -> loads + " loads of " + front.passed());
        replace(old, fresh);
        front.cut();
        Tab patient = tab.patient(Duration.ofSeconds(60));
        patient.awaitText("h1", "Build 2");
        assertNothingIsLost(patient);
        assertSays(tab, "build 2");
        tab.takeErrors();
    }

    @Test
    void whatAnActionOfANewerBuildBroughtComesToLife(Tab tab) throws Throwable {
        Server old = start(1);
        use(tab, old);
        front.lead(start(2));
        tab.evaluate("document.querySelector('#note').click()");
        tab.await("document.querySelector('#slot i')");
        assertTrue(tab.takeErrors().toString().contains("older than its application"));
        old.close();
        tab.awaitText("h1", "Build 2");
        tab.evaluate("document.querySelector('#note').click()");
        tab.awaitText("#slot i", "note 4");
        tab.awaitValueOf("[name=about]", "half typed");
    }
}
