package dev.lodestar.processor.template;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.processor.template.mark.MarkedPage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which elements are marked, and in which templates none is. */
class ElementMarksTest {
    private static final String ROW = "record Row(int id, String mood, int price) {}";
    private static final String ROWS = "List<Row> rows";
    private static final String TWO = "List.of(new Row(7, \"calm\", 10 + Turn.next()), new Row(8, \"calm\", 20))";
    private static final String TURN = "class Turn { static int number; static int next() { return number++; } }";

    @Test
    void marksWhereElementsWithIdsBeginAndEnd() {
        String code = TemplateFixture.page(ROWS, TWO, ROW, TURN).template("""
                        <table id="prices"><tbody>
                        {{#rows}}
                        <tr class="{{mood}}" id="row-{{id}}"><td id="p{{id}}">{{price}}</td></tr>
                        {{/rows}}
                        </tbody></table>
                        """).code();
        assertEquals("""
                    private static final byte[] TEXT_1 = HtmlOutput.utf8("<tbody>\\n");

                    private static final byte[] TEXT_2 = HtmlOutput.utf8("\\" id=\\"");

                    private static final byte[] TEXT_3 = HtmlOutput.utf8("row-");

                    private static final byte[] TEXT_4 = HtmlOutput.utf8("\\">");

                    private static final byte[] TEXT_5 = HtmlOutput.utf8("</td>");

                    private static final byte[] TEXT_6 = HtmlOutput.utf8("</tr>");

                    private static final byte[] TEXT_7 = HtmlOutput.utf8("\\n");

                    private static final byte[] TEXT_8 = HtmlOutput.utf8("</tbody></table>");

                    private static final ElementStart START_1 = ElementStart.of(Fragment.FLOW, \
                "<table id=\\"", "prices\\">");

                    private static final ElementStart START_2 = ElementStart.of(Fragment.ROW, "<tr class=\\"");

                    private static final ElementStart START_3 = ElementStart.of(Fragment.CELL, "<td id=\\"", "p");

                    private PageRenderer() {
                    }

                    static void render(Page page, HtmlOutput out) {
                        out.begin(START_1);
                        out.raw(TEXT_1);
                        for (Row row : page.rows()) {
                            out.begin(START_2);
                            out.text(row.mood());
                            out.raw(TEXT_2);
                            out.id();
                            out.raw(TEXT_3);
                            out.text(row.id());
                            out.raw(TEXT_4);
                            out.begin(START_3);
                            out.text(row.id());
                            out.raw(TEXT_4);
                            out.text(row.price());
                            out.raw(TEXT_5);
                            out.end();
                            out.raw(TEXT_6);
                            out.end();
                            out.raw(TEXT_7);
                        }
                        out.raw(TEXT_8);
                        out.end();
                        out.raw(TEXT_7);
                    }
                }
                """, code.substring(code.indexOf("    private static final byte")));
    }

    private static TemplateFixture rows(String row) {
        return TemplateFixture.page(ROWS, TWO, ROW, TURN)
                .template("row.mustache", row)
                .template("<section id=\"all\"><ul id=\"list\">{{#rows}}{{>row}}{{/rows}}</ul>"
                        + "<p id=\"p\">x</p></section>");
    }

    @Test
    void aChangedElementIsAPieceWhereverItsIdStandsInTheTag() {
        assertEquals(
                "<li id=\"r7\" class=\"calm\">12</li>",
                rows("<li id=\"r{{id}}\" class=\"{{mood}}\">{{price}}</li>").pieces());
        assertEquals(
                "<li class=\"calm\" id='r7'>12</li>",
                rows("<li class=\"{{mood}}\" id='r{{id}}'>{{price}}</li>").pieces());
        assertEquals(
                "<li title=\"12\" id=\"r7\"></li>",
                rows("<li title=\"{{price}}\" id=\"r{{id}}\"></li>").pieces());
        assertEquals(
                "<b id=\"b7\">12</b>",
                rows("<li><b id=\"b{{id}}\">{{price}}</b></li>").pieces());
    }

