package dev.lodestar.runtime.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Html;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final ElementStart LIST = ElementStart.of(Fragment.FLOW, "<ul title=\"ä\" id=\"", "list\">");
    private static final ElementStart ITEM = ElementStart.of(Fragment.FLOW, "<li class=\"");

    private static void writeItem(HtmlOutput out, String name) {
        out.begin(ITEM);
        out.raw(HtmlOutput.utf8("x\" id=\""));
        out.id();
        out.text(name);
        out.raw(HtmlOutput.utf8("\"></li>"));
        out.end();
    }

    private static HtmlOutput list(int items) {
        HtmlOutput out = new HtmlOutput();
        out.text("text ");
        out.begin(LIST);
        for (int i = 0; i < items; i++) {
            writeItem(out, "item" + i);
        }
        out.raw(HtmlOutput.utf8("</ul>"));
        out.end();
        return out;
    }

    @Test
    void elementsAreNumberedAsTheyBegin() {
        HtmlOutput out = list(2);
        Marks marks = out.marks();
        assertEquals(
                "text <ul title=\"ä\" id=\"list\"><li class=\"x\" id=\"item0\"></li>"
                        + "<li class=\"x\" id=\"item1\"></li></ul>",
                new String(out.toByteArray(), StandardCharsets.UTF_8));
        assertEquals(3, marks.size());
        assertEquals(5, marks.start(0));
        assertEquals(out.size(), marks.end(0));
        assertEquals(marks.end(1), marks.start(2));
        assertEquals(Marks.NONE, marks.parent(0));
        assertEquals(0, marks.parent(1));
        assertEquals(0, marks.parent(2));
        assertEquals(5 + HtmlOutput.utf8("<ul title=\"ä\" id=\"").length, marks.idStart(0));
        assertEquals(marks.start(2) + "<li class=\"x\" id=\"".length(), marks.idStart(2));
        assertTrue(marks.isClosed());
    }

    @Test
    void elementsAreFoundByOffsets() {
        Marks marks = list(40).marks();
        assertEquals(Marks.NONE, marks.last(4));
        assertEquals(0, marks.last(5));
        assertEquals(40, marks.last(Integer.MAX_VALUE));
        for (int element = 0; element < marks.size(); element++) {
            assertEquals(element, marks.at(marks.start(element)));
            assertEquals(Marks.NONE, marks.at(marks.start(element) + 1));
        }
        assertEquals(41, marks.next(0));
        assertEquals(8, marks.next(7));
    }

    @Test
    void copyStaysWhenTheOutputIsUsedAgain() {
        HtmlOutput out = list(2);
        out.html(Html.raw("<b>"));
        Marks copy = out.marks().copy();
        out.reset();
        assertEquals(0, out.marks().size());
        assertEquals(0, out.marks().foreignCount());
        out.begin(ITEM);
        assertFalse(out.marks().isClosed());
        assertFalse(out.marks().copy().isClosed());
        assertEquals(3, copy.size());
        assertEquals(5, copy.start(0));
        assertEquals(1, copy.foreignCount());
        assertEquals(copy.end(0), copy.foreignStart(0));
        assertEquals(copy.end(0) + 3, copy.foreignEnd(0));
        assertTrue(copy.isClosed());
    }
}
