package dev.lodestar.assets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The requests that actions send. */
@InBrowser
class RequestTest {
    @RegisterExtension
    final Site site = new Site();

    private Received send(Window window, String body) {
        site.show(window, body).locator("#go").click();
        return site.request();
    }

    @Test
    void signalsTravelAsTheMethodAllows(Window window) {
        Table.check("""
                @get('/x')    | GET    | datastar={"a":1,"b":{"c":"ü"}} | -
                @delete('/x') | DELETE | datastar={"a":1,"b":{"c":"ü"}} | -
                @post('/x')   | POST   | -                              | {"a":1,"b":{"c":"ü"}}
                @put('/x')    | PUT    | -                              | {"a":1,"b":{"c":"ü"}}
                @patch('/x')  | PATCH  | -                              | {"a":1,"b":{"c":"ü"}}
                @get('/x?q=1') | GET   | q=1&datastar={"a":1,"b":{"c":"ü"}} | -
                @post('/x?q=1') | POST | q=1                            | {"a":1,"b":{"c":"ü"}}
                """, row -> {
            Received request = send(
                    window,
                    "<b id=go data-signals=\"{a: 1, b: {c: 'ü', _d: 2}, _e: {f: 3}}\" data-on:click=\"" + row.get(0)
                            + "\">go</b>");
            assertEquals(row.get(1), request.method());
            assertEquals(row.get(2).replace("-", ""), request.query());
            assertEquals(row.get(3).replace("-", ""), request.body());
            assertEquals("text/event-stream, text/html, application/json", request.header("accept"));
            assertEquals("true", request.header("datastar-request"));
            boolean hasBody = !request.body().isEmpty();
            assertEquals(hasBody ? "application/json" : "", request.header("content-type"));
        });
    }

    @Test
    void optionsShapeTheBody(Window window) {
        Table.check("""
                {filterSignals: {include: /^a/}}                | {"a":1,"ab":{"c":2}}
                {filterSignals: {include: '^a', exclude: /c$/}} | {"a":1}
                {filterSignals: {exclude: /^a/}}                | {"_x":5}
                {payload: {own: [1]}}                           | {"own":[1]}
                {payload: []}                                   | []
                """, row -> {
            Received request = send(
                    window,
                    "<b id=go data-signals=\"{a: 1, ab: {c: 2}, _x: 5}\" data-on:click=\"@post('/x', " + row.get(0)
                            + ")\">go</b>");
            assertEquals(row.get(1), request.body());
        });
    }

    @Test
    void headersAreMergedOverTheUsualOnes(Window window) {
        Received request = send(
                window,
                "<b id=go data-on:click=\"@post('/x', {headers: {'X-One': '1', accept: 'text/html'}})\">go</b>");
        assertEquals("1", request.header("x-one"));
        assertEquals("text/html", request.header("accept"));
        assertEquals("true", request.header("datastar-request"));
    }

    /** Form markup around the button #go, and the query and body of the request. */
    @Test
    void formsAreSentWithoutSignals(Window window) {
        String fields = "<input name=n value='a b'><input type=checkbox name=c value=1 checked>";
        Table.check("""
                <form data-on:submit="@post('/x', {contentType: 'form'})">F<button id=go name=s value=go>s</button></form> | - | n=a+b&c=1&s=go
                <form>F<button id=go data-on:click="@post('/x', {contentType: 'form'})">s</button></form> | - | n=a+b&c=1
                <form>F<button id=go name=s value=go data-on:click="@get('/x?q=0', {contentType: 'form'})">s</button></form> | q=0&n=a b&c=1&s=go | -
                <form id=f>F</form><b id=go data-on:click="@put('/x', {contentType: 'form', selector: '#f'})">s</b> | - | n=a+b&c=1
                """, row -> {
            Received request =
                    send(window, "<i data-signals:z=1></i>" + row.get(0).replace("F", fields));
            assertEquals(row.get(1).replace("-", ""), request.query());
            assertEquals(row.get(2).replace("-", ""), request.body());
            assertEquals(
                    row.get(2).equals("-") ? "" : "application/x-www-form-urlencoded;charset=UTF-8",
                    request.header("content-type"));
        });
    }

    @Test
    void multipartFormsSendFiles(Window window) {
        Page page = site.show(window, """
                <form enctype="multipart/form-data" data-on:submit="@post('/x', {contentType: 'form'})">
                <input name=n value=a><input type=file name=f><button id=go>s</button></form>
                """);
        page.locator("[type=file]").setInputFiles(new FilePayload("f.txt", "text/plain", "hello".getBytes()));
        page.locator("#go").click();
        Received request = site.request();
        assertTrue(request.header("content-type").startsWith("multipart/form-data; boundary="));
        assertTrue(
                request.body().contains("filename=\"f.txt\"") && request.body().contains("hello"), request.body());
    }

    @Test
    void invalidFormIsReportedAndNotSent(Window window) {
        site.answer("POST /x", Answer.status(204));
        Page page = site.show(window, """
                <form novalidate data-on:submit="@post('/x', {contentType: 'form'})" data-indicator:busy>
                <input name=n required><button id=go>s</button></form>
                <form><input id=i name=n required><button id=no data-on:click="@post('/no', {contentType: 'form'})">s</button></form>
                """);
        page.locator("#no").click();
        assertThat(page.locator("#i")).isFocused();
        page.locator("#go").click();
        assertEquals("/x", site.request().path());
    }

    @Test
    void retryAndEffectDoNotDependOnSignalsTheySend(Window window) {
        site.answer("POST /x", Answer.status(204));
        Page page = site.show(window, """
                <i data-signals="{a: 0, b: 0}" data-effect="$a; @post('/x')"></i>
                <b id=a data-on:click="$a++">a</b><b id=b data-on:click="$b++">b</b>
                """);
        assertEquals("{\"a\":0,\"b\":0}", site.request().body());
        page.locator("#b").click();
        page.locator("#a").click();
        assertEquals("{\"a\":1,\"b\":1}", site.request().body());
        assertEquals(0, site.untaken());
    }
}