    @Test
    void whatTheClientTellsElementsByMakesTheElementAroundThePiece() {
        String list = "<ul id=\"list\">%s%s</ul>";
        assertEquals(
                list.formatted("<li id=\"r7\" data-key=\"12\">x</li>", "<li id=\"r8\" data-key=\"20\">x</li>"),
                rows("<li id=\"r{{id}}\" data-key=\"{{price}}\">x</li>").pieces());
        String input = "<li><input id=\"r%s\" type=\"%s\" value=\"%s\"></li>";
        assertEquals(
                list.formatted(input.formatted(7, "radio", 12), input.formatted(8, "radio", 20)),
                rows(input.formatted("{{id}}", "radio", "{{price}}")).pieces());
        assertEquals(
                "<input id=\"r7\" type=\"text\" value=\"12\">",
                rows(input.formatted("{{id}}", "text", "{{price}}")).pieces());
        String named = "<li><input name=\"n-%2$s\" id=\"r%1$s\"></li>";
        assertEquals(
                list.formatted(named.formatted(7, 12), named.formatted(8, 20)),
                rows(named.formatted("{{id}}", "{{price}}")).pieces());
    }

    private static TemplateFixture flagged(String template) {
        return TemplateFixture.page(
                        "boolean odd, int turn, Html html, String text, String same",
                        "Turn.next() % 2 == 1, Turn.number, Html.raw(\"<b>\" + Turn.number + \"</b>\"),"
                                + " \"x\" + Turn.number, \"x\"",
                        TURN)
                .template(template);
    }

    @Test
    void sectionsInATagBelongToItAndSectionsAroundAnElementToTheOneAround() {
        assertEquals(
                "<p id=\"a\">x</p>",
                flagged("<main id=\"m\"><p id=\"a\"{{#odd}} class=\"odd\"{{/odd}}>x</p></main>")
                        .pieces());
        assertEquals(
                "<main id=\"m\"><p id=\"b\">x</p></main>",
                flagged("<section id=\"s\"><main id=\"m\">{{#odd}}<p id=\"a\">x</p>{{/odd}}"
                                + "<p id=\"b\">x</p></main></section>")
                        .pieces());
        assertEquals(
                "<p id=\"a\">even</p>",
                flagged("<main id=\"m\"><p{{#odd}} hidden{{/odd}} id=\"a\">{{#odd}}odd{{/odd}}"
                                + "{{^odd}}even{{/odd}}</p></main>")
                        .pieces());
    }

    @Test
    void htmlBelongsToTheElementAround() {
        assertEquals(
                "<div id=\"a\"><b>3</b></div>",
                flagged("<main id=\"m\"><div id=\"a\">{{html}}</div></main>").pieces());
        assertWhole(flagged("<main id=\"m\"><div id=\"a\"><p>{{html}}</p></div></main>"));
        assertWhole(flagged("<table id=\"m\"><tbody id=\"a\">{{html}}</tbody></table>"));
    }

    @Test
    void anElementMayBeginAndEndInPartials() {
        TemplateFixture page = flagged("{{>head}}<p>{{turn}}</p>{{>foot}}<p id=\"z\">x</p>");
        page.template("head.mustache", "<main id=\"m\">").template("foot.mustache", "</main>");
        assertEquals("<main id=\"m\"><p>3</p></main>", page.pieces());
    }

    @Test
    void whatIsNotNestedInItselfIsUnclear() {
        assertWhole(flagged("{{#odd}}<div id=\"a\">{{/odd}}<p id=\"b\">{{turn}}</p>{{#odd}}</div>{{/odd}}"));
        assertWhole(flagged("<p id=\"b\">{{turn}}</p><div>{{#odd}}</div><div>{{/odd}}</div>"));
        assertWhole(flagged("<p id=\"b\">{{turn}}</p><p{{#odd}} id=\"c\"{{/odd}}></p>"));
        assertWhole(flagged("<p id=\"b\">{{turn}}</p><input name=\"{{text}}\">"));
        assertWhole(flagged("<p id=\"b\">{{turn}}</p><p hidden=\"{{text}}\"></p>"));
        assertWhole(flagged("<p id=\"b\">{{turn}}</p><ul id=\"c\"><li>x</li></ul><tr>{{turn}}</tr>"));
        assertWhole(flagged("<p id=\"b\">{{turn}}</p><b data-text=\"$x\">{{#odd}}<i>x</i>{{/odd}}</b>"));
        assertWhole(flagged("<p id=\"b\">{{turn}}</p>{{#odd}}<script>1</script>{{/odd}}"));
        assertEquals(
                "<p id=\"b\">3</p>",
                flagged("<p id=\"b\">{{turn}}</p><input name=\"n-{{same}}\">").pieces());
    }

