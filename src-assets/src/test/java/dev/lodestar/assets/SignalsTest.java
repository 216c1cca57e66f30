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
class SignalsTest {
    private static final String SIGNALS = "<pre data-text=\"JSON.stringify($)\"></pre>";

    @RegisterExtension
    final Site site = new Site();

    @Test
    void attributesMakeSignals(Window window) {
        Table.check("""
                    data-signals="{a: 1, b: {c: 'x'}}"                  | {"a":1,"b":{"c":"x"}}
                    data-signals:foo="1"                                | {"foo":1}
                    data-signals:foo                                    | {"foo":""}
                    data-signals:foo-bar.baz-boo="1"                    | {"fooBar":{"bazBoo":1}}
                    data-signals:foo-bar__case.kebab="1"                | {"foo-bar":1}
                    data-signals:foo-bar__case.snake="1"                | {"foo_bar":1}
                    data-signals:foo-bar__case.pascal="1"               | {"FooBar":1}
                    data-signals:a="1" data-signals="{a: null, b: 2}"   | {"b":2}
                    data-signals:a="1" data-signals:a__ifmissing="2"    | {"a":1}
                    data-signals:a="1" data-signals__ifmissing="{a: 2, b: {c: 3}}" | {"a":1,"b":{"c":3}}
                    data-signals="{a: {b: 1}}" data-signals="{}"        | {"a":{"b":1}}
                    data-signals:a.b="1" data-signals:a.c="2"           | {"a":{"b":1,"c":2}}
                    data-signals="{a: [1, null, {b: 2}]}"               | {"a":[1,null,{"b":2}]}
                    data-ref:me-too                                     | {"meToo":{}}
                    data-indicator:busy-now                             | {"busyNow":false}
                    data-indicator="busy-now"                           | {"busy-now":false}
                    data-signals:a="2" data-computed:twice="$a * 2"     | {"a":2,"twice":4}
                    data-signals:a="2" data-computed="{x: {y: () => $a + 1}}" | {"a":2,"x":{"y":3}}
                """, row -> {
            Page page = site.show(window, "<i " + row.get(0) + "></i>" + SIGNALS);
            assertEquals(row.get(1), page.locator("pre").textContent());
        });
    }

    @Test
    void noNameReachesInheritedProperties(Window window) {
        Page page = site.show(window, """
                <p data-signals='JSON.parse(`{"__proto__": {"own": 1}, "a": {"__proto__": {"own": 1}}, "__proto__.own": 1}`)'></p>
                <p data-signals='JSON.parse(`{"b.__proto__.own": 1, "constructor.prototype.own": 1}`)'></p>
                <p data-signals='JSON.parse(`{"constructor": {"prototype": {"own": 1}}}`)'></p>
                <input data-bind="__proto__.own" value="1"><input data-bind="constructor.prototype.own" value="1">
                <i id="end" data-text="'done'"></i>
                """);
        assertThat(page.locator("#end")).hasText("done");
        assertEquals(false, page.evaluate("'own' in {} || 'own' in Object || 'own' in []"));
        assertTrue(window.takeErrors().size() <= 1, "a field of no signal");
    }

    @Test
    void computedSignalFollowsAndRefusesWrites(Window window) {
        Page page = site.show(window, """
                <p data-signals="{a: 1}" data-computed:twice="$a * 2" data-computed:four-times="$twice * 2"
                   data-text="$fourTimes"></p>
                <button data-on:click="$twice = 100; $a++"></button>
                """);
        assertThat(page.locator("p")).hasText("4");
        page.locator("button").click();
        assertThat(page.locator("p")).hasText("8");
    }

    @Test
    void effectRunsOncePerBatchAndOnlyForWhatItReads(Window window) {
        Page page = site.show(window, """
                <i data-signals="{a: 0, b: 0, c: 0, log: []}" data-computed:sum="$a + $b"></i>
                <i data-effect="const seen = $sum + ':' + $a; @peek(() => $log.push(seen))"></i>
                <button id=both data-on:click="$a++; $a++; $b++"></button><button id=other data-on:click="$c++"></button>
                <p data-text="$log.join()"></p>
                """);
        page.locator("#other").click();
        page.locator("#both").click();
        assertThat(page.locator("p")).hasText("0:0,3:2");
    }

