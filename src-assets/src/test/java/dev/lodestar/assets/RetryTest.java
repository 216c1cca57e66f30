package dev.lodestar.assets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.lodestar.assets.Answer.elements;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When actions retry, and when they stop. */
@InBrowser
class RetryTest {
    private static final String LOG = """
            window.log = []; window.waits = [];
            document.addEventListener('datastar-fetch', ({detail: {type, argsRaw}}) => {
              log.push(type);
              if (type == 'retrying') waits.push(+argsRaw.message.match(/\\d+/)[0]);
            })
            """;

    /** The attribute in a live page's shim. */
    private static final String SHIM = """
            <p id=p></p><div data-init="@post('/s', {retry: 'always', retryMaxCount: Infinity, retryInterval: %d, retryMaxWait: %d})"></div>
            """;

    @RegisterExtension
    final Site site = new Site();

    private Page show(Window window, String body) {
        return site.show(window, "<script>" + LOG + "</script>" + body);
    }

    /**
     * Options, the responses in turn (a status, `cut` for a broken connection, `ok` for a stream that ends), and the
     * number of requests.
     */
    @Test
    void modesDecideWhatIsTriedAgain(Window window) {
        Table.check("""
                {}                 | cut cut ok   | 3
                {}                 | 503 ok       | 1
                {retry: 'auto'}    | ok ok        | 1
                {retry: 'error'}   | 503 404 cut ok ok | 4
                {retry: 'error'}   | 204 ok       | 1
                {retry: 'always'}  | ok 503 cut 400 ok 204 | 6
                {retry: 'always'}  | ok 429 ok 204 | 4
                {retry: 'always'}  | 204 ok       | 1
                {retry: 'always'}  | 304 ok       | 1
                {retry: 'always'}  | html ok      | 1
                {retry: 'never'}   | cut ok       | 1
                {retry: 'never'}   | 503 ok       | 1
                {retryMaxCount: 0} | cut ok       | 1
                {retryMaxCount: 2} | cut cut cut ok | 3
                """, row -> {
            Answer[] answers =
                    Stream.of(row.get(1).split(" ")).map(RetryTest::answer).toArray(Answer[]::new);
            site.answer("POST /s", answers);
            String options =
                    row.get(0).replace("}", row.get(0).equals("{}") ? "retryInterval: 5}" : ", retryInterval: 5}");
            Page page = show(window, "<b data-init=\"@post('/s', " + options + ")\"></b>");
            page.waitForFunction("log.includes('finished')");
            int expected = Integer.parseInt(row.get(2));
            for (int i = 0; i < expected; i++) {
                site.request();
            }
            assertEquals(0, site.untaken());
            boolean gaveUp = row.get(0).contains("MaxCount");
            assertEquals(gaveUp, page.evaluate("log.includes('retries-failed')"));
        });
    }

    private static Answer answer(String name) {
        return switch (name) {
            case "ok" -> Answer.events(Answer.signals("{}"));
            case "cut" -> Answer.broken();
            case "html" -> Answer.html("", Map.of());
            default -> Answer.status(Integer.parseInt(name));
        };
    }

    @Test
    void waitsGrowToTheirLimitAndAreJittered(Window window) {
        site.answer("POST /s", Answer.broken());
        Page page = show(
                window,
                "<b data-init=\"Math.random = () => 0.5; "
                        + "@post('/s', {retryInterval: 4, retryScaler: 3, retryMaxWait: 60, retryMaxCount: 5})\"></b>");
        page.waitForFunction("log.includes('retries-failed')");
        assertEquals(List.of(2, 6, 18, 30, 30), page.evaluate("waits"));
    }

    @Test
    void responseResetsTheCount(Window window) {
        site.answer(
                "POST /s",
                Answer.broken(),
                Answer.broken(),
                answer("ok"),
                Answer.broken(),
                Answer.broken(),
                Answer.status(204));
        Page page = show(
                window,
                "<b data-init=\"Math.random = () => 0.999; "
                        + "@post('/s', {retry: 'always', retryInterval: 10, retryMaxCount: 3})\"></b>");
        page.waitForFunction("log.includes('finished')");
        assertEquals(List.of(10, 20, 10, 20, 40), page.evaluate("waits"));
    }

