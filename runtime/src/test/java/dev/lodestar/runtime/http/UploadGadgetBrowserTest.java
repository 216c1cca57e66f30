package dev.lodestar.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.lodestar.Html;
import dev.lodestar.Reply;
import dev.lodestar.Upload;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.RunningSite;
import dev.lodestar.runtime.route.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What an uploaded script can do when it is served again. An application has two ways to show an upload: within a page,
 * as a {@code data:} URL, and as the sentence of a refusal. Neither lets it run, even if its URL gets into the page
 * unescaped.
 */
@InBrowser
class UploadGadgetBrowserTest {
    private static final String ATTACK = "parent.ran = window.ran = top.ran = true";

    /** What the browser receives, with any content type that the sender claims. */
    private static final List<String> UPLOADS = List.of(
            "<script>" + ATTACK + "</script>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"" + ATTACK + "\"><script>" + ATTACK + "</script></svg>",
            ATTACK,
            "GIF89a/*\0*/=1;" + ATTACK);

    private static final List<String> TYPES =
            List.of("text/html", "image/svg+xml", "text/javascript", "image/gif", "application/xhtml+xml", "text/css");

    /** As a template would with unescaped markup: scripts, too, are created so that a browser would run them. */
    private static final String INSERT = """
            async markup => {
              const place = document.createElement('div');
              place.append(document.createRange().createContextualFragment(markup));
              const loading = [...place.querySelectorAll('script, img, iframe, object, embed, link')].map(element =>
                  new Promise(resolve => { element.onload = element.onerror = resolve; setTimeout(resolve, 50); }));
              document.body.append(place);
              await Promise.all(loading);
              place.remove();
            }""";

    private volatile String shown = "";

    private static String dataUrl(String type, Upload upload) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(upload.bytes());
    }

    private static String elements(String url) {
        return ("<script src='%1$s'></script><script type=module src='%1$s'></script><img src='%1$s'>"
                        + "<iframe src='%1$s'></iframe><object data='%1$s'></object><embed src='%1$s'>"
                        + "<link rel=stylesheet href='%1$s'><video src='%1$s'></video>")
                .formatted(url);
    }

    @Test
    void uploadRunsNowhereInAPage(Window window) throws Exception {
        try (RunningSite site = RunningSite.start((routes, server) -> routes.view(
                        "/page", Scope.everybody(), request -> out -> out.html(Html.raw(shown)))
                .action("/a/upload", request -> {
                    Upload upload = request.files("file").get(0);
                    shown = dataUrl(request.query().string("type"), upload);
                    return Reply.error(418, new String(upload.bytes(), StandardCharsets.UTF_8));
                }))) {
            Page page = window.page();
            page.navigate(site.server().uri().resolve("/page").toString());
            for (String upload : UPLOADS) {
                for (String type : TYPES) {
                    assertEquals("418 text/plain; charset=utf-8 nosniff", page.evaluate("""
                                    async ([content, type]) => {
                                      const form = new FormData();
                                      form.append('file', new File([content], 'x.svg', {type}));
                                      const answer = await fetch('/a/upload?type=' + encodeURIComponent(type), {method: 'POST', body: form});
                                      return [answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options')].join(' ');
                                    }""", List.of(upload, type)));
                    page.evaluate(INSERT, elements(shown) + elements("/a/upload?type=" + type));
                }
            }
            assertEquals(false, page.evaluate("() => window.ran === true"));
        } finally {
            // Each attempt violates the policy once.
            assertTrue(
                    window.takeErrors().stream().anyMatch(error -> error.startsWith("Against the policy: script-src")));
        }
    }
}
