package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lodestar.browser.engine.Engine;
import dev.lodestar.browser.engine.InEveryEngine;
import dev.lodestar.browser.engine.Tab;
import dev.lodestar.runtime.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a page scrolls to when it opens, given that its content is not there yet when the browser would scroll. */
@InEveryEngine
class ArrivalTest {
    private static final String ROWS = """
            package app;
            import dev.lodestar.*;
            import java.util.*;
            import java.util.stream.*;
            @App(styles = "rows.css") public final class Rows {
                @View("/rows") Page rows() { return new Page(IntStream.range(0, 500).boxed().toList()); }
                @View("/few") Page few() { return new Page(List.of(0, 1, 2)); }
            }
            @Template("page.mustache") record Page(List<Integer> rows) {}
            """;

    private static final String PAGE = """
            <main><a id="few" href="/few">few</a> <a id="hash" href="#row-9">row 9</a>
            {{#rows}}<p id="row-{{.}}">Row {{.}} of a page that has more bytes than deflate looks back to.</p>
            {{/rows}}</main>
            """;

    @TempDir
    static Path folder;

    private static Server server;
    private Front front;

    @BeforeAll
    static void start() throws Throwable {
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(folder.resolve("templates/page.mustache"), PAGE);
        Files.createDirectories(folder.resolve("assets"));
        Files.writeString(
                folder.resolve("assets/rows.css"),
                "p { height: 40px; margin: 0 } :target { color: rgb(1, 2, 3) } .tall { min-height: 9000px }");
        server = CompiledApplication.of(folder, "Rows", ROWS).start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws IOException {
        front = Front.open();
        front.lead(server);
    }

    @AfterEach
    void close() {
        front.close();
    }

    private static void awaitPlace(Tab tab, int y) {
        tab.awaitValue(y, "Math.round(scrollY)");
    }

    /** Asserts that the page stays where it is for as long as anything could still scroll it. */
    private static void assertStays(Tab tab, int y) {
        tab.evaluate(
                "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => null)");
        assertEquals(y, tab.evaluate("Math.round(scrollY)"));
    }

    private static void awaitRow(Tab tab, String id) {
        tab.await(
                "id => { const box = document.getElementById(id)?.getBoundingClientRect(); return box && Math.abs(box.top) < 2 }",
                id);
        assertEquals(id, tab.evaluate("document.querySelector(':target').id"));
        assertEquals("rgb(1, 2, 3)", tab.evaluate("id => getComputedStyle(document.getElementById(id)).color", id));
    }

    @Test
    void hashLinkLeadsToItsElement(Tab tab) {
        tab.open(front.to("/rows#row-250"));
        awaitRow(tab, "row-250");
        assertStays(tab, (Integer) tab.evaluate("Math.round(document.getElementById('row-250').offsetTop)"));
        assertTrue(tab.url().endsWith("/rows#row-250"));
    }

    private static void awaitFew(Tab tab) {
        tab.await("location.pathname === '/few' && document.querySelector('#row-2')"
                + " && !document.querySelector('#row-3')");
    }

    @Test
    void hashLinkFromAnotherPageAddsOneEntryToTheHistory(Tab tab) {
        tab.open(front.to("/few"));
        tab.await("document.querySelector('#row-2')");
        int entries = (Integer) tab.evaluate("history.length");
        tab.evaluate("document.querySelector('#few').setAttribute('href', '/rows#row-300')");
        tab.click("#few");
        awaitRow(tab, "row-300");
        assertEquals(entries + 1, tab.evaluate("history.length"));
        tab.back();
        awaitFew(tab);
    }

    @Test
    void hashOfNothingStaysAtTheTop(Tab tab) {
        tab.open(front.to("/rows#nothing"));
        tab.await("document.querySelector('#row-499')");
        assertStays(tab, 0);
    }

    @Test
    void reloadComesBackToItsPlace(Tab tab) {
        tab.open(front.to("/rows"));
        tab.await("document.querySelector('#row-499')");
        tab.evaluate("scrollTo(0, 3000)");
        for (int i = 0; i < 3; i++) {
            tab.reload();
            awaitPlace(tab, 3000);
            assertStays(tab, 3000);
        }
    }

    @Test
    void reloadOfAHashLinkComesBackToWhereThePersonWas(Tab tab) {
        tab.open(front.to("/rows#row-250"));
        awaitRow(tab, "row-250");
        tab.evaluate("history.replaceState({mine: 1}, ''), scrollTo(0, 1234)");
        tab.reload();
        awaitPlace(tab, 1234);
        assertStays(tab, 1234);
        assertEquals("row-250", tab.evaluate("document.querySelector(':target').id"));
        assertEquals(1, tab.evaluate("history.state.mine"));
    }

    @Test
    void backAndForwardComeBackToTheirPlaces(Tab tab) {
        tab.open(front.to("/rows"));
        tab.await("document.querySelector('#row-499')");
        // Prevents browsers from keeping the whole page in their back/forward cache.
        tab.evaluate("addEventListener('unload', () => {}), scrollTo(0, 3000)");
        tab.open(front.to("/few"));
        awaitFew(tab);
        tab.back();
        awaitPlace(tab, 3000);
        assertStays(tab, 3000);
        tab.forward();
        tab.await("location.pathname === '/few' && document.querySelector('#row-2')");
        assertStays(tab, 0);
    }

    @Test
    void twoEntriesOfOneAddressHaveTheirOwnPlaces(Tab tab) {
        assumeTrue(tab.engine() != Engine.WEBKIT, "WebKit 2.50 has no Navigation API");
        tab.open(front.to("/rows"));
        tab.await("document.querySelector('#row-499')");
        tab.evaluate("addEventListener('unload', () => {}), scrollTo(0, 1000)");
        tab.evaluate("location.href = '/few'");
        tab.await("location.pathname === '/few' && document.querySelector('#row-2')");
        tab.evaluate("location.href = '/rows'");
        tab.await("location.pathname === '/rows' && document.querySelector('#row-499')");
        assertStays(tab, 0);
        tab.evaluate("addEventListener('unload', () => {}), scrollTo(0, 2000)");
        tab.evaluate("location.href = '/few'");
        tab.await("location.pathname === '/few' && document.querySelector('#row-2')");
        tab.evaluate("history.go(-3)");
        tab.await("location.pathname === '/rows' && document.querySelector('#row-499')");
        awaitPlace(tab, 1000);
        tab.evaluate("history.go(2)");
        tab.await("document.querySelector('#row-499')");
        awaitPlace(tab, 2000);
    }

    @Test
    void linkWithinThePageIsTheBrowsersOwn(Tab tab) {
        tab.open(front.to("/rows"));
        tab.await("document.querySelector('#row-499')");
        tab.click("#hash");
        awaitRow(tab, "row-9");
        tab.evaluate("history.back()");
        awaitPlace(tab, 0);
    }

    @Test
    void personWhoScrolledMeanwhileStays(Tab tab) throws InterruptedException {
        tab.open(front.to("/rows"));
        tab.await("document.querySelector('#row-499')");
        tab.evaluate("scrollTo(0, 3000)");
        for (String path : List.of("/rows", "/rows#row-250")) {
            if (!path.equals("/rows")) {
                tab.open(front.to("/few"));
                tab.await("document.querySelector('#row-2')");
            }
            CountDownLatch asked = new CountDownLatch(1);
            front.drop(request -> {
                boolean stream = request.getRequestMethod().equals("POST");
                if (stream) {
                    asked.countDown();
                }
                return stream;
            });
            if (path.equals("/rows")) {
                tab.reload();
            } else {
                tab.open(front.to(path));
            }
            // The client has started, and knows where the page was before.
            assertTrue(asked.await(10, TimeUnit.SECONDS));
            tab.evaluate("document.documentElement.classList.add('tall')");
            tab.evaluate("scrollTo(0, 400)");
            front.drop(request -> false);
            tab.await("document.querySelector('#row-499')");
            assertStays(tab, 400);
            tab.takeErrors();
        }
    }

    @Test
    void applicationThatScrollsByItselfIsLeftAlone(Tab tab) {
        tab.open(front.to("/rows"));
        tab.await("document.querySelector('#row-499')");
        tab.evaluate("history.scrollRestoration = 'manual', scrollTo(0, 3000)");
        tab.reload();
        tab.await("document.querySelector('#row-499')");
        assertStays(tab, 0);
    }

    @Test
    void ordinaryPageWritesNothingToTheConsole(Tab tab) {
        tab.open(front.to("/rows#row-250"));
        awaitRow(tab, "row-250");
        tab.reload();
        awaitRow(tab, "row-250");
        assertEquals(List.of(), tab.console());
    }
}
