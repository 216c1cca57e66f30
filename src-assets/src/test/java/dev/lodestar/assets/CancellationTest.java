package dev.lodestar.assets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which action ends which: a stream writes its number to #n-<number> while it is still read. */
@InBrowser
class CancellationTest {
    @RegisterExtension
    final Site site = new Site();

    private Page show(Window window, String body) {
        site.answer("GET /s", site.streaming());
        site.answer("GET /t", site.streaming());
        site.answer("POST /s", site.streaming());
        return site.show(window, """
                <script>window.finished = 0;
                document.addEventListener('datastar-fetch', e => finished += e.detail.type == 'finished')</script>
                <p id=first></p><p id=second></p>
                """ + body);
    }

    private void say(LiveStream stream, String id) {
        stream.send(Answer.elements("elements <p id=" + id + ">heard</p>"));
    }

    @Test
    void actionEndsItsPredecessorOnTheSameElement(Window window) {
        Page page = show(window, "<b data-on:click=\"@get('/s')\">b</b>");
        page.locator("b").click();
        site.stream();
        page.locator("b").click();
        page.waitForFunction("finished == 1");
        say(site.stream(), "second");
        assertThat(page.locator("#second")).hasText("heard");
    }

    @Test
    void replacedPostStillReachesTheServer(Window window) {
        Page page = show(window, "<b data-on:click=\"@post('/s')\">b</b>");
        page.evaluate("() => { for (let i = 0; i < 3; i++) document.querySelector('b').click() }");
        page.waitForFunction("finished == 2");
        for (int i = 0; i < 3; i++) {
            say(site.stream(), "n" + i);
        }
    }

    @Test
    void othersAreLeftAlone(Window window) {
        Table.check("""
                <b data-on:click="@get('/s')">b</b><i data-on:click="@get('/s')">i</i>
                <b data-on:click="@get('/s')">b</b><i data-on:click="@get('/t')">i</i>
                <b data-on:click="@get('/s')">b</b><i data-on:click="@post('/s')">i</i>
                <b data-on:click="@get('/s')" data-on:ping="@get('/t')">b</b><i data-on:click="$b.dispatchEvent(new Event('ping'))">i</i>
                <b data-on:click="@get('/s', {requestCancellation: 'disabled'})">b</b><i data-on:click="$b.click()">i</i>
                """, row -> {
            Page page = show(window, row.get(0).replace("<b", "<b data-ref:b"));
            page.locator("b").click();
            LiveStream first = site.stream();
            page.locator("i").click();
            LiveStream second = site.stream();
            say(first, "first");
            say(second, "second");
            assertThat(page.locator("#first")).hasText("heard");
            assertThat(page.locator("#second")).hasText("heard");
        });
    }

    @Test
    void cleanupEndsWithItsElementAndAutoDoesNot(Window window) {
        Page page = show(
                window,
                "<b data-init=\"@get('/s', {requestCancellation: 'cleanup'})\"></b><i data-init=\"@get('/t')\"></i>");
        site.request();
        site.request();
        page.evaluate("document.querySelector('b').remove(); document.querySelector('i').remove()");
        page.waitForFunction("finished == 1");
        say(site.stream(), "first");
        say(site.stream(), "first");
        assertThat(page.locator("#first")).hasText("heard");
    }

    @Test
    void controllerOfThePageEndsIt(Window window) {
        Page page = show(window, """
                <b data-init="@get('/s', {requestCancellation: window.controller = new AbortController()})"></b>
                """);
        site.stream();
        page.evaluate("controller.abort()");
        page.waitForFunction("finished == 1");
    }

    @Test
    void waitingForTheNextTryCanBeEndedToo(Window window) {
        Page page =
                show(window, "<b data-on:click=\"@get('/s', {retryInterval: 1000000, retryMaxWait: 1000000})\">b</b>");
        site.answer("GET /s", Answer.broken(), site.streaming());
        page.locator("b").click();
        site.request();
        page.locator("b").click();
        page.waitForFunction("finished == 1");
        say(site.stream(), "second");
        assertThat(page.locator("#second")).hasText("heard");
    }
}
