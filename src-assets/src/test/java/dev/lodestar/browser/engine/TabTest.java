package dev.lodestar.browser.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In every engine, a tab does what its methods promise. */
@InEveryEngine
class TabTest {
    private HttpServer server;

    /** The content of a page is what follows the question mark in its URL. */
    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = ("<!doctype html>" + exchange.getRequestURI().getQuery()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private String page(String body) {
        return "http://localhost:" + server.getAddress().getPort() + "/?"
                + URLEncoder.encode(body, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void show(Tab tab, String body) {
        tab.open(page(body));
    }

    @Test
    void valuesComeAsTheyAreInThePage(Tab tab) {
        show(tab, "<title>Hi</title>");
        assertEquals("Hi", tab.evaluate("document.title"));
        assertEquals(
                Arrays.asList(1, 2.5, "\u00e4\n\"", true, null, List.of(), Map.of("a", 1)),
                tab.evaluate("[1, 2.5, '\u00e4\\n\"', true, undefined, [], {a: 1}]"));
        assertEquals(null, tab.evaluate("undefined"));
        assertEquals(3, tab.evaluate("(a, b) => a + b", 1, 2));
        assertEquals("\"</script>\n", tab.evaluate("async (text) => { await null; return text }", "\"</script>\n"));
        assertEquals(7, tab.evaluate("new Promise((done) => setTimeout(() => done(7), 20))"));
        ScriptException failure = assertThrows(ScriptException.class, () -> tab.evaluate("no.such"));
        assertTrue(failure.getMessage().contains("ReferenceError"), failure.getMessage());
        assertThrows(ScriptException.class, () -> tab.evaluate("1 +"));
    }

    @Test
    void keysAndMouseAreReal(Tab tab) {
        show(tab, """
                <input id=i><textarea id=t></textarea><button onclick="i.value += '!'">Go  on</button>
                <script>window.trusted = []; for (const each of ['click', 'keydown', 'input'])
                  addEventListener(each, (event) => trusted.push(event.isTrusted))</script>""");
        tab.type("#i", "ab");
        tab.press("ArrowLeft");
        tab.type("\u00e4");
        tab.awaitValueOf("#i", "a\u00e4b");
        tab.click("button >> Go on");
        tab.awaitValueOf("#i", "a\u00e4b!");
        tab.fill("#i", "new");
        tab.awaitValueOf("#i", "new");
        tab.type("\t");
        tab.awaitFocus("#t");
        tab.type("a\nb");
        tab.press("Shift+ArrowLeft");
        tab.type("c");
        tab.awaitValueOf("#t", "a\nc");
        assertEquals(false, tab.evaluate("trusted.includes(false)"));
    }

    @Test
    void clicksWaitForTheirElementAndScrollToIt(Tab tab) {
        show(tab, """
                <div id=cover style="position: fixed; inset: 0"></div><p style="height: 3000px"></p>
                <script>
                  setTimeout(() => document.body.insertAdjacentHTML('beforeend', '<button onclick=n++>x</button>'), 50);
                  setTimeout(() => cover.remove(), 100);
                  window.n = 0</script>""");
        tab.click("button");
        assertEquals(1, tab.evaluate("n"));
        tab.doubleClick("button");
        assertEquals(3, tab.evaluate("n"));
        show(tab, "<button>x</button><div id=cover style='position: fixed; inset: 0'></div>");
        AssertionError failure = assertThrows(
                AssertionError.class, () -> tab.patient(Duration.ofMillis(50)).click("button"));
        assertTrue(failure.getMessage().contains("covered by <div id=\"cover\""), failure.getMessage());
    }

    @Test
    void doubleClickIsOne(Tab tab) {
        show(tab, "<p>text</p><script>onclick = ondblclick = ({type}) => document.title += type</script>");
        tab.doubleClick("p");
        assertEquals("clickclickdblclick", tab.evaluate("document.title"));
    }

    @Test
    void dragsOverPlacesBetween(Tab tab) {
        show(tab, """
                <b id=a style="position: absolute; left: 100px; top: 100px">a</b>
                <b id=b style="position: absolute; left: 400px; top: 300px">b</b>
                <script>window.seen = []; for (const each of ['pointerdown', 'pointermove', 'pointerup'])
                  addEventListener(each, ({type, buttons}) => { if (buttons || type === 'pointerup') seen.push(type) })</script>
                """);
        tab.drag("#a", "#b");
        List<?> seen = (List<?>) tab.evaluate("seen");
        assertEquals("pointerdown", seen.get(0));
        assertEquals("pointermove", seen.get(3));
        assertEquals("pointerup", seen.get(seen.size() - 1));
    }

    @Test
    void choosesFromAList(Tab tab) {
        show(tab, "<select id=s><option>A<option disabled>B<option>C<option>D</select>");
        tab.select("#s", "D");
        assertEquals("D", tab.evaluate("s.value"));
        tab.select("#s", "A");
        assertEquals("A", tab.evaluate("s.value"));
    }

    @Test
    void waitsForWhatComesTrue(Tab tab) {
        show(tab, """
                <p>old</p><p hidden>no</p>
                <script>setTimeout(() => document.querySelector('p').innerHTML = ' new <b>text</b>', 50)</script>""");
        tab.awaitText("p", "new text", "no");
        tab.awaitVisible("b");
        tab.awaitHidden("p[hidden]");
        tab.await("(tag) => document.querySelector(tag)", "b");
        tab.awaitValue(2, "document.querySelectorAll('p').length");
        Tab hasty = tab.patient(Duration.ofMillis(50));
        AssertionError failure = assertThrows(AssertionError.class, () -> hasty.awaitText("p", "other"));
        assertEquals(
                "after 0.05 s: the text of p ==> expected: <[other]> but was: <[new text, no]>", failure.getMessage());
        failure = assertThrows(AssertionError.class, () -> hasty.await("document.querySelector('i').title"));
        assertTrue(failure.getMessage().contains("TypeError"), failure.getMessage());
    }

    @Test
    void goesThroughTheHistory(Tab tab) {
        String first = page("<p>first</p>");
        tab.open(first);
        tab.evaluate("window.old = true");
        tab.reload();
        assertEquals(null, tab.evaluate("window.old"));
        tab.open(page("<p>second</p>"));
        tab.back();
        tab.awaitText("p", "first");
        assertEquals(first, tab.url());
        tab.evaluate("location.hash = 'x'");
        assertEquals(first + "#x", tab.url());
        tab.back();
        assertEquals(first, tab.url());
        tab.forward();
        assertEquals(first + "#x", tab.url());
    }

    @Test
    void remembersErrorsAndTheConsole(Tab tab) {
        show(tab, "<meta http-equiv=Content-Security-Policy content=\"img-src 'none'\">");
        tab.evaluate(
                "() => { console.log('said', 1); console.error('wrong', 2); setTimeout(() => { throw Error('odd') }) }");
        tab.await("new Promise((done) => setTimeout(() => done(true), 20))");
        tab.evaluate("Promise.reject(Error('missed')), 1");
        tab.await("new Promise((done) => setTimeout(() => done(true), 20))");
        tab.evaluate("document.body.append(Object.assign(new Image(), {src: 'data:image/gif,x'}))");
        tab.await("new Promise((done) => setTimeout(() => done(true), 20))");
        List<String> errors = tab.takeErrors();
        assertEquals(List.of(), tab.takeErrors());
        for (String each : List.of("wrong 2", "odd", "missed", "Against the policy: img-src data")) {
            assertTrue(errors.stream().anyMatch(error -> error.contains(each)), errors::toString);
        }
        assertTrue(
                tab.console().stream().anyMatch(each -> each.equals("log: said 1")),
                () -> tab.console().toString());
    }

    @Test
    void showsWhatIsInView(Tab tab, @TempDir Path folder) throws Exception {
        show(tab, "<p>x</p>");
        assertEquals(List.of(1280, 720), tab.evaluate("[innerWidth, innerHeight]"));
        tab.resize(500, 844);
        Path file = folder.resolve("new").resolve("x.png");
        tab.screenshot(file);
        assertTrue(Files.size(file) > 200);
        Box box = tab.box("p");
        assertTrue(box.width() > 400 && box.width() < 500, box::toString);
    }

    @Test
    void tabsShareNothingAndAreBothInUse(Tab one, Tab other) {
        for (Tab tab : List.of(one, other)) {
            show(tab, "<input id=i>");
            tab.type("#i", "x");
        }
        one.type("1");
        other.type("2");
        for (Tab tab : List.of(one, other)) {
            assertEquals(false, tab.evaluate("document.hidden"));
            tab.awaitFocus("#i");
            assertEquals(tab == one ? "x1" : "x2", tab.evaluate("i.value"));
        }
    }
}
