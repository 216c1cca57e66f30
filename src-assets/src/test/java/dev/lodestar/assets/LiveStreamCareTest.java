package dev.lodestar.assets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.lodestar.assets.Answer.elements;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Screen;
import dev.lodestar.browser.Window;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the client does for a stream that declares itself live, beyond what the protocol requires. */
@InBrowser
class LiveStreamCareTest {
    private static final String STREAM = """
            <p id=p></p><div id=lodestar data-init="@post('/s', {retry: 'always', retryMaxCount: Infinity, retryInterval: %d, retryMaxWait: %1$d})"></div>
            """;

    @RegisterExtension
    final Site site = new Site();

    private Page show(Window window, int heartbeat, int wait) {
        site.answer("POST /s", live(heartbeat, "one"));
        return site.show(window, STREAM.formatted(wait));
    }

    private Answer live(int heartbeat, String page) {
        return site.streaming(Map.of("Lodestar-Heartbeat", String.valueOf(heartbeat), "Lodestar-Page", page));
    }

    @Test
    void silentStreamIsOpenedAgain(Window window) {
        Page page = show(window, 60, 1);
        site.stream();
        LiveStream second = site.stream();
        second.send(elements("elements <p id=p>second</p>"));
        assertThat(page.locator("#p")).hasText("second");
    }

    @Test
    void heartbeatsKeepAStream(Window window) throws InterruptedException {
        show(window, 500, 1);
        LiveStream stream = site.stream();
        for (int i = 0; i < 14; i++) {
            stream.send("event: datastar-heartbeat\ndata: alive true\n\n");
            // Longer in total than the silence that ends a stream.
            Thread.sleep(100);
        }
        site.request();
        assertEquals(0, site.untaken());
    }

    @Test
    void wakingUpFromASleepReconnectsAtOnce(Window window) {
        Table.check("""
                window.dispatchEvent(new Event('online'))
                document.dispatchEvent(new Event('visibilitychange'))
                """, row -> {
            Page page = show(window, 60_000, 1);
            site.stream().send(elements("elements <p id=p>before</p>"));
            // The client has received it before it falls asleep.
            assertThat(page.locator("#p")).hasText("before");
            page.evaluate("const now = Date.now; Date.now = () => now() + 200_000");
            page.evaluate(row.get(0));
            site.stream();
        });
    }

    @Test
    void backForwardCacheClosesAndReopensTheStream(Window window) {
        Page page = show(window, 60_000, 1_000_000);
        site.stream();
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))");
        page.evaluate("null");
        site.request();
        assertEquals(0, site.untaken());
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
        LiveStream second = site.stream();
        second.send(elements("elements <p id=p>back</p>"));
        assertThat(page.locator("#p")).hasText("back");
    }

    @Test
    void framesOfAnotherBuildWaitForTheRenewalOfThePage(Window window) {
        Page page = show(window, 60_000, 1);
        LiveStream first = site.stream();
        page.evaluate("window.old = true");
        site.answer("GET /s", Answer.html("<meta name=lodestar content=late>", Map.of()), shim("two"));
        site.answer("POST /s", live(60_000, "two"));
        first.end();
        site.stream().send(elements("elements <p id=p>new</p>"));
        assertThat(page.locator("#p")).hasText("new");
        assertThat(page).hasTitle("two");
        assertEquals(true, page.evaluate("window.old"));
    }

    private static Answer shim(String page) {
        return Answer.html(
                "<html><meta name=lodestar content=" + page + "><title>" + page
                        + "</title><script type=module src=/client.js></script><div id=lodestar data-init=\"@post('/s', {retry: 'always', retryMaxCount: Infinity,"
                        + " retryInterval: 1, retryMaxWait: 1})\">",
                Map.of());
    }

    @Test
    void sameBuildLoadsNothing(Window window) {
        Page page = show(window, 60_000, 1);
        page.evaluate("window.old = true");
        site.stream().end();
        site.stream().send(elements("elements <p id=p>same</p>"));
        assertThat(page.locator("#p")).hasText("same");
        assertEquals(true, page.evaluate("window.old"));
    }

    @Test
    void lostStreamMarksThePageUntilItIsBack(Window window) throws Exception {
        Page page = show(window, 60_000, 20);
        LiveStream stream = site.stream();
        Locator note = page.getByRole(AriaRole.STATUS);
        assertThat(note).hasText("");
        assertThat(page.locator("html")).not().hasAttribute("data-stale", "");
        site.shutDown();
        assertThat(note).hasText("Connection lost. Reconnecting…");
        assertThat(page.locator("html")).hasAttribute("data-stale", "");
        for (Screen screen : Screen.values()) {
            screen.show(page);
            assertEquals(true, page.evaluate("""
                    () => { const {left, right, bottom, height} = document.querySelector('[role=status]').getBoundingClientRect();
                      return left >= 0 && right <= innerWidth && bottom < innerHeight && height < 60; }
                    """));
        }
        site.answer("POST /s", live(60_000, "one"));
        site.startAgain();
        site.stream();
        assertThat(note).hasText("");
        assertThat(page.locator("html")).not().hasAttribute("data-stale", "");
    }

    @Test
    void noteTakesNoFocusAndIsOverriddenByAnyRule(Window window) {
        Page page = show(window, 60_000, 20);
        site.stream();
        page.addStyleTag(new Page.AddStyleTagOptions().setContent("div { display: none }"));
        site.shutDown();
        assertThat(page.locator("html")).hasAttribute("data-stale", "");
        assertThat(page.locator("#lodestar-stale")).isHidden();
        assertEquals(-1, page.evaluate("document.querySelector('#lodestar-stale').tabIndex"));
    }

    @Test
    void streamThatIsNotLiveMarksNothing(Window window) {
        site.answer("POST /s", site.streaming(Map.of()));
        Page page = site.show(window, STREAM.formatted(1));
        site.stream().end();
        site.stream();
        assertThat(page.locator("[role=status]")).hasCount(0);
    }

    @Test
    void noteIsShownUnderAStrictPolicy(Window window) {
        Page page = show(window, 60_000, 20);
        site.stream();
        page.evaluate("document.head.insertAdjacentHTML('beforeend', "
                + "`<meta http-equiv=Content-Security-Policy content=\"style-src 'self'\">`)");
        site.shutDown();
        assertThat(page.locator("#lodestar-stale")).hasCSS("position", "fixed");
    }
}
