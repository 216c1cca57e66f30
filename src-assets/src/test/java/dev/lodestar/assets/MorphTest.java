package dev.lodestar.assets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InBrowser
class MorphTest {
    /** Marks each node of the list with its content. */
    private static final String MARK =
            "for (const el of document.querySelectorAll('#list > *')) el.mark = el.textContent";

    private static final String MARKS =
            "[...document.querySelectorAll('#list > *')].map(el => el.mark ?? '-').join('')";

    @RegisterExtension
    final Site site = new Site();

    @Test
    void keyedChildrenKeepTheirNodesInAnyOrder(Window window) {
        Page page = site.show(window, "");
        Table.check("""
                abcd | abcd | abcd
                abcd | dcba | dcba
                abcd | bcda | bcda
                abcd | dabc | dabc
                abcd | acbd | acbd
                abcd | dbca | dbca
                abcd | bd   | bd
                abcd | c    | c
                abcd | xaybzcdw | -a-b-cd-
                abcd | dxb  | d-b
                abcdefgh | hxcgayb | h-cga-b
                """, row -> {
            Site.refill(page, list(row.get(0)));
            page.evaluate(MARK);
            site.patch(page, "elements", list(row.get(1)));
            assertEquals(row.get(1), page.locator("#list").textContent().replaceAll("\\s", ""));
            assertEquals(row.get(2), page.evaluate(MARKS));
        });
    }

    private static String list(String keys) {
        return keys.chars()
                .mapToObj(key -> "  <li id=%1$c>%1$c</li>\n".formatted(key))
                .collect(Collectors.joining("", "<ul id=list>\n", "</ul>"));
    }

    @Test
    void childrenWithoutIdsKeepTheNodesThatStayTheSame(Window window) {
        Page page = site.show(window, "");
        Table.check("""
                <p>a</p><p>b</p><p>c</p>       | <p>a</p><p>c</p>              | ac
                <p>a</p><p>c</p>               | <p>a</p><p>b</p><p>c</p>      | a-c
                <p>a</p><p>b</p>               | <p>x</p><p>b</p>              | ab
                <b>a</b><form>f</form><p>p</p> | <form>g</form><p>q</p>        | fp
                <p>a</p><ul>l</ul>             | <ul>m</ul><p>b</p>            | la
                <p>a</p>                       | <div>d</div><p>b</p>          | -a
                <p id=i>a</p><p>b</p>          | <p id=j>c</p>                 | b
                <div><b id=k>a</b></div><div><b id=l>c</b></div> | <div><b id=l>c</b></div><div><b id=k>a</b></div> | ca
                <div><b id=k>a</b></div><i>b</i> | <i>x</i><div class=n><b id=k>y</b></div> | ba
                """, row -> {
            Site.refill(page, "<div id=list>" + row.get(0) + "</div>");
            page.evaluate(MARK);
            site.patch(page, "elements", "<div id=list>" + row.get(1) + "</div>");
            assertEquals(row.get(2), page.evaluate(MARKS));
        });
    }

    @Test
    void anyTreeBecomesAnyOther(Window window) {
        // From a seed, so that a failure can be reproduced.
        Page page = site.show(window, "<div id=root></div>");
        page.evaluate("""
                window.tree = (random, ids, depth) => {
                  let markup = '';
                  for (let i = random(5); i--;) {
                    const tag = ['p', 'div', 'b', 'ul'][random(4)];
                    const id = random(2) && ids.length ? ' id=' + ids.splice(random(ids.length), 1) : '';
                    const inner = depth && random(3) ? tree(random, ids, depth - 1) : 'text' + random(3);
                    markup += random(4) ? '<span' + id + ' class=c' + random(3) + '>' + inner + '</span>' : '<!--c' + random(2) + '-->' + inner;
                    if (random(5) == 0) markup += '<' + tag + '>' + random(3) + '</' + tag + '>';
                  }
                  return markup;
                };
                window.wrong = [];
                for (let seed = 1; seed <= 400; seed++) {
                  let state = seed;
                  const random = (n) => ((state = (state * 48271) % 2147483647) >> 8) % n;
                  const markup = tree(random, ['q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z'], 4);
                  const wanted = document.createElement('div');
                  wanted.innerHTML = markup;
                  document.dispatchEvent(new CustomEvent('datastar-fetch', {detail: {type: 'datastar-patch-elements',
                    el: document.body, argsRaw: {selector: '#root', mode: 'inner', elements: markup}}}));
                  if (!wanted.isEqualNode(again(root)))
                    wrong.push(seed + ': ' + markup + ' became ' + root.innerHTML);
                }
                function again(el) { const copy = document.createElement('div'); copy.innerHTML = el.innerHTML; return copy; }
                """);
        assertEquals("", page.evaluate("wrong.slice(0, 3).join('\\n')"));
    }

