package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.sun.net.httpserver.HttpServer;
import dev.lodestar.Reply;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.route.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a page of another origin can do to an application that its visitor uses: nothing. Each attempt is also made on
 * an action that is open to other sites, which shows that it would have worked.
 */
@InBrowser
class CrossSiteBrowserTest {
    private static final AtomicInteger own = new AtomicInteger();
    private static final AtomicInteger hook = new AtomicInteger();
    private static RunningSite site;
    private static HttpServer attacker;

    @BeforeAll
    static void start() throws IOException {
        site = RunningSite.start(
                (routes, server) -> routes.view("/page", Scope.everybody(), request -> out -> out.text("secret"))
                        .action("/a/own", request -> counted(own))
                        .action("/a/hook", request -> counted(hook))
                        .crossOrigin("/a/hook"));
        attacker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = "<!doctype html><title>Attack</title><body>".getBytes(StandardCharsets.UTF_8);
        attacker.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        attacker.start();
    }

    @AfterAll
    static void close() {
        site.close();
        attacker.stop(0);
    }

    private static Reply counted(AtomicInteger counter) {
        // With a body, so that a form's frame has something to load.
        return Reply.error(418, "run " + counter.incrementAndGet());
    }

    private static String target(String host) {
        return "http://" + host + ":" + site.server().port();
    }

    private static String attackerAt(String host) {
        return "http://" + host + ":" + attacker.getAddress().getPort() + "/";
    }

    /** A page of the attacker, whose visitor has used the target before. */
    private static Page attack(Window window, String from, String to) {
        window.page().navigate(target(to) + "/page");
        window.page().navigate(attackerAt(from));
        own.set(0);
        hook.set(0);
        return window.page();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost", // another port of one host
        "other.localhost, app.localhost", // another site
        "b.app.localhost, a.app.localhost", // another subdomain of one site
        "rebound.example, localhost" // another name of the same machine
    })
    void pageOfAnotherOriginCanDoNothing(String from, String to, Window window) throws Exception {
        Page page = attack(window, from, to);
        readsNothing(page, target(to));
        runsNothing(page, target(to));
        framesNothing(page, target(to));
        holdsNothing(page, target(to));
        window.takeErrors();
    }

    private static void readsNothing(Page page, String target) {
        String read = "([url, init]) => fetch(url, {credentials: 'include', ...init})"
                + ".then(answer => answer.text()).then(text => text || 'nothing', error => 'refused')";
        for (String what : new String[] {
            "[t + '/page']",
            "[t + '/page?live', {method: 'POST', body: '{}'}]",
            "[t + '/page?live', {method: 'POST', body: '{}', headers: {'Content-Type': 'application/json'}}]",
            "[t + '/page', {mode: 'no-cors'}]",
            "[t + '/page?live', {method: 'POST', body: '{}', mode: 'no-cors'}]",
            "[t + '/assets/0a1b2c/app.css', {mode: 'no-cors'}]"
        }) {
            assertEquals("refused", page.evaluate("t => (" + read + ")(" + what + ")", target), what);
        }
    }

    private static void runsNothing(Page page, String target) throws Exception {
        for (String action : new String[] {"/a/own", "/a/hook"}) {
            page.evaluate("""
                    async url => {
                      const post = init => fetch(url, {method: 'POST', credentials: 'include', ...init}).catch(() => {});
                      await post({body: '{}'});
                      await post({body: '{}', headers: {'Content-Type': 'application/json', 'Datastar-Request': 'true'}});
                      await post({body: '{}', mode: 'no-cors'});
                      await post({method: 'PUT', body: '{}'});
                      navigator.sendBeacon(url, '{}');
                      const form = Object.assign(document.createElement('form'), {method: 'POST', action: url, target: 'f'});
                      const frame = Object.assign(document.createElement('iframe'), {name: 'f'});
                      document.body.append(frame, form);
                      const shown = new Promise(resolve => frame.onload = resolve);
                      form.submit();
                      await shown;
                      form.remove();
                      frame.remove();
                    }""", target + action);
        }
        page.waitForCondition(() -> hook.get() == 4);
        assertEquals(0, own.get(), "ways in which another site has run an action");
    }

    private static void framesNothing(Page page, String target) {
        String other = attackerAt("framed.localhost");
        assertEquals(other, framed(page, other), "what can be framed");
        String shown = framed(page, target + "/page");
        assertFalse(shown.startsWith(target), shown);
    }

    /** The content of a frame when it has loaded its URL. */
    private static String framed(Page page, String url) {
        page.evaluate("""
                url => new Promise(resolve => {
                  const frame = Object.assign(document.createElement('iframe'), {src: url});
                  frame.onload = () => resolve();
                  document.body.append(frame);
                })""", url);
        List<Frame> frames = page.frames();
        return frames.get(frames.size() - 1).url();
    }

    private static void holdsNothing(Page page, String target) {
        Page popup = page.waitForPopup(() -> page.evaluate("url => { window.opened = open(url) }", target + "/page"));
        popup.waitForURL(target + "/page");
        page.waitForFunction("() => opened.closed");
        assertEquals(true, popup.evaluate("() => opener === null"));
        popup.close();
    }

    @Test
    void pageOfTheApplicationCan(Window window) {
        Page page = window.page();
        page.navigate(target("a.app.localhost") + "/page");
        own.set(0);
        assertEquals(418, page.evaluate("() => fetch('/a/own', {method: 'POST'}).then(answer => answer.status)"));
        assertEquals(1, own.get());
        Object event = page.evaluate("() => fetch('/page?live', {method: 'POST', body: '{}'})"
                + ".then(answer => answer.body.getReader().read()).then(part => new TextDecoder().decode(part.value))");
        assertTrue(event.toString().contains("secret"), event.toString());
    }

    @Test
    void nameThatWasReboundToThisMachineIsNotServed(Window window) {
        Response page = window.page().navigate(target("rebound.example"));
        assertEquals(421, page.status());
        assertTrue(page.text().contains("does not go by the name rebound.example"), page.text());
        Object status = window.page()
                .evaluate("() => fetch('/a/own', {method: 'POST'}).then(answer => answer.status, () => 'refused')");
        assertEquals("refused", status, "the policy of the refusal");
        window.takeErrors();
    }
}
