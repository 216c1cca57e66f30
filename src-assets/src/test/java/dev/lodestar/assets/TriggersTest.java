package dev.lodestar.assets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** data-on, data-init, data-on-interval, data-on-intersect, and when they run. */
@InBrowser
class TriggersTest {
    private static final String LOG = "<i data-signals__ifmissing=\"{log: ''}\"></i>%s<p data-text=\"$log\">";

    @RegisterExtension
    final Site site = new Site();

    private Page show(Window window, String body) {
        return site.show(window, LOG.formatted(body));
    }

    @Test
    void listensWithModifiers(Window window) {
        // Markup, a script, and the log afterwards.
        Table.check("""
                <b id=x data-on:click="$log += evt.type + el.id"></b> | x.click() | clickx
                <b id=x data-on:my-event="$log += evt.detail"></b> | x.dispatchEvent(new CustomEvent('my-event', {detail: 7})) | 7
                <b id=x data-on:my-event__case.camel="$log += 1"></b> | x.dispatchEvent(new Event('myEvent')) | 1
                <b id=x data-on:click__once="$log += 1"></b> | x.click(); x.click() | 1
                <b data-on:resize__window="$log += 1"></b> | window.dispatchEvent(new Event('resize')) | 1
                <b data-on:ping__document="$log += 1"></b> | document.dispatchEvent(new Event('ping')) | 1
                <b id=x data-on:click__outside="$log += 1"><u id=in></u></b> | inner.click(); x.click(); document.body.click() | 1
                <b id=x data-on:click__outside__once="$log += 1"></b> | x.click(); document.body.click(); document.body.click() | 1
                <b data-on:click="$log += 'outer'"><u id=in data-on:click__stop="$log += 'inner'"></u></b> | inner.click() | inner
                <b data-on:click__capture="$log += 1"><u id=in data-on:click__stop="$log += 2"></u></b> | inner.click() | 12
                <a id=x href="#gone" data-on:click__prevent="$log += 1"></a> | x.click(); document.title = location.hash | 1
                <form id=x data-on:submit="$log += evt.defaultPrevented"></form> | x.requestSubmit() | true
                """, row -> {
            Page page = show(window, row.get(0));
            page.evaluate("() => { const inner = document.getElementById('in'); " + row.get(1) + " }");
            assertThat(page.locator("p")).hasText(row.get(2));
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/$"));
        });
    }

    @Test
    void passiveListenersCannotPrevent(Window window) {
        Page page = show(
                window, "<b id=x data-on:wheel__passive=\"evt.preventDefault(); $log += evt.defaultPrevented\"></b>");
        page.evaluate("x.dispatchEvent(new Event('wheel', {cancelable: true}))");
        assertThat(page.locator("p")).hasText("false");
        page.waitForCondition(() -> !window.takeErrors().isEmpty());
    }

    /** With the clock stopped: markup, a script with `after(ms)`, and the log afterwards. */
    @Test
    void runsInTime(Window window) {
        window.page().clock().install(new Clock.InstallOptions().setTime(0));
        window.page().clock().pauseAt(1000);
        Table.check("""
                delay.50ms | x.click() | 49 | 0
                delay.50ms | x.click() | 50 | 1
                delay.1s | x.click(); x.click() | 1000 | 2
                delay.50 | x.click() | 50 | 1
                debounce.50ms | x.click(); x.click() | 49 | 0
                debounce.50ms | x.click(); x.click() | 50 | 1
                debounce.50ms.leading.notrailing | x.click(); x.click() | 0 | 1
                debounce.50ms.leading.notrailing | x.click(); x.click() | 60 | 1
                debounce.50ms.leading | x.click(); x.click() | 60 | 2
                throttle.50ms | x.click(); x.click() | 0 | 1
                throttle.50ms | x.click(); x.click() | 60 | 1
                throttle.50ms.trailing | x.click(); x.click() | 60 | 2
                throttle.50ms.noleading.trailing | x.click(); x.click() | 49 | 0
                throttle.50ms.noleading.trailing | x.click(); x.click() | 50 | 1
                throttle.50ms__delay.50ms | x.click(); x.click() | 50 | 1
                """, row -> {
            Page page = show(
                    window, "<b id=x data-on:click__" + row.get(0) + "=\"$n++\" data-signals:n=0></b><u data-text=$n>");
            page.evaluate("() => { " + row.get(1) + " }");
            page.clock().runFor(Long.parseLong(row.get(2)));
            assertEquals(row.get(3), page.locator("u").textContent());
        });
    }

