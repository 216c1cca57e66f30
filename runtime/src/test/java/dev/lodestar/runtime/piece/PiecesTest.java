package dev.lodestar.runtime.piece;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Html;
import dev.lodestar.runtime.html.ElementStart;
import dev.lodestar.runtime.html.HtmlOutput;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private static final String HEAD = "event: datastar-patch-elements\n";

    private static @Nullable String events(String before, String after) {
        return events(MarkedPage.output(before), MarkedPage.output(after));
    }

    private static @Nullable String events(HtmlOutput before, HtmlOutput after) {
        return text(Pieces.of(Rendered.of(before), Rendered.of(after), after.size()));
    }

    private static @Nullable String text(byte @Nullable [] events) {
        return events == null ? null : new String(events, StandardCharsets.UTF_8);
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

    @Test
    void idsThatAreTheClientsOwnOrAnotherTextThanWrittenAreUnclear() {
        for (String id : new String[] {"lodestar-x", "a&amp;b", "children"}) {
            String page = "<p id=\"" + id + "\">%1$s</p><p id=b>%1$s</p>";
            assertNone(page.formatted(1), page.formatted(2));
        }
        assertPieces("<p id=child>2</p>", "<p id=child>1</p>", "<p id=child>2</p>");
    }

    @Test
    void htmlIsAPartOfTheElementAround() {
        assertEquals(
                HEAD + "data: elements <p id=b><b>2</b></p>\n\n",
                events(withHtml("<b>1</b>", 1), withHtml("<b>2</b>", 1)));
        assertEquals(
                HEAD + "data: elements <p id=c>2</p>\n\n", events(withHtml("<b>1</b>", 1), withHtml("<b>1</b>", 2)));
    }

    /** Whether they stand elsewhere too, or go from one piece to another, is not known. */
    @Test
    void idsInHtmlAreUnclear() {
        for (String html : new String[] {"<b id=x>1</b>", "<b title=\"\"ID = 'x'>1</b>", "<input id=c>"}) {
            assertNull(events(withHtml(html, 1), withHtml(html, 2)), html);
            assertNull(events(withHtml(html, 1), withHtml("<b>1</b>", 1)), html);
            assertNull(events(withHtml("<b>1</b>", 1), withHtml(html, 1)), html);
        }
        for (String html : new String[] {"<b data-id=x>1</b>", "<b grid=1>1</b>", "<b title=id>", "id: 5"}) {
            assertNotNull(events(withHtml(html, 1), withHtml(html, 2)), html);
        }
    }

    private static HtmlOutput withHtml(String html, int other) {
        ElementStart start = MarkedPage.start("p", "");
        HtmlOutput out = new HtmlOutput();
        for (String id : new String[] {"b", "c"}) {
            out.begin(start);
            out.raw(HtmlOutput.utf8("p id="));
            out.id();
            out.raw(HtmlOutput.utf8(id + ">"));
            if (id.equals("b")) {
                out.html(Html.raw(html));
            } else {
                out.text(other);
            }
            out.raw(HtmlOutput.utf8("</p>"));
            out.end();
        }
        return out;
    }

    @Test
    void markupThatLooksLikeAMarkedElementIsNone() {
        HtmlOutput page = withHtml("</p><p id=d>1</p><p id=c>1", 1);
        assertNull(events(page, withHtml("</p><p id=d>1</p><p id=c>2", 1)));
    }

    @Test
    void unmarkedPagesHaveNone() {
        HtmlOutput before = new HtmlOutput();
        before.raw(HtmlOutput.utf8("<p id=a>1</p>"));
        HtmlOutput after = new HtmlOutput();
        after.raw(HtmlOutput.utf8("<p id=a>2</p>"));
        assertNull(events(before, after));
        assertNull(events(before, MarkedPage.output("<p id=a>2</p>")));
        assertNull(events(MarkedPage.output("<p id=a>1</p>"), after));
    }

    @Test
    void pageWhoseElementsDoNotEndHasNone() {
        HtmlOutput after = MarkedPage.output("<p id=a>2</p>");
        after.begin(MarkedPage.start("p", ""));
        assertNull(events(MarkedPage.output("<p id=a>1</p>"), after));
    }

    /** The ids of one page are not looked up again for the next, but for what changed. */
    @Test
    void idsAreCheckedAlsoIfThoseOfThePageBeforeWere() {
        Rendered first = MarkedPage.render("<p id=a>1</p><p id=b>1</p><div id=c></div>");
        Rendered second = MarkedPage.render("<p id=a>2</p><p id=b>1</p><div id=c></div>");
        Rendered twice = MarkedPage.render("<p id=a>2</p><p id=b>1</p><div id=c><i id=a></i></div>");
        assertNotNull(Pieces.of(first, second, 99));
        assertNotNull(
                Pieces.of(second, MarkedPage.render("<p id=a>2</p><p id=b>1</p><div id=c><i id=d></i></div>"), 99));
        assertNull(Pieces.of(second, twice, 99));
        assertNull(Pieces.of(twice, MarkedPage.render("<p id=a>3</p><p id=b>1</p><div id=c><i id=a></i></div>"), 99));
        assertNull(Pieces.of(twice, second, 99));
    }

    @Test
    void aPageThatIsShortOrChangesALotIsSentWhole() {
        String cell = "<td id=c%d>%s</td>";
        StringBuilder before = new StringBuilder("<table id=t><tbody><tr>");
        for (int i = 0; i < 600; i++) {
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
        HtmlOutput now = MarkedPage.output(after);
        return Pieces.mayBeIn(now) ? text(Pieces.of(MarkedPage.render(before), Rendered.of(now))) : null;
    }

    @Test
    void aLongPageWithoutIdsHasNone() {
        String page = "<table><tbody>" + "<tr><td>x</td></tr>".repeat(9_000) + "</tbody></table>";
        assertFalse(Pieces.mayBeIn(MarkedPage.output(page)));
        assertTrue(Pieces.mayBeIn(MarkedPage.output(page + "<p id=a></p>")));
    }
}
