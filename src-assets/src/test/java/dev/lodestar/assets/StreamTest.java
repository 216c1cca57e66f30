package dev.lodestar.assets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.lodestar.assets.Answer.elements;

import com.microsoft.playwright.Page;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InBrowser
class StreamTest {
    @RegisterExtension
    final Site site = new Site();

    @Test
    void counterWorks(Window window) {
        site.answer("POST /s", site.streaming());
        site.answer("POST /inc", Answer.status(204));
        Page page = site.show(
                window,
                "<div id=lodestar data-init=\"@post('/s', {retry: 'always', retryMaxCount: Infinity, retryMaxWait: 10000})\"></div>");
        site.request();
        LiveStream stream = site.stream();
        String frame =
                "<main id=counter><output>%d</output><button data-on:click=\"@post('/inc')\">+</button><input id=i data-bind:t></main>";
        stream.send(elements("selector #lodestar", "mode inner", "elements " + frame.formatted(1)));
        assertThat(page.locator("output")).hasText("1");
        page.locator("input").fill("typed");
        page.locator("button").click();
        System.out.println(site.request());
        stream.send(elements("selector #lodestar", "mode inner", "elements " + frame.formatted(2)));
        assertThat(page.locator("output")).hasText("2");
        assertThat(page.locator("input")).hasValue("typed");
        stream.kill();
        site.request();
        site.stream().send(elements("selector #lodestar", "mode inner", "elements " + frame.formatted(3)));
        assertThat(page.locator("output")).hasText("3");
    }
}
