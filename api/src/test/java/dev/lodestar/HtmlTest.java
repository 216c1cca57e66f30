package dev.lodestar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void escapesText() {
        assertEquals(
                "&lt;a href=&#34;x&#34; class=&#39;y&#39;&gt;&amp;amp;",
                Html.text("<a href=\"x\" class='y'>&amp;").toString());
    }

    @Test
    void leavesRawMarkupUnchanged() {
        assertEquals("<b>&amp;</b>", Html.raw("<b>&amp;</b>").toString());
    }

    @Test
    void joinsInOrder() {
        assertEquals(Html.raw("<i></i>&lt;"), Html.join(List.of(Html.raw("<i></i>"), Html.text("<"))));
        assertSame(Html.EMPTY, Html.join(List.of()));
    }

    @Test
    void equalsByMarkup() {
        assertEquals(Html.text("&"), Html.raw("&amp;"));
        assertEquals(Html.text("&").hashCode(), Html.raw("&amp;").hashCode());
        assertNotEquals(Html.raw("a"), Html.raw("b"));
    }
}
