package dev.lodestar.runtime.piece;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private static final String HEAD = "event: datastar-patch-elements\n";

    private static @Nullable String events(String before, String after) {
        return new Change(before, after).events();
    }

    /** The pieces of one event, a line each. */
    private static void assertPieces(String pieces, String before, String after) {
        assertEquals(HEAD + pieces.replaceAll("(?m)^", "data: elements ") + "\n\n", events(before, after));
    }

    private static void assertNone(String before, String after) {
        assertNull(events(before, after), () -> before + " to " + after);
    }

    @Test
    void theSmallestElementWithAnIdThatHoldsTheChangeIsAPiece() {
        assertPieces(
                "<p id=b><b>2</b></p>",
                "<main id=a><p id=b><b>1</b></p><p id=c>c</p></main>",
                "<main id=a><p id=b><b>2</b></p><p id=c>c</p></main>");
    }

    @Test
    void aChangedTagIsOfItsElement() {
        assertPieces(
                "<p id=b class=x>1</p>", "<main id=a><p id=b>1</p></main>", "<main id=a><p id=b class=x>1</p></main>");
        assertPieces(
                "<input id=b value=2>", "<main id=a><input id=b></main>", "<main id=a><input id=b value=2></main>");
    }

    @Test
    void siblingsThatChangedAreAPieceEach() {
        assertPieces(
                "<i id=b>2</i>\n<i id=d>2</i>",
                "<main id=a><i id=b>1</i><i id=c>1</i><i id=d>1</i></main>",
                "<main id=a><i id=b>2</i><i id=c>1</i><i id=d>2</i></main>");
    }

    @Test
    void whatIsNewOrGoneChangesTheElementAround() {
        assertPieces(
                "<ul id=a><li id=b>b</li><li id=c>c</li></ul>",
                "<main id=m><ul id=a><li id=b>b</li></ul></main>",
                "<main id=m><ul id=a><li id=b>b</li><li id=c>c</li></ul></main>");
        assertPieces(
                "<ul id=a><li id=c>c</li></ul>",
                "<main id=m><ul id=a><li id=b>b</li><li id=c>c</li></ul></main>",
                "<main id=m><ul id=a><li id=c>c</li></ul></main>");
        assertPieces(
                "<p id=a><b id=c>1</b></p>",
                "<main id=m><p id=a><i id=c>1</i></p></main>",
                "<main id=m><p id=a><b id=c>1</b></p></main>");
    }

    @Test
    void anotherKeyOrAnotherControlOfTheSameIdChangesTheElementAround() {
        String[][] changes = {
            {"<b id=b data-key=1>x</b>", "<b id=b data-key=2>x</b>"},
            {"<input id=b name=c>", "<input id=b name=d>"},
            {"<input id=b type=text>", "<input id=b type=email>"},
            {"<input id=b value=1 type=radio>", "<input id=b value=2 type=radio>"},
            {"<button id=b value=1>x</button>", "<button id=b value=2>x</button>"},
            {"<select id=b data-bind:c></select>", "<select id=b data-bind:d></select>"}
        };
        for (String[] change : changes) {
            assertPieces(
                    "<p id=a>" + change[1] + "</p>",
                    "<main id=m><p id=a>" + change[0] + "</p></main>",
                    "<main id=m><p id=a>" + change[1] + "</p></main>");
        }
        assertPieces(
                "<input id=b name=c value=2>",
                "<p id=a><input id=b name=c value=1></p>",
                "<p id=a><input id=b name=c value=2></p>");
    }

    @Test
    void aPieceTakesInThoseInsideOfIt() {
        assertPieces(
                "<div id=a><p id=b>2</p><p id=c>c</p>x</div>",
                "<main id=m><div id=a><p id=b>1</p><p id=c>c</p></div></main>",
                "<main id=m><div id=a><p id=b>2</p><p id=c>c</p>x</div></main>");
        assertPieces(
                "<div id=a class=x><p id=b>2</p></div>",
                "<div id=a><p id=b>1</p></div>",
                "<div id=a class=x><p id=b>2</p></div>");
    }

    @Test
    void aChangeOutsideOfAllIdsHasNoPieces() {
        assertNone("<p>1</p><p id=a>1</p>", "<p>2</p><p id=a>1</p>");
        assertNone("<p id=a>1</p>", "<p id=a>1</p>x");
        assertNone("<p id=a>1</p><p id=b>1</p>", "<p id=a>1</p>");
        assertNone("<p id=a>1</p>", "<p id=b>1</p>");
        assertNone("<p id=a>1</p>", "<p id=a>1</p>");
    }

    @Test
    void everyKindOfLineBreakEndsALine() {
        assertPieces(
                "<pre id=a>\n1\n2\n\n3</pre>",
                "<main id=m><pre id=a>\n1</pre></main>",
                "<main id=m><pre id=a>\n1\r2\r\n\r\n3</pre></main>");
    }

    @Test
    void whatCannotBeParsedInARowComesInEventsOfItsOwn() {
        String page = "<main id=m><p id=a>%1$s</p><table><tbody id=b><tr id=c><td id=d>%1$s</td><td id=e>%1$s</td></tr>"
                + "<tr id=f class=c%1$s><td>x</td></tr></tbody></table><p id=g>%1$s</p></main>";
        assertEquals(
                HEAD + "data: elements <p id=a>2</p>\n\n" + HEAD
                        + "data: elements <td id=d>2</td>\ndata: elements <td id=e>2</td>\n\n" + HEAD
                        + "data: elements <tr id=f class=c2><td>x</td></tr>\n\n" + HEAD
                        + "data: elements <p id=g>2</p>\n\n",
                events(page.formatted(1), page.formatted(2)));
    }

    @Test
    void whatIsInsideOfDrawingsAndChoicesChangesThemWhole() {
        assertPieces(
                "<svg id=s viewBox='0 0 9 9'><circle id=c r=2 /></svg>",
                "<p id=a><svg id=s viewBox='0 0 9 9'><circle id=c r=1 /></svg></p>",
                "<p id=a><svg id=s viewBox='0 0 9 9'><circle id=c r=2 /></svg></p>");
        assertPieces(
                "<select id=s><option id=o>2</option></select>",
                "<p id=a><select id=s><option id=o>1</option></select></p>",
                "<p id=a><select id=s><option id=o>2</option></select></p>");
    }

    /** A morph of the whole page would keep the element, and what was typed into it. */
    @Test
    void anElementThatGoesFromOnePieceToAnotherIsUnclear() {
        String page = "<main id=m><p id=a>%s</p>x<p id=b>%s</p></main>";
        assertNone(page.formatted("<input id=i>", ""), page.formatted("", "<input id=i>"));
        String within = "<main id=m><div id=d><p>%s</p>x<p>%s</p></div></main>";
        assertNotNull(events(within.formatted("<input id=i>", ""), within.formatted("", "<input id=i>")));
    }

    @Test
    void idsThatStandTwiceAreUnclear() {
        assertNone("<p id=a>1</p><p id=b></p><p id=b></p>", "<p id=a>2</p><p id=b></p><p id=b></p>");
        assertNone("<p id=a><i id=b></i></p><p id=b></p>", "<p id=a>1</p><p id=b></p>");
        assertNone("<p id=a><i id=c></i><i id=c></i></p>", "<p id=a><i id=c></i></p>");
        assertNone("<p id=a>1</p><p id=a></p>", "<p id=a>2</p>");
    }

    /** Each stands beside a change that has an element with an id of its own. */
    @Test
    void whatABrowserWouldNotNestAsItIsWrittenIsUnclear() {
        assertUnclear("""
                <p><div></div></p>
                <p>1<p>2</p></p>
                <p><span><ul></ul></span></p>
                <h1><h2></h2></h1>
                <li>x</li>
                <ul><li><div><li></li></div></li></ul>
                <ul><li>one<li>two</ul>
                <dl><div><dt>x</dt></div></dl>
                <a><b><a></a></b></a>
                <button><span><button></button></span></button>
                <form><p><form></form></p></form>
                <table><tr><td>x</td></tr></table>
                <table><tbody><tr><td>x<td>y</tr></tbody></table>
                <table><tbody>x</tbody></table>
                <table>&#32;</table>
                <table><p></p></table>
                <table><tbody><tr><form></form></tr></tbody></table>
                <table><col></table>
                <td>x</td>
                <select><p>x</p></select>
                <select><option><b>x</b></option></select>
                <b><i></b></i>
                <div/>
                <br></br>
                </p>
                <div>
                <DIV></DIV>
                <textarea><b></textarea>
                <textarea><!-- x --></textarea>
                <svg><p></p></svg>
                <svg><circle r=1></svg>
                <svg><foreignObject><p></p></foreignObject></svg>
                <svg><title><b>x</b></title></svg>
                <svg><![CDATA[x]]></svg>
                <svg ID=x></svg>
                <script>1</script>
                <style>b {}</style>
                <title>x</title>
                <template><p></p></template>
                <iframe></iframe>
                <noscript></noscript>
                <math></math>
                <object></object>
                <image>
                <x-y></x-y>
                <body></body>
                <!doctype html>
                <?x?>
                <!-- a -- b -->
                <!-->
                <!-- x --!>
                <!-- </body> -->
                a < b
                <b title="</body>"></b>
                <b title="--> <body>"></b>
                <b title=a"b></b>
                <b title="a"lang="b"></b>
                <b title=></b>
                <b / title></b>
                <b id=x id=y></b>
                <b id="&#120;"></b>
                """);
        assertUnclear("<p>\0</p>");
        assertUnclear("<b>".repeat(101) + "</b>".repeat(101));
    }

    /** These stand in a page otherwise than in its markup, and only a morph of the whole puts that right. */
    @Test
    void whatAMorphOfTheWholeWouldPutRightIsUnclear() {
        assertUnclear("""
                <details></details>
                <dialog data-preserve-attr="opened"></dialog>
                <div contenteditable></div>
                <div hidden="until-found"></div>
                <b onclick="x()"></b>
                <b is="x-y"></b>
                <b nonce="x"></b>
                <div data-ignore-morph></div>
                <div data-scope-children></div>
                <b data-ref:x></b>
                <b data-star-text="$x"></b>
                <b data-text="$x"><i>x</i></b>
                <b data-bind:x></b>
                <input data-bind:x__prop.title>
                <b data-attr:id="$x"></b>
                <input data-attr:value="$x">
                <b data-attr:data-init="$x"></b>
                <b data-attr="{title: $x}"></b>
                <form><input name="id"></form>
                <b id="lodestar-x"></b>
                <b data-on:click="el.title = 'x'"></b>
                <b data-on:click="el.classList.toggle('x')"></b>
                <b data-effect="el.textContent = $x"></b>
                <b data-text="(el.title = 'x', $x)"></b>
                <b data-on:click="$x = &#34;y&#34;; el.title = 'x'"></b>
                <b data-on:click="el.title &#61; 1"></b>
                <b data-on:click="x &lt;!-- '"></b>
                <b data-on:click="$x & el.remove()"></b>
                <b data-on:click="#9f3c2a1b77!"></b>
                <b data-text="#9f3c2a1b77![true,&#34;42&#34;]"></b>
                <b data-text="#9f3c2a1b77&#33;"></b>
                <b data-text="#"></b>
                """);
    }

    @Test
    void whatLeavesMarkupAloneIsClear() {
        assertClear("""
                <details data-preserve-attr="class open"><summary>x</summary></details>
                <b data-text="$x"></b>
                <b data-text='$x'>x</b>
                <b data-show="$x < 5 && $y <= 6" title=" <- "></b>
                <b data-class:a="$x" data-show="$y" data-style="{color: $z}" data-attr:title="$t" data-attr:aria-busy="$b"></b>
                <input type=checkbox data-bind:x checked name=title>
                <div data-signals="{a: 1}" data-computed:c="$a * 2" data-indicator:busy data-ignore data-id=5></div>
                <button data-on:click__debounce.500ms="@post('/a/1?x=(2)', {payload: {id: 5}}); $open = false">x</button>
                <button data-on:click="#9f3c2a1b77" data-init='#9f3c2a1b77[true,&#34;el.remove()![&#34;]'>x</button>
                <b data-class:a="$x &lt; 5 &amp;&amp; $y & 1 || &quot;it&#39;s = &quot; &gt; 'a\\&apos;b' + $z" data-show="$x &"></b>
                <ul><li>x<ul><li>y</li></ul></li></ul><dl><dt>a</dt><dd><p>b</p></dd></dl>
                <table><caption>x</caption><colgroup><col><col></colgroup><thead><tr><th>x</th></tr></thead></table>
                <p><a href=/x/>x</a> &copy; &lt;b> <br/><img src="/x.png" alt=''></p>
                <svg viewBox="0 0 1 1"><title>x</title><linearGradient><stop /></linearGradient><use href="#x"/></svg>
                <!-- a comment --><b title="a > b">ä</b ><textarea>
                </textarea>
                """);
    }

    private static void assertUnclear(String cases) {
        assertAll(cases.lines().map(each -> () -> {
            assertNone(each + "<p id=p>1</p>", each + "<p id=p>2</p>");
            assertNone("<div id=p>" + each + "</div>", "<div id=p></div>");
            assertNone("<div id=p></div>", "<div id=p>" + each + "</div>");
        }));
    }

    private static void assertClear(String cases) {
        Stream.concat(Stream.of(cases), cases.lines().filter(line -> !line.contains("textarea")))
                .forEach(each -> assertPieces("<p id=p>2</p>", each + "<p id=p>1</p>", each + "<p id=p>2</p>"));
    }

    @Test
    void aPageThatIsShortOrChangesALotIsSentWhole() {
        String cell = "<td id=c%d>%s</td>";
        StringBuilder before = new StringBuilder("<table id=t><tbody><tr>");
        for (int i = 0; i < 300; i++) {
            before.append(cell.formatted(i, "old"));
        }
        before.append("</tr></tbody></table>");
        String one = before.toString().replace("<td id=c7>old", "<td id=c7>new");
        String most = before.toString().replaceAll("(c[0-9]*[0-6])>old", "$1>new");
        assertEquals(HEAD + "data: elements <td id=c7>new</td>\n\n", offered(before.toString(), one));
        assertNull(offered(before.toString(), most));
        assertNull(offered("<p id=a>1</p><p id=b>1</p>", "<p id=a>1</p><p id=b>2</p>"));
    }

    private static @Nullable String offered(String before, String after) {
        byte[] old = before.getBytes(StandardCharsets.UTF_8);
        byte[] now = after.getBytes(StandardCharsets.UTF_8);
        byte[] events = Pieces.of(old, old.length, now, now.length);
        return events == null ? null : new String(events, StandardCharsets.UTF_8);
    }
}
