package dev.lodestar.assets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InBrowser
class BindTest {
    private static final String SIGNALS = "<pre data-text=\"JSON.stringify($)\"></pre>";

    @RegisterExtension
    final Site site = new Site();

    /** Markup, the initial signals, what the user does to the element #x, and the signals afterwards. */
    @Test
    void controlsWriteTheirSignals(Window window) {
        Table.check("""
                <input id=x data-bind:my-name> | {"myName":""} | fill Ada | {"myName":"Ada"}
                <input id=x data-bind="user.name" value=Bob> | {"user":{"name":"Bob"}} | fill Ada | {"user":{"name":"Ada"}}
                <input id=x data-bind:my-name__case.kebab> | {"my-name":""} | fill Ada | {"my-name":"Ada"}
                <textarea id=x data-bind:t>a</textarea> | {"t":"a"} | fill b | {"t":"b"}
                <input id=x type=number data-bind:n value=3> | {"n":3} | fill 4.5 | {"n":4.5}
                <input id=x type=range data-bind:n value=3> | {"n":3} | fill 4 | {"n":4}
                <input id=x type=number data-signals:n="'3'" data-bind:n> | {"n":"3"} | fill 4 | {"n":"4"}
                <input id=x data-signals:n=3 data-bind:n> | {"n":3} | fill 4 | {"n":4}
                <input id=x type=checkbox data-bind:c> | {"c":false} | check | {"c":true}
                <input id=x type=checkbox data-bind:c value=yes> | {"c":""} | check | {"c":"yes"}
                <input id=x type=checkbox data-signals:c=true data-bind:c value=yes> | {"c":true} | uncheck | {"c":false}
                <input type=radio data-bind:r value=a checked><input id=x type=radio data-bind:r value=b> | {"r":"a"} | check | {"r":"b"}
                <input type=radio data-signals:r=1 data-bind:r value=1><input id=x type=radio data-bind:r value=2> | {"r":1} | check | {"r":2}
                <select id=x data-bind:s><option>a<option selected>b<option>c</select> | {"s":"b"} | select c | {"s":"c"}
                <select id=x data-signals:s=2 data-bind:s><option>1<option>2<option>3</select> | {"s":2} | select 3 | {"s":3}
                <select id=x multiple data-bind:s><option selected>a<option>b</select> | {"s":["a"]} | select b | {"s":["b"]}
                <select id=x multiple data-signals:s="[1]" data-bind:s><option>1<option>2</select> | {"s":[1]} | select 2 | {"s":[2]}
                <i data-signals:l="['p']"></i><input data-bind:l><input id=x data-bind:l> | {"l":["p",""]} | fill q | {"l":["p","q"]}
                <i data-signals:l="[]"></i><input type=checkbox value=u data-bind="l"><input id=x type=checkbox value=v data-bind="l"> | \
                {"l":["",""]} | check | {"l":["","v"]}
                <div id=x contenteditable data-signals:h="'a'" data-bind:h__prop.text-content></div> | {"h":"a"} | fill b | {"h":"a"}
                <input id=x type=checkbox data-signals:h="''" data-bind:h__prop.checked__event.change> | {"h":""} | check | {"h":true}
                <input id=x data-bind:h__event.keydown.blur> | {"h":""} | fill b | {"h":""}
                """, row -> {
            Page page = site.show(window, row.get(0) + SIGNALS);
            assertEquals(row.get(1), page.locator("pre").textContent());
            act(page, row.get(2));
            assertThat(page.locator("pre")).hasText(row.get(3));
        });
    }

    private static void act(Page page, String action) {
        String[] words = action.split(" ");
        switch (words[0]) {
            case "fill" -> page.locator("#x").fill(words[1]);
            case "check" -> page.locator("#x").check();
            case "uncheck" -> page.locator("#x").uncheck();
            case "select" -> page.locator("#x").selectOption(words[1]);
            default -> throw new IllegalArgumentException(action);
        }
    }

    /** Markup, the new value of the signal v, and an expression that then holds for the element x. */
    @Test
    void signalsWriteTheirControls(Window window) {
        Table.check("""
                <input id=x data-bind:v> | 'new' | x.value == 'new'
                <input id=x type=number data-bind:v> | 7 | x.value == '7'
                <textarea id=x data-bind:v></textarea> | 'new' | x.value == 'new'
                <input id=x type=checkbox data-bind:v> | true | x.checked
                <input id=x type=checkbox value=a data-bind:v> | 'a' | x.checked
                <input id=x type=checkbox value=a data-bind:v> | 'b' | !x.checked
                <input id=x type=radio value=a data-bind:v> | 'a' | x.checked && x.name == 'v'
                <input id=x type=radio value=1 data-bind:v> | 1 | x.checked
                <select id=x data-bind:v><option>a<option>b</select> | 'b' | x.selectedIndex == 1
                <select id=x multiple data-bind:v><option>a<option>b<option>c</select> | ['a', 'c'] | x.selectedOptions.length == 2
                <input data-signals:v="['p', 'q']" data-bind:v><input id=x data-bind:v> | ['r', 's'] | x.value == 's'
                """, row -> {
            Page page = site.show(window, row.get(0) + "<button data-on:click=\"$v = " + row.get(1) + "\"></button>");
            page.locator("button").click();
            assertEquals(true, page.evaluate("!!(" + row.get(2) + ")"), row.get(2));
        });
    }

    @Test
    void halfTypedNumberIsLeftAsTyped(Window window) {
        Page page = site.show(window, "<input data-signals:n=0 data-bind:n>" + SIGNALS);
        page.locator("input").fill("");
        page.locator("input").pressSequentially("1.");
        assertThat(page.locator("pre")).hasText("{\"n\":1}");
        assertThat(page.locator("input")).hasValue("1.");
    }

    @Test
    void selectShowsItsSignalWhenOptionsComeLater(Window window) {
        Page page = site.show(window, "<select id=s data-signals:v=\"'b'\" data-bind:v></select>");
        site.patch(page, "elements", "<select id=s data-signals:v=\"'b'\" data-bind:v><option>a<option>b</select>");
        assertThat(page.locator("select")).hasValue("b");
    }

    @Test
    void controlThatAMorphChangedWritesItsSignal(Window window) {
        Page page = site.show(window, "<input id=i data-bind:v value=a>" + SIGNALS);
        site.patch(page, "elements", "<input id=i data-bind:v value=b>");
        assertThat(page.locator("pre")).hasText("{\"v\":\"b\"}");
        assertThat(page.locator("input")).hasValue("b");
    }
}
