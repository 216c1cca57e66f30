package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Html;
import dev.lodestar.Reply;
import dev.lodestar.runtime.OpenStream;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.html.ElementStart;
import dev.lodestar.runtime.html.Fragment;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

class LargePageTest {
    private static final ElementStart START = ElementStart.of(Fragment.FLOW, "<p id=\"", "c");
    private static final byte[] TEXT_1 = HtmlOutput.utf8("\">");
    private static final byte[] TEXT_2 = HtmlOutput.utf8("</p>");
    private static final String WHOLE = "data: selector #lodestar\n";

    private volatile String state = "first";

    private void board(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> this::render)
                .action("/a/patch", request -> Reply.html(Html.raw("<p id=\"c7\">patched</p>")))
                .action("/a/first", request -> {
                    request.session();
                    return Reply.html(Html.raw("<p id=\"c7\">patched</p>"));
                })
                .action("/a/signal", request -> Reply.signal("a", 1));
    }

    private void render(HtmlOutput out) {
        for (int i = 0; i < 2500; i++) {
            out.begin(START);
            out.text(i);
            out.raw(TEXT_1);
            out.text(i == 7 ? state : "nothing new");
            out.raw(TEXT_2);
            out.end();
        }
    }

    private void change(RunningSite site, String to) {
        state = to;
        site.server().hub().refresh();
    }

    private static HttpRequest.Builder as(RunningSite site, char browser, String path) {
        String id = String.valueOf(browser).repeat(22);
        return site.to(path).header("Cookie", "lodestar=" + id);
    }

    @Test
    void whoShowsTheFrameBeforeIsSentThePieces() throws Exception {
        try (RunningSite site = RunningSite.start(this::board);
                OpenStream plain = site.stream("/");
                OpenStream compressed = site.stream("/", "gzip")) {
            assertTrue(plain.await("first").contains(WHOLE));
            assertTrue(compressed.await("first").contains(WHOLE));
            for (String next : new String[] {"second", "third"}) {
                change(site, next);
                for (OpenStream stream : new OpenStream[] {plain, compressed}) {
                    String event = stream.await(next);
                    assertFalse(event.contains(WHOLE), event);
                    assertTrue(event.length() < 200, event);
                }
            }
        }
    }

    @Test
    void pageThatAnActionHasPatchedIsSentWholeFrames() throws Exception {
        try (RunningSite site = RunningSite.start(this::board);
                OpenStream patched = site.stream(as(site, 'a', "/"));
                OpenStream other = site.stream(as(site, 'b', "/"))) {
            patched.await("first");
            other.await("first");
            site.send(as(site, 'b', "/a/signal").POST(HttpRequest.BodyPublishers.noBody()));
            site.send(as(site, 'a', "/a/patch").POST(HttpRequest.BodyPublishers.noBody()));
            for (String next : new String[] {"second", "third"}) {
                change(site, next);
                assertTrue(patched.await(next).contains(WHOLE));
                assertFalse(other.await(next).contains(WHOLE));
            }
        }
    }

    @Test
    void pageIsSentWholeFramesAlsoIfTheActionThatPatchedItMadeTheSession() throws Exception {
        try (RunningSite site = RunningSite.start(this::board);
                OpenStream patched = site.stream("/")) {
            patched.await("first");
            site.send(site.to("/a/first").POST(HttpRequest.BodyPublishers.noBody()));
            change(site, "second");
            assertTrue(patched.await("second").contains(WHOLE));
        }
    }
}