    @Test
    void preventsDefaultAtOnceEvenIfItRunsLater(Window window) {
        Page page = show(window, "<a href='#gone' data-on:click__prevent__debounce.1ms=\"$log += 'ran'\">link</a>");
        page.locator("a").click();
        assertThat(page.locator("p")).hasText("ran");
        assertEquals("", page.evaluate("location.hash"));
    }

    @Test
    void initRunsOnceAndAgainWhenItsValueChanges(Window window) {
        Page page = show(window, "<b id=x data-init=\"$log += 1\"></b>");
        page.evaluate("x.setAttribute('data-init', '$log += 2')");
        page.evaluate("x.setAttribute('data-init__delay.1ms', '$log += 3')");
        assertThat(page.locator("p")).hasText("123");
    }

    @Test
    void intervalRunsUntilItsElementGoes(Window window) {
        window.page().clock().install(new Clock.InstallOptions().setTime(0));
        window.page().clock().pauseAt(1000);
        Table.check("""
                data-on-interval | 2999 | 2
                data-on-interval | 3000 | 3
                data-on-interval__duration.10ms | 99 | 9
                data-on-interval__duration.1s.leading | 1000 | 2
                """, row -> {
            Page page = show(
                    window,
                    "<b id=x " + row.get(0) + "=\"$n++\" data-signals__ifmissing=\"{n: 0}\"></b>"
                            + "<i data-signals__ifmissing=\"{n: 0}\"></i><u data-text=$n></u>");
            page.clock().runFor(Long.parseLong(row.get(1)));
            assertEquals(row.get(2), page.locator("u").textContent());
            page.evaluate("x.remove()");
            page.clock().runFor(10_000);
            assertEquals(row.get(2), page.locator("u").textContent());
        });
    }

    @Test
    void intersectRunsWhenVisible(Window window) {
        Page page = show(window, """
                <div style="height: 3000px"></div>
                <b style="display: block; height: 400px" data-signals="{in: 0, q: 0, h: 0, f: 0, out: 0, once: 0}"
                  data-on-intersect="$in++" data-on-intersect__threshold.25="$q++" data-on-intersect__half="$h++"
                  data-on-intersect__full="$f++" data-on-intersect__exit="$out++" data-on-intersect__once="$once++"></b>
                <div style="height: 3000px"></div>
                <pre data-text="[$in, $q, $h, $f, $out, $once].join()"></pre>
                """);
        Locator counts = page.locator("pre");
        assertThat(counts).hasText("0,0,0,0,1,0");
        scrollTo(page, "offsetTop - innerHeight + 50");
        assertThat(counts).hasText("1,0,0,0,1,1");
        scrollTo(page, "offsetTop - innerHeight + 250");
        assertThat(counts).hasText("1,1,1,0,1,1");
        scrollTo(page, "offsetTop");
        assertThat(counts).hasText("1,1,1,1,1,1");
        scrollTo(page, "offsetTop - 3000");
        assertThat(counts).hasText("1,1,1,1,2,1");
        scrollTo(page, "offsetTop");
        assertThat(counts).hasText("2,2,2,2,2,1");
    }

    private static void scrollTo(Page page, String y) {
        page.evaluate("() => { const { offsetTop } = document.querySelector('b'); scrollTo(0, " + y + ") }");
    }

    @Test
    void listenerThatFailsIsReportedAndStaysAlive(Window window) {
        Page page = show(window, "<button data-on:click=\"$log += 1; $gone.away.far()\"></button>");
        page.locator("button").click();
        page.locator("button").click();
        assertThat(page.locator("p")).hasText("11");
        assertEquals(2, window.takeErrors().size());
    }

    @Test
    void viewTransitionRunsTheListener(Window window) {
        Page page = show(window, "<button data-on:click__viewtransition=\"$log += 1\"></button>");
        page.locator("button").click();
        assertThat(page.locator("p")).hasText("1");
    }
}
