package dev.lodestar.assets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InBrowser
class PatchElementsTest {
    @RegisterExtension
    final Site site = new Site();

    @Test
    void modesPutElementsWhereTheySay(Window window) {
        // Mode, selector, elements, and what <section> then contains in place of <p id="a">1</p><p id="b">2</p>.
        Page page = site.show(window, "");
        Table.check("""
                outer   | -  | <p id="a">new</p>                  | <p id="a">new</p><p id="b">2</p>
                outer   | -  | <p id="b">y</p> <p id="a">x</p>    | <p id="a">x</p><p id="b">y</p>
                outer   | #a | <p id="c">new</p><b>more</b>       | <p id="c">new</p><b>more</b><p id="b">2</p>
                outer   | p  | <i>x</i>                           | <i>x</i><i>x</i>
                inner   | #a | <b>new</b> text                    | <p id="a"><b>new</b> text</p><p id="b">2</p>
                inner   | p  | <b>x</b>                           | <p id="a"><b>x</b></p><p id="b"><b>x</b></p>
                replace | -  | <p id="a">new</p>                  | <p id="a">new</p><p id="b">2</p>
                replace | #a | <i>new</i>                         | <i>new</i><p id="b">2</p>
                prepend | #a | <i>0</i>                           | <p id="a"><i>0</i>1</p><p id="b">2</p>
                append  | #a | <i>0</i>                           | <p id="a">1<i>0</i></p><p id="b">2</p>
                before  | #b | <i>0</i>                           | <p id="a">1</p><i>0</i><p id="b">2</p>
                after   | #a | <i>0</i><i>1</i>                   | <p id="a">1</p><i>0</i><i>1</i><p id="b">2</p>
                after   | p  | <i>0</i>                           | <p id="a">1</p><i>0</i><p id="b">2</p><i>0</i>
                remove  | #a | -                                  | <p id="b">2</p>
                append  | section | <tr><td>x</td></tr>           | <p id="a">1</p><p id="b">2</p><tr><td>x</td></tr>
                """, row -> {
            Site.refill(page, "<section><p id=\"a\">1</p><p id=\"b\">2</p></section>");
            site.patch(
                    page,
                    "mode",
                    row.get(0),
                    "selector",
                    row.get(1).replace("-", ""),
                    "elements",
                    row.get(2).equals("-") ? "" : row.get(2));
            assertEquals(row.get(3), page.locator("section").innerHTML());
        });
    }

    @Test
    void replaceMakesNewNodesAndOuterKeepsThem(Window window) {
        Page page = site.show(window, "");
        Table.check("""
                outer   | true
                replace | false
                """, row -> {
            Site.refill(page, "<p id=a>1</p>");
            page.evaluate("window.old = document.getElementById('a')");
            site.patch(page, "mode", row.get(0), "elements", "<p id=a>2</p>");
            assertThat(page.locator("#a")).hasText("2");
            assertEquals(Boolean.valueOf(row.get(1)), page.evaluate("old === document.getElementById('a')"));
        });
    }

    @Test
    void wholeDocumentPartsArePatched(Window window) {
        Page page = site.show(window, "<p id=p>old</p><header>x</header>");
        site.patch(page, "elements", "<body class=b><p id=p>new</p></body>");
        assertThat(page.locator("body")).hasClass("b");
        assertThat(page.locator("#p")).hasText("new");
        site.patch(page, "elements", "<head><title>Told</title></head>");
        assertThat(page).hasTitle("Told");
        site.patch(
                page,
                "elements",
                "<!doctype html><html lang=eo><head><title>All</title></head><body><p>all</p></body></html>");
        assertThat(page).hasTitle("All");
        assertThat(page.locator("html")).hasAttribute("lang", "eo");
        assertThat(page.locator("body")).hasText("all");
    }

