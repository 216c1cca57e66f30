package dev.lodestar.examples.counter.typing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.lodestar.Config;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody else changes the page while you type in it. */
@InBrowser
class TypingBrowserTest {
    private static final int CHANGES = 25;

    private final HttpClient client = HttpClient.newHttpClient();

    private void change(URI root) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(Actions.TYPING_CHANGE))
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.noBody())
                .build();
        assertEquals(204, client.send(request, BodyHandlers.discarding()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"input", "textarea"})
    void keepsFocusCaretAndTypedText(String field, Window window) throws Exception {
        try (Server server = Main.start(Config.defaults().withPort(0))) {
            Page page = window.page();
            page.navigate(server.uri().toString());
            Locator typed = page.locator(field);
            typed.click();
            typed.pressSequentially("wrte");
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowLeft");

            for (int i = 1; i <= CHANGES; i++) {
                change(server.uri());
                assertThat(page.locator("output")).hasText(Integer.toString(i));
            }

            assertThat(typed).isFocused();
            page.keyboard().type("\u00e4");
            assertThat(typed).hasValue("w\u00e4rte");
        }
    }

    @Test
    void keepsASelection(Window window) throws Exception {
        try (Server server = Main.start(Config.defaults().withPort(0))) {
            Page page = window.page();
            page.navigate(server.uri().toString());
            page.locator("input").fill("one two three");
            page.locator("input").evaluate("el => { el.focus(); el.setSelectionRange(4, 7) }");

            change(server.uri());
            assertThat(page.locator("output")).hasText("1");

            assertEquals("two", page.evaluate("""
                    () => {
                      const el = document.activeElement
                      return el.value.substring(el.selectionStart, el.selectionEnd)
                    }"""));
        }
    }
}