    @Test
    void focusCaretAndTypedTextSurvive(Window window) {
        Page page = site.show(window, "");
        Table.check("""
                <input id=i>                         | <b>new</b><input id=i class=x>
                <p><input id=i></p>                  | <p>new</p><p><input id=i></p>
                <div><input id=i></div>              | <input id=i>
                <input id=i value=a>                 | <u></u><input id=i value=a>
                <input id=j><input id=i>             | <input id=i><input id=j>
                <label>a<input></label><p id=k></p>  | <label>b<input></label><p id=k class=x></p>
                <textarea id=i>a</textarea>          | <b>new</b><textarea id=i class=x>a</textarea>
                """, row -> {
            Site.refill(page, "<main id=m>" + row.get(0) + "</main>");
            String control = row.get(0).contains("id=i") ? "#i" : "input";
            page.locator(control).fill("typed text");
            page.evaluate("s => { document.querySelector(s).setSelectionRange(2, 5); }", control);
            site.patch(page, "elements", "<main id=m>" + row.get(1) + "</main>");
            assertThat(page.locator(control)).isFocused();
            assertThat(page.locator(control)).hasValue("typed text");
            assertEquals(
                    "2-5",
                    page.evaluate("document.activeElement.selectionStart + '-' + document.activeElement.selectionEnd"));
        });
    }

    @Test
    void focusSurvivesInBrowsersWithoutMoveBefore(Window window) {
        window.page()
                .addInitScript("delete Element.prototype.moveBefore; delete Document.prototype.moveBefore; "
                        + "delete DocumentFragment.prototype.moveBefore");
        Page page = site.show(window, "<div id=list><i id=a></i><input id=b></div>");
        page.locator("#b").fill("typed");
        page.evaluate("b.setSelectionRange(1, 3)");
        site.patch(page, "elements", "<div id=list><p><input id=b></p><i id=a></i></div>");
        assertThat(page.locator("p > #b")).isFocused();
        assertEquals("1-3", page.evaluate("b.selectionStart + '-' + b.selectionEnd"));
    }

    /** Markup, what the user does to x, new markup, and what then holds for x. */
    @Test
    void liveStateFollowsMarkupOnlyWhereThatChanged(Window window) {
        Page page = site.show(window, "");
        Table.check("""
                <input id=x value=a> | x.value = 'typed' | <input id=x value=a class=c> | x.value == 'typed'
                <input id=x value=a> | x.value = 'typed' | <input id=x value=b> | x.value == 'b'
                <input id=x value=a> | x.value = 'typed' | <input id=x> | x.value == ''
                <input id=x value=a> | x.value = 'typed' | <input id=x value=b data-preserve-attr="value"> | x.value == 'typed'
                <input id=x type=checkbox> | x.checked = true | <input id=x type=checkbox class=c> | x.checked
                <input id=x type=checkbox> | x.checked = false | <input id=x type=checkbox checked> | x.checked
                <input id=x type=checkbox checked> | x.checked = true | <input id=x type=checkbox> | !x.checked
                <input id=x type=checkbox checked> | x.checked = false | <input id=x type=checkbox checked class=c> | !x.checked
                <input id=x disabled> | 0 | <input id=x> | !x.disabled
                <textarea id=x>a</textarea> | x.value = 'typed' | <textarea id=x class=c>a</textarea> | x.value == 'typed'
                <textarea id=x>a</textarea> | x.value = 'typed' | <textarea id=x>b</textarea> | x.value == 'b'
                <select id=x><option>a<option>b</select> | x.value = 'b' | <select id=x class=c><option>a<option>b</select> | x.value == 'b'
                <select id=x><option>a<option>b</select> | x.value = 'a' | <select id=x><option>a<option selected>b</select> | x.value == 'b'
                <details id=x></details> | x.open = true | <details id=x class=c></details> | x.open
                <details id=x></details> | x.open = true | <details id=x data-preserve-attr="open class"></details> | x.open
                <p id=x class=a></p> | x.className = 'mine' | <p id=x class=b data-preserve-attr=class></p> | x.className == 'mine'
                <p id=x title=a></p> | 0 | <p id=x lang=b></p> | !x.title && x.lang == 'b'
                <input id=x type=file> | 0 | <input id=x type=file value=b> | x.value == ''
                <template id=x><p>a</p></template> | 0 | <template id=x><p>b</p></template> | x.content.textContent == 'b'
                <p id=x></p> | 0 | <p id=x @click="1" :b="2"></p> | x.getAttribute('@click') == 1
                """, row -> {
            Site.refill(page, "<main id=m>" + row.get(0) + "</main>");
            page.evaluate("() => { " + row.get(1) + " }");
            site.patch(page, "elements", "<main id=m>" + row.get(2) + "</main>");
            assertEquals(true, page.evaluate(row.get(3)), row.get(3));
        });
    }