    @Test
    void idsOfValuesAreChecked() {
        String two = "<p id=\"%s\">x</p><p id=\"b\">{{turn}}</p>";
        assertEquals("<p id=\"b\">3</p>", flagged(two.formatted("c-{{same}}")).pieces());
        assertWhole(flagged(two.formatted("{{#odd}}b{{/odd}}{{^odd}}b{{/odd}}")));
        assertWhole(flagged(two.formatted("a&amp;b{{#odd}}{{/odd}}")));
        assertWhole(flagged(two.formatted("lodestar-{{#odd}}{{/odd}}")));
    }

    @Test
    void expressionsAreReadWithTheirValues() {
        String page = "<p id=\"b\">{{turn}}</p><b data-on:click=\"%s\" data-text=\"$x == {{text}}\">x</b>";
        String changed = "<p id=\"b\">3</p>";
        TemplateFixture harmless = flagged(page.formatted("@post('/a/1?x={{turn}}'); $n = 5"));
        assertTrue(harmless.code().contains("out.begin("));
        assertWhole(flagged(page.formatted("el.title = {{turn}}")));
        assertWhole(flagged(page.formatted("{{#odd}}$x = 1{{/odd}}")));
        assertEquals(
                changed,
                flagged("<p id=\"b\">{{turn}}</p><b data-on:click=\"$n = 5\">x</b>")
                        .pieces());
    }

    @Test
    void aPartialThatContainsItselfIsUnclear() {
        TemplateFixture page = TemplateFixture.page(
                        "Part part",
                        "new Part(\"x\" + Turn.next(), List.of())",
                        TURN,
                        "record Part(String text, List<Part> parts) {}")
                .template("part.mustache", "<div><p>{{text}}</p>{{#parts}}{{>part}}{{/parts}}</div>")
                .template("<main id=\"m\">{{#part}}{{>part}}{{/part}}</main>");
        assertWhole(page);
    }

    private static void assertWhole(TemplateFixture page) {
        assertEquals("", page.pieces());
    }

    /** Each stands beside an element with an id, or in one. */
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
                <b data-class:a="$x" data-show="$y" data-style="{color: $z}" data-attr:title="$t" \
                data-attr:aria-busy="$b"></b>
                <input type=checkbox data-bind:x checked name=title>
                <div data-signals="{a: 1}" data-computed:c="$a * 2" data-indicator:busy data-ignore data-id=5></div>
                <button data-on:click__debounce.500ms="@post('/a/1?x=(2)', {payload: {id: 5}}); \
                $open = false">x</button>
                <button data-on:click="#9f3c2a1b77" data-init='#9f3c2a1b77[true,&#34;el.remove()![&#34;]'>x</button>
                <b data-class:a="$x &lt; 5 &amp;&amp; $y & 1 || &quot;it&#39;s = &quot; &gt; 'a\\&apos;b' + $z" \
                data-show="$x &"></b>
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
            assertEquals(0, marks(each + "<p id=p>1</p>"), each);
            assertEquals(0, marks("<div id=p>" + each + "</div>"), each);
        }));
    }

    private static void assertClear(String cases) {
        Stream.concat(Stream.of(cases), cases.lines().filter(line -> !line.contains("textarea")))
                .forEach(each -> assertTrue(marks(each + "<p id=p>1</p>") > 0, each));
    }

    private static int marks(String html) {
        return MarkedPage.output(html).marks().size();
    }
}