    @Test
    void streamComesBackAfterEveryKindOfEnd(Window window) throws IOException {
        site.answer("POST /s", site.streaming());
        Page page = show(window, SHIM.formatted(5, 50));
        LiveStream stream = site.stream();
        stream.send(elements("elements <p id=p>first</p>"));
        assertThat(page.locator("#p")).hasText("first");

        stream.end();
        stream = site.stream();
        stream.send(elements("elements <p id=p>after clean end</p>"));
        assertThat(page.locator("#p")).hasText("after clean end");

        stream.kill();
        stream = site.stream();
        stream.send(elements("elements <p id=p>after cut</p>"));
        assertThat(page.locator("#p")).hasText("after cut");

        site.shutDown();
        page.waitForFunction("log.filter(each => each == 'retrying').length > 6");
        site.answer("POST /s", Answer.status(503), Answer.status(503), site.streaming());
        site.startAgain();
        stream = site.stream();
        stream.send(elements("elements <p id=p>after restart</p>"));
        assertThat(page.locator("#p")).hasText("after restart");
        assertEquals(false, page.evaluate("log.includes('finished')"));

        site.answer("POST /s", Answer.status(204));
        stream.end();
        page.waitForFunction("log.includes('finished')");
    }

    @Test
    void reconnectsAtOnceWhenOnlineOrVisibleAgain(Window window) {
        Table.check("""
                window.dispatchEvent(new Event('online'))
                document.dispatchEvent(new Event('visibilitychange'))
                """, row -> {
            site.answer("POST /s", Answer.broken(), site.streaming());
            Page page = show(window, SHIM.formatted(1_000_000, 1_000_000));
            page.waitForFunction("waits.length == 1");
            page.evaluate(row.get(0));
            site.stream();
        });
    }

    @Test
    void retrySendsTheSameBodyAndTheLastEventId(Window window) {
        site.answer("POST /s", site.streaming());
        Page page = show(
                window,
                "<b data-signals:n=1></b>" + SHIM.formatted(1, 1)
                        + "<button data-on:click=\"$n++\">n</button><i data-text=$n></i>");
        LiveStream stream = site.stream();
        assertEquals("{\"n\":1}", stream.request().body());
        assertEquals("", stream.request().header("last-event-id"));
        page.locator("button").click();
        stream.send("id: 42\nevent: datastar-x\n\n");
        page.waitForFunction("log.includes('datastar-x')");
        stream.end();
        stream = site.stream();
        assertEquals("{\"n\":1}", stream.request().body());
        assertEquals("42", stream.request().header("last-event-id"));
        stream.send("id:\nevent: datastar-y\n\n");
        page.waitForFunction("log.includes('datastar-y')");
        stream.end();
        assertEquals("", site.stream().request().header("last-event-id"));
    }

    @Test
    void serverSetsTheInterval(Window window) {
        site.answer("POST /s", Answer.events("retry: 7\n\n"), Answer.status(204));
        Page page =
                show(window, "<i data-init=\"Math.random = () => 0.999\"></i>" + SHIM.formatted(1_000_000, 1_000_000));
        page.waitForFunction("log.includes('finished')");
        assertEquals(List.of(7), page.evaluate("waits"));
    }

    @Test
    void hiddenTabEndsGetAndVisibleTabReopensIt(Window window) {
        site.answer("GET /s", site.streaming());
        Page page = show(
                window, "<b data-signals:n=1 data-init=\"@get('/s')\"></b><button data-on:click=\"$n++\">n</button>");
        LiveStream stream = site.stream();
        assertTrue(stream.request().query().contains("{\"n\":1}"));
        page.locator("button").click();
        hide(page, true);
        hide(page, false);
        stream = site.stream();
        assertTrue(stream.request().query().contains("{\"n\":2}"));
        stream.send(elements("selector b", "mode inner", "elements x"));
        assertThat(page.locator("b")).hasText("x");
        assertEquals(1, ((Number) page.evaluate("log.filter(each => each == 'started').length")).intValue());
        assertEquals(false, page.evaluate("log.includes('finished')"));
    }

    @Test
    void hiddenTabKeepsPost(Window window) {
        site.answer("POST /s", site.streaming());
        Page page = show(window, SHIM.formatted(1, 1));
        LiveStream stream = site.stream();
        hide(page, true);
        stream.send(elements("elements <p id=p>unseen</p>"));
        assertThat(page.locator("#p")).hasText("unseen");
        hide(page, false);
        stream.send(elements("elements <p id=p>seen</p>"));
        assertThat(page.locator("#p")).hasText("seen");
    }

    private static void hide(Page page, boolean hidden) {
        page.evaluate(
                "hidden => { Object.defineProperty(document, 'hidden', {value: hidden, configurable: true}); "
                        + "document.dispatchEvent(new Event('visibilitychange')) }",
                hidden);
    }
}