    @Test
    void effectThatFailsDoesNotStopOthers(Window window) {
        Page page = site.show(window, """
                <i data-signals="{a: 0}" data-effect="if ($a) throw new Error('on purpose')"></i>
                <p data-text="$a"></p><button data-on:click="$a++"></button>
                """);
        page.locator("button").click();
        page.locator("button").click();
        assertThat(page.locator("p")).hasText("2");
        assertEquals(2, window.takeErrors().size());
    }

    @Test
    void effectsInACycleAreStopped(Window window) {
        Page page = site.show(window, """
                <i data-signals="{a: 0, b: 0}" data-effect="$b = $a + 1"></i><i data-effect="$a = $b + 1"></i>
                <p data-text="'alive'"></p>
                """);
        assertThat(page.locator("p")).hasText("alive");
        List<String> errors = window.takeErrors();
        assertTrue(errors.stream().anyMatch(each -> each.contains("in a cycle")), errors::toString);
    }

    @Test
    void oneBatchIsOneSignalPatchEvent(Window window) {
        Page page = site.show(window, """
                <i data-signals="{a: 0, b: {c: 0, d: 1}}"></i>
                <button data-on:click="$a++; $b.c = 5; $b.d = null; $e = {f: 1}"></button>
                """);
        page.evaluate("""
                window.patches = [];
                document.addEventListener('datastar-signal-patch', e => patches.push(e.detail))
                """);
        page.locator("button").click();
        assertEquals(
                "[{\"a\":1,\"b\":{\"c\":5,\"d\":null},\"e\":{\"f\":1}}]", page.evaluate("JSON.stringify(patches)"));
    }

    @Test
    void signalPatchEventReachesListenersOnAnyElement(Window window) {
        Page page = site.show(window, """
                <p data-signals="{a: 0}" data-on:datastar-signal-patch="if ('a' in evt.detail) el.textContent = evt.detail.a"></p>
                <button data-on:click="$a++"></button>
                """);
        page.locator("button").click();
        assertThat(page.locator("p")).hasText("1");
    }

    @Test
    void refHoldsTheElementWhileItIsThere(Window window) {
        Page page = site.show(
                window, "<section><b id=it data-ref:it></b></section><p data-text=\"$it ? $it.id : 'gone'\"></p>");
        assertThat(page.locator("p")).hasText("it");
        page.evaluate("document.querySelector('section').replaceChildren()");
        assertThat(page.locator("p")).hasText("gone");
    }

    @Test
    void serverMergesSignals(Window window) {
        Table.check("""
                    {"a": 2, "n": {"y": 3}}   | false | {"a":2,"n":{"x":1,"y":3},"l":[1,2]}
                    {"a": null, "n": null}    | false | {"l":[1,2]}
                    {"l": [3]}                | false | {"a":1,"n":{"x":1},"l":[3]}
                    {"a": {"deep": true}}     | false | {"a":{"deep":true},"n":{"x":1},"l":[1,2]}
                    {"a": 2, "n": {"x": 5, "y": 3}} | true | {"a":1,"n":{"x":1,"y":3},"l":[1,2]}
                    {a: 1 + 1}                | false | {"a":2,"n":{"x":1},"l":[1,2]}
                """, row -> {
            Page page = site.show(window, "<i data-signals='{a: 1, n: {x: 1}, l: [1, 2]}'></i>" + SIGNALS);
            site.tell(page, "datastar-patch-signals", "signals", row.get(0), "onlyIfMissing", row.get(1));
            assertThat(page.locator("pre")).hasText(row.get(2));
        });
    }

    @Test
    void signalsCannotReachPrototypes(Window window) {
        Page page = site.show(window, SIGNALS);
        site.tell(page, "datastar-patch-signals", "signals", "{\"__proto__\": {\"polluted\": 1}, \"a\": 1}");
        assertThat(page.locator("pre")).hasText("{\"a\":1}");
        assertEquals("undefined", page.evaluate("typeof ({}).polluted"));
    }
}
