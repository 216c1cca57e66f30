package dev.lodestar.assets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InBrowser
class ExpressionsTest {
    @RegisterExtension
    final Site site = new Site();

    private static final String EXPRESSIONS = """
            $a                                  | 1
            $a + $b.c                           | 3
            $b['c']                             | 2
            $a - 1                              | 0
            $kebab-name                         | kebab
            $a-1                                | dash one
            $list.1                             | y
            $list.length                        | 2
            $list.map(each => each + '!').join() | x!,y!
            $b?.c                               | 2
            '$a'                                | $a
            "it's $a"                           | it's $a
            'it\\'s ' + $a                      | it's 1
            `a is ${$a}, not $a`                | a is 1, not $a
            `${$a + $b.c}${'}'.length}`         | 31
            '@peek(x)'                          | @peek(x)
            @peek(() => $a)                     | 1
            @peek (() => $a) + 1                | 2
            const x = $a; x + 1                 | 2
            const f = () => { const y = 2; return y }; f() | 2
            return 5                            | 5
            $a ? 'yes' : 'no';                  | yes
            el.id                               | out
            Object.keys($b).join()              | c
            'c' in $b                           | true
            JSON.stringify({...$b})             | {"c":2}
            $missing + '.'                      | .
            (() => $a)()                        | 1
            'x;y'.length                        | 3
            $a /* why */ + 1 // because         | 2
            """;

    @Test
    void evaluate(Window window) {
        StringBuilder body = new StringBuilder(
                "<i data-signals=\"{a: 1, b: {c: 2}, 'kebab-name': 'kebab', 'a-1': 'dash one', list: ['x', 'y']}\"></i>");
        Table.check(
                EXPRESSIONS,
                row -> body.append("<p id=out data-text=\"")
                        .append(row.get(0).replace("&", "&amp;").replace("\"", "&quot;"))
                        .append("\"></p>"));
        List<String> results = site.show(window, body.toString()).locator("p").allTextContents();
        Iterator<String> next = results.iterator();
        Table.check(EXPRESSIONS, row -> assertEquals(row.get(1), next.next()));
    }

    @Test
    void assignsAndDeletesSignals(Window window) {
        Page page = site.show(window, """
                <pre data-signals="{a: 1, b: {c: 2, d: 3}, list: [1]}" data-text="JSON.stringify($)"></pre>
                <button data-on:click="$a += 1; $b.c = null; $b.e = {f: 1}; $list.push(2); $list[0]++"></button>
                """);
        page.locator("button").click();
        assertThat(page.locator("pre")).hasText("{\"a\":2,\"b\":{\"d\":3,\"e\":{\"f\":1}},\"list\":[2,2]}");
    }

    @Test
    void readingMissingSignalMakesItEmpty(Window window) {
        Page page = site.show(window, "<p data-text=\"$fresh\"></p><pre data-text=\"JSON.stringify($)\"></pre>");
        assertThat(page.locator("pre")).hasText("{\"fresh\":\"\"}");
    }

    @Test
    void peekDoesNotSubscribe(Window window) {
        Page page = site.show(window, """
                <p data-signals="{a: 1, b: 1}" data-text="$a + ':' + @peek(() => $b)"></p>
                <button id=b data-on:click="$b++"></button><button id=a data-on:click="$a++"></button>
                """);
        page.locator("#b").click();
        assertThat(page.locator("p")).hasText("1:1");
        page.locator("#a").click();
        assertThat(page.locator("p")).hasText("2:2");
    }

    @Test
    void setAllAndToggleAllFollowTheirFilters(Window window) {
        Page page = site.show(window, """
                <pre data-signals="{form: {a: 1, b: [2, 3]}, on: {x: true, y: false}, z: 0}" data-text="JSON.stringify($)"></pre>
                <button data-on:click="@setAll(7, {include: /^form/}); @toggleAll({include: /^on/, exclude: /y$/})"></button>
                """);
        page.locator("button").click();
        assertThat(page.locator("pre"))
                .hasText("{\"form\":{\"a\":7,\"b\":[7,7]},\"on\":{\"x\":false,\"y\":false},\"z\":0}");
    }

    @Test
    void faultNamesExpressionAndElement(Window window) {
        Page page = site.show(window, """
                <p id=one data-text="1 +"></p><p id=two data-text="nothing.here"></p>
                <p id=three data-text="@nope()"></p><p id=four data-text="'still works'"></p>
                """);
        assertThat(page.locator("#four")).hasText("still works");
        List<String> errors = window.takeErrors();
        assertEquals(3, errors.size(), errors::toString);
        assertTrue(errors.get(0).contains("SyntaxError") && errors.get(0).contains("data-text=\"1 +\""));
        assertTrue(errors.get(1).contains("<p id=\"two\""), errors.get(1));
        assertTrue(errors.get(2).contains("Unknown action @nope"), errors.get(2));
    }
}