    @Test
    void ignoredElementsAreSkipped(Window window) {
        Page page = site.show(window, """
                <div id=d><p id=both data-ignore-morph class=old><b id=in>old</b></p><p id=one data-ignore-morph>old</p></div>
                """);
        site.patch(
                page,
                "elements",
                "<div id=d><p id=both data-ignore-morph class=new><b id=in>new</b></p><p id=one>new</p></div>");
        assertThat(page.locator("#both")).hasText("old");
        assertThat(page.locator("#both")).hasClass("old");
        assertThat(page.locator("#one")).hasText("new");
        site.patch(page, "elements", "<b id=in>new</b>");
        site.patch(page, "selector", "#both", "mode", "inner", "elements", "new");
        assertThat(page.locator("#both")).hasText("old");
    }

    @Test
    void scrollPositionsSurvive(Window window) {
        String rows = Stream.iterate(0, i -> i + 1)
                .limit(50)
                .map(i -> "<p id=r" + i + ">" + i + "</p>")
                .collect(Collectors.joining());
        String box = "<div id=box style='height: 100px; overflow: auto'>%s</div>";
        Page page = site.show(window, "<main id=m>" + box.formatted(rows) + "<i></i></main>");
        page.evaluate("box.scrollTop = 300");
        site.patch(
                page,
                "elements",
                "<main id=m><i></i><section>" + box.formatted(rows + "<p>more</p>") + "</section></main>");
        assertEquals(300, page.evaluate("box.scrollTop"));
        assertThat(page.locator("section #box > p")).hasCount(51);
    }

    @Test
    void propChangeEventReportsChangedControls(Window window) {
        Page page = site.show(
                window, "<main id=m><input id=a value=1><input id=b value=1><input id=c type=checkbox></main>");
        page.evaluate("window.told = []; m.addEventListener('datastar-prop-change', e => told.push(e.target.id))");
        site.patch(
                page,
                "elements",
                "<main id=m><input id=a value=2><input id=b value=1><input id=c type=checkbox checked></main>");
        assertEquals("a,c", page.evaluate("told.join()"));
    }

    @Test
    void equalMarkupTouchesNothing(Window window) {
        String markup = "<main id=m><ul><li id=a>1</li><li>2</li></ul><input value=3></main>";
        Page page = site.show(window, markup);
        page.evaluate("window.records = []; new MutationObserver(r => records.push(...r))"
                + ".observe(m, {subtree: true, childList: true, attributes: true, characterData: true})");
        site.patch(page, "elements", markup);
        assertEquals(0, page.evaluate("records.length"));
    }

    @Test
    void oneMovedRowIsOneMove(Window window) {
        Page page = site.show(window, "");
        Table.check("""
                abcdefgh | bcdefgha
                abcdefgh | habcdefg
                abcdefgh | abdecfgh
                """, row -> {
            Site.refill(page, list(row.get(0)));
            page.evaluate("window.moved = 0; new MutationObserver(records => records.forEach(r => { for (const n "
                    + "of r.addedNodes) moved += n.nodeType == 1 })).observe(list, {childList: true})");
            site.patch(page, "elements", list(row.get(1)));
            assertEquals(1, page.evaluate("moved"));
        });
    }
}