    @Test
    void namespacesMakeDrawableElements(Window window) {
        Page page = site.show(window, "<svg id=s><circle id=c></circle></svg><math id=m></math>");
        site.patch(
                page, "namespace", "svg", "mode", "append", "selector", "#s", "elements", "<rect id=r viewBox='0'/>");
        site.patch(page, "namespace", "svg", "elements", "<circle id=c r=3></circle>");
        site.patch(page, "namespace", "mathml", "mode", "inner", "selector", "#m", "elements", "<mi>x</mi>");
        assertEquals(true, page.evaluate("document.getElementById('r') instanceof SVGRectElement"));
        assertEquals("3", page.evaluate("document.getElementById('c').getAttribute('r')"));
        assertEquals("http://www.w3.org/1998/Math/MathML", page.evaluate("document.querySelector('mi').namespaceURI"));
    }

    @Test
    void scriptsRunOnceEach(Window window) {
        Page page = site.show(window, "<div id=d></div>");
        page.evaluate("window.runs = []");
        site.patch(
                page,
                "mode",
                "append",
                "selector",
                "body",
                "elements",
                "<script data-effect='el.remove()'>runs.push('appended')</script>");
        site.patch(page, "elements", "<div id=d><script>runs.push('morphed')</script></div>");
        site.patch(page, "elements", "<div id=d class=x><script>runs.push('morphed')</script></div>");
        assertEquals(List.of("appended", "morphed"), page.evaluate("runs"));
        assertThat(page.locator("body > script")).hasCount(0);
    }

    @Test
    void viewTransitionsKeepPatchesInOrder(Window window) {
        Page page = site.show(window, "<p id=p>0</p><i data-text=$n></i>");
        page.evaluate("window.seen = []; new MutationObserver(() => seen.push(p.textContent))"
                + ".observe(document.body, {subtree: true, childList: true, characterData: true})");
        page.evaluate("""
                () => { const tell = (type, argsRaw) => document.dispatchEvent(
                    new CustomEvent('datastar-fetch', {detail: {type, argsRaw, el: p}}));
                  tell('datastar-patch-elements', {elements: '<p id=p>1</p>', useViewTransition: 'true'});
                  tell('datastar-patch-elements', {elements: '<p id=p>2</p>'});
                  tell('datastar-patch-signals', {signals: '{"n": 3}'});
                  tell('datastar-patch-elements', {elements: '<p id=p>3</p>', useViewTransition: 'true',
                    viewTransitionSelector: '#p'}) }
                """);
        assertThat(page.locator("#p")).hasText("3");
        assertThat(page.locator("i")).hasText("3");
        assertEquals("0123", "0" + page.evaluate("[...new Set(seen)].filter(n => n > 0).join('')"));
    }

    @Test
    void patchesWithoutTargetAreSkippedWithWarning(Window window) {
        Page page = site.show(window, "<p id=p>0</p>");
        site.patch(page, "elements", "<b id=unknown></b><p id=p>1</p>");
        site.patch(page, "elements", "<b>no id</b>");
        site.patch(page, "selector", "#nowhere", "mode", "inner", "elements", "x");
        assertThat(page.locator("#p")).hasText("1");
        window.takeErrors();
        List<String> warnings = window.console().stream()
                .filter(each -> each.startsWith("warning"))
                .toList();
        assertEquals(3, warnings.size(), warnings::toString);
        assertTrue(warnings.get(0).contains("no element has the id \"unknown\" of its <b>"));
        assertTrue(warnings.get(1).contains("the id \"\" of its <b>, and it has no selector"));
        assertTrue(warnings.get(2).contains("no element matches #nowhere"));
    }

    @Test
    void meaninglessPatchesAreExplained(Window window) {
        Page page = site.show(window, "<p id=p>0</p>");
        site.patch(page, "mode", "sideways", "elements", "<p id=p></p>");
        site.patch(page, "mode", "append", "elements", "<p id=p></p>");
        site.tell(page, "datastar-patch-signals", "signals", "{nonsense");
        List<String> errors = window.takeErrors();
        assertTrue(errors.get(0).contains("Unknown patch mode sideways. Known: outer, inner, "), errors::toString);
        assertTrue(errors.get(1).contains("data: selector #target"), errors::toString);
        assertTrue(errors.get(2).contains("needs JSON"), errors::toString);
    }
}
