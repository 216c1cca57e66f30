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

/** How attributes are activated and deactivated. */
@InBrowser
class EngineTest {
    @RegisterExtension
    final Site site = new Site();

    @Test
    void appliesDepthFirstInDocumentAndAttributeOrder(Window window) {
        Page page = site.show(window, """
                <div data-signals:log="[]" data-init="$log.push(1)"><b data-init="$log.push(2)"><i data-init="$log.push(3)"></i></b>
                <b data-effect="@peek(() => $log.push(4))" data-init="$log.push(5)"></b></div>
                <p data-text="$log.join()"></p>
                """);
        assertThat(page.locator("p")).hasText("1,2,3,4,5");
    }

    @Test
    void ignoredElementsAreLeftAlone(Window window) {
        Page page = site.show(window, """
                <div data-ignore data-text="'no'"><p id=a data-text="'no'">a</p></div>
                <div data-ignore__self data-class:no="true"><p id=b data-text="'yes'">b</p></div>
                """);
        assertThat(page.locator("#b")).hasText("yes");
        assertThat(page.locator("#a")).hasText("a");
        assertThat(page.locator(".no")).hasCount(0);
        page.evaluate(
                "document.querySelector('[data-ignore]').insertAdjacentHTML('beforeend', '<i data-text=\"1\">i</i>')");
        page.evaluate("document.querySelector('#a').setAttribute('data-text', '2')");
        page.evaluate("null");
        assertThat(page.locator("i")).hasText("i");
        assertThat(page.locator("#a")).hasText("a");
    }

    @Test
    void addedNodesAreActivatedAndRemovedOnesDeactivated(Window window) {
        Page page = site.show(
                window,
                "<section data-signals:n=0></section><button data-on:click=\"$n++\"></button><p data-text=$n></p>");
        page.evaluate("""
                () => { window.ran = 0;
                  document.querySelector('section').innerHTML = '<div><b data-effect="ran = $n"></b></div>' }
                """);
        page.locator("button").click();
        assertEquals(1, page.evaluate("ran"));
        page.evaluate("document.querySelector('section').replaceChildren()");
        page.locator("button").click();
        assertThat(page.locator("p")).hasText("2");
        assertEquals(1, page.evaluate("ran"));
    }

    @Test
    void changedValueAppliesAgainAndRemovedAttributeEnds(Window window) {
        Page page = site.show(
                window,
                "<button data-signals=\"{a: 0, b: 0}\" data-on:click=\"$a++\" data-text=\"$a + '/' + $b\"></button>");
        page.locator("button").click();
        page.evaluate("document.querySelector('button').setAttribute('data-on:click', '$b++')");
        page.locator("button").click();
        page.locator("button").click();
        assertThat(page.locator("button")).hasText("1/2");
        page.evaluate("document.querySelector('button').removeAttribute('data-on:click')");
        page.locator("button").click();
        assertThat(page.locator("button")).hasText("1/2");
    }

    @Test
    void movedAndMorphedElementsDoNotStartAgain(Window window) {
        Page page = site.show(window, """
                <div id=list><i id=a data-init="$n++" data-signals__ifmissing="{n: 0}"></i><i id=b data-init="$n++"></i></div>
                <p data-text=$n></p>
                """);
        site.patch(
                page,
                "elements",
                "<div id=list><i id=b data-init=\"$n++\"></i><i id=a data-init=\"$n++\" "
                        + "data-signals__ifmissing=\"{n: 0}\" title=new></i></div>");
        page.evaluate("document.querySelector('#list').append(document.querySelector('#b'))");
        assertThat(page.locator("#a")).hasAttribute("title", "new");
        assertThat(page.locator("p")).hasText("2");
    }

    @Test
    void readyEventFollowsTheActivationOfTheDocument(Window window) {
        window.page()
                .addInitScript("window.ready = []; document.addEventListener('datastar-ready', () => "
                        + "ready.push(document.querySelector('p').textContent))");
        Page page = site.show(window, "<p data-text=\"'applied'\"></p>");
        assertEquals(List.of("applied"), page.evaluate("ready"));
    }

    @Test
    void patchesOfOneChunkSeeEachOther(Window window) {
        site.answer(
                "GET /both",
                Answer.events(
                        Answer.elements("elements <p id=p data-signals='{n: 1}' data-text='$n'></p>"),
                        Answer.signals("{\"n\": 2}")));
        Page page = site.show(window, "<p id=p></p><button data-on:click=\"@get('/both')\"></button>");
        page.locator("button").click();
        assertThat(page.locator("p")).hasText("2");
    }

    @Test
    void misusedAttributesSayWhatToWrite(Window window) {
        Table.check("""
                data-text:name="1"       | takes no name: data-text="..."
                data-text                | needs a value: data-text="..."
                data-on="1"              | data-on:name="..."
                data-on:click            | needs a value: data-on:click="..."
                data-bind:a="b"          | data-bind:name or data-bind="name"
                data-ref                 | data-ref:name or data-ref="name"
                data-signals="5"         | needs an object: data-signals="{name: value}"
                data-computed="{a: 5}"   | data-computed="{a: () => ...}"
                data-init="@get()"       | @get('/path')
                data-init="@post('/x', {contentType: 'form'})" | needs a form around the element
                """, row -> {
            Page page = site.show(window, "<p " + row.get(0) + "></p><i data-text=\"'on'\"></i>");
            assertThat(page.locator("i")).hasText("on");
            List<String> errors = window.takeErrors();
            assertEquals(1, errors.size(), errors::toString);
            assertTrue(errors.get(0).contains(row.get(1)), errors::toString);
        });
    }
}
