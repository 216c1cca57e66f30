package dev.lodestar.assets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What responses do to the page. */
@InBrowser
class ResponseTest {
    private static final String LOG = """
            window.log = [];
            document.addEventListener('datastar-fetch', ({detail: {type, el, argsRaw}}) =>
              log.push([type, el.id, JSON.stringify(argsRaw)].join(' ').trim()))
            """;

    @RegisterExtension
    final Site site = new Site();

    private Page show(Window window, String body) {
        return site.show(window, "<script>" + LOG + "</script>" + body);
    }

    private static void awaitFinish(Page page) {
        page.waitForFunction("log.some(each => each.startsWith('finished'))");
    }

    @Test
    void htmlPatchesElementsAsItsHeadersSay(Window window) {
        site.answer("GET /one", Answer.html("<p id=p>new</p>", Map.of()));
        site.answer(
                "GET /two",
                Answer.html(
                        "<b>more</b>",
                        Map.of(
                                "datastar-selector", "#p",
                                "datastar-mode", "append",
                                "datastar-use-view-transition", "true")));
        site.answer(
                "GET /three",
                Answer.html(
                        "<rect id=r></rect>",
                        Map.of("datastar-selector", "svg", "datastar-mode", "inner", "datastar-namespace", "svg")));
        Page page = show(
                window,
                "<p id=p>old</p><svg></svg><i data-on:click=\"@get('/one')\">1</i><u data-on:click=\"@get('/two')\">2</u>"
                        + "<s data-on:click=\"@get('/three')\">3</s>");
        page.locator("i").click();
        assertThat(page.locator("#p")).hasText("new");
        page.locator("u").click();
        assertThat(page.locator("#p")).hasText("newmore");
        page.locator("s").click();
        assertThat(page.locator("svg > #r")).hasCount(1);
        assertEquals(true, page.evaluate("r instanceof SVGElement"));
    }

    @Test
    void jsonPatchesSignals(Window window) {
        site.answer("GET /one", Answer.json("{\"a\": 2}", Map.of()));
        site.answer("GET /two", Answer.json("{\"a\": 3, \"b\": 4}", Map.of("datastar-only-if-missing", "true")));
        Page page = show(
                window,
                "<p data-signals:a=1 data-text=\"JSON.stringify($)\"></p><i data-on:click=\"@get('/one')\">1</i>"
                        + "<u data-on:click=\"@get('/two')\">2</u>");
        page.locator("i").click();
        assertThat(page.locator("p")).hasText("{\"a\":2}");
        page.locator("u").click();
        assertThat(page.locator("p")).hasText("{\"a\":2,\"b\":4}");
    }

    /**
     * The text of a stream, in which `_` is a space, and LF, CR and CRLF are line endings; and the events that follow.
     */
    @Test
    void streamsAreReadAsTheFormatSays(Window window) {
        Table.check("""
                event:_datastar-x LF data:_k_v LF LF | datastar-x {"k":"v"}
                event:datastar-x LF data:k_v LF LF | datastar-x {"k":"v"}
                event:_datastar-x CR data:_k_v CR CR | datastar-x {"k":"v"}
                event:_datastar-x CRLF data:_k_v CRLF CRLF | datastar-x {"k":"v"}
                event:_datastar-x LF data:_k_a_b LF data:_l_c LF data:_k__d LF LF | datastar-x {"k":"a b\\n d","l":"c"}
                event:_datastar-x LF data:_k_a LF data:_k_ LF data:_k LF data:_k_b LF LF | datastar-x {"k":"a\\n\\n\\nb"}
                :_comment LF event:_datastar-x LF :more LF data:_k_v LF LF | datastar-x {"k":"v"}
                event:_other LF data:_k_v LF LF event:_datastar-x LF LF | datastar-x {}
                data:_k_v LF LF event:_datastar-x LF LF | datastar-x {}
                event:_datastar-x LF data:_k_v LF | -
                event:_datastar-x LF data:_k_ü€😀 LF LF | datastar-x {"k":"ü€😀"}
                """, row -> {
            String text = row.get(0)
                    .replaceAll(" ?CRLF ?", "\r\n")
                    .replaceAll(" ?LF ?", "\n")
                    .replaceAll(" ?CR ?", "\r")
                    .replace('_', ' ');
            site.answer("GET /s", Answer.events(text));
            Page page = show(window, "<b id=b data-on:click=\"@get('/s')\">b</b>");
            page.locator("b").click();
            awaitFinish(page);
            String told = row.get(1).equals("-") ? "" : row.get(1).replaceFirst(" ", " b ") + "|";
            assertEquals("started b {}|" + told + "finished b {}", page.evaluate("log.join('|')"));
        });
    }

    @Test
    void streamsMayBeCutAnywhere(Window window) {
        site.answer("GET /s", site.streaming());
        Page page = show(window, "<p id=p></p><b id=b data-on:click=\"@get('/s')\">b</b>");
        page.locator("b").click();
        LiveStream stream = site.stream();
        String event = "event: datastar-patch-elements\r\ndata: elements <p id=p>a\r\ndata: elements ü</p>\r\n\r\n";
        for (int i = 0; i < event.length(); i++) {
            stream.send(event.substring(i, i + 1));
        }
        assertThat(page.locator("#p")).hasText("a ü");
    }

    @Test
    void otherResponsesAreReportedAndIgnored(Window window) {
        Table.check("""
                204 | started b {}|finished b {}
                304 | started b {}|finished b {}
                400 | started b {}|error b {"status":"400"}|finished b {}
                503 | started b {}|error b {"status":"503"}|finished b {}
                """, row -> {
            site.answer("POST /s", Answer.status(Integer.parseInt(row.get(0))));
            Page page = show(window, "<b id=b data-on:click=\"@post('/s')\">b</b>");
            page.locator("b").click();
            awaitFinish(page);
            assertEquals(row.get(1), page.evaluate("log.join('|')"));
        });
    }

    @Test
    void indicatorIsOnWhileAnActionOfItsElementRuns(Window window) {
        site.answer("GET /s", site.streaming());
        site.answer("GET /t", site.streaming());
        Page page = show(window, """
                <b data-indicator:busy data-on:click="@get('/s'); @get('/t')">b</b><i data-on:click="@get('/s')">i</i>
                <p data-text="$busy"></p>
                """);
        assertThat(page.locator("p")).hasText("false");
        page.locator("i").click();
        LiveStream other = site.stream();
        assertThat(page.locator("p")).hasText("false");
        page.locator("b").click();
        assertThat(page.locator("p")).hasText("true");
        site.stream().end();
        other.end();
        page.waitForFunction("log.filter(each => each.startsWith('finished')).length == 2");
        assertThat(page.locator("p")).hasText("true");
        site.stream().end();
        assertThat(page.locator("p")).hasText("false");
    }

    @Test
    void listenersOnAnyElementHearOfRequests(Window window) {
        site.answer("GET /s", Answer.events("event: datastar-heartbeat\ndata: beat 1\n\n"));
        Page page = show(window, """
                <b data-on:click="@get('/s')">b</b>
                <p data-on:datastar-fetch="if (evt.detail.type == 'datastar-heartbeat') el.textContent = evt.detail.argsRaw.beat"></p>
                """);
        page.locator("b").click();
        assertThat(page.locator("p")).hasText("1");
    }
}
