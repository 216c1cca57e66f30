package dev.lodestar.assets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** data-text, data-show, data-attr, data-class, data-style. */
@InBrowser
class OutputTest {
    @RegisterExtension
    final Site site = new Site();

    @Test
    void attributesShowSignals(Window window) {
        // What the element's tag becomes for v = 'x', and then for v = ''.
        Table.check("""
                data-text="$v"                             | <p>x</p> | <p></p>
                data-show="$v"                             | <p></p> | <p style="display: none;"></p>
                style="color: red" data-show="!$v"         | <p style="color: red; display: none;"></p> | <p style="color: red;"></p>
                data-attr:title="$v"                       | <p title="x"></p> | <p title=""></p>
                data-attr:hidden="$v == 'x'"               | <p hidden=""></p> | <p></p>
                data-attr:aria-n="$v ? 5 : null"           | <p aria-n="5"></p> | <p></p>
                data-attr:aria-o="[$v]"                    | <p aria-o="[&quot;x&quot;]"></p> | <p aria-o="[&quot;&quot;]"></p>
                data-attr="{title: $v, lang: $v + 'y'}"    | <p title="x" lang="xy"></p> | <p title="" lang="y"></p>
                class="k" data-class:on-now="$v"           | <p class="k on-now"></p> | <p class="k"></p>
                class="k" data-class="{'a b': $v, c: !$v}" | <p class="k a b"></p> | <p class="k c"></p>
                data-class:on-now__case.camel="$v"         | <p class="onNow"></p> | <p class=""></p>
                style="color: red" data-style:color="$v ? 'blue' : ''" | <p style="color: blue;"></p> | <p style="color: red;"></p>
                data-style="{backgroundColor: $v && 'red', 'z-index': $v ? 0 : null}" | \
                <p style="background-color: red; z-index: 0;"></p> | <p style=""></p>
                """, row -> {
            Page page = site.show(
                    window,
                    "<i data-signals:v=\"'x'\"></i><section><p " + row.get(0)
                            + "></p></section><button data-on:click=\"$v = ''\"></button>");
            assertEquals(row.get(1), markup(page));
            page.locator("button").click();
            assertEquals(row.get(2), markup(page));
        });
    }

    private static Object markup(Page page) {
        return page.evaluate("document.querySelector('section').innerHTML.replace(/ data-[^=]*=\"[^\"]*\"/g, '')");
    }

    @Test
    void patchWithoutSignalsLeavesWhatTheyShow(Window window) {
        String markup = """
                <section id=s data-n="%s" data-signals="{v: 'x'}"><p id=t data-text="$v"></p><p id=h data-show="!$v"></p>
                <p id=a data-attr:title="$v"></p><p id=c class="k" data-class:on="$v"></p>
                <p id=y data-style:color="'red'"></p></section>
                """;
        Page page = site.show(window, markup.formatted(1));
        site.patch(page, "elements", markup.formatted(2));
        assertThat(page.locator("#t")).hasText("x");
        assertEquals("none", page.evaluate("document.getElementById('h').style.display"));
        assertThat(page.locator("#a")).hasAttribute("title", "x");
        assertThat(page.locator("#c")).hasClass("k on");
        assertEquals("red", page.evaluate("document.getElementById('y').style.color"));
    }

    @Test
    void attributesThatClaimTheSameDoNotFightForEver(Window window) {
        Page page = site.show(window, """
                <p data-signals="{v: 1}" data-show="!$v" data-style:display="'block'"></p>
                <output data-text="$v"></output><button data-on:click="$v = 2"></button>
                """);
        page.locator("button").click();
        assertThat(page.locator("output")).hasText("2");
    }

    @Test
    void removedAttributeUndoesItsChanges(Window window) {
        Page page = site.show(
                window, "<p class=k style='color: red' data-class:on=true data-style:color=\"'blue'\">text</p>");
        assertThat(page.locator("p")).hasClass("k on");
        page.evaluate("""
                () => { const p = document.querySelector('p');
                  p.removeAttribute('data-class:on'); p.removeAttribute('data-style:color') }
                """);
        assertThat(page.locator("p")).hasClass("k");
        assertThat(page.locator("p")).hasAttribute("style", "color: red;");
    }
}
