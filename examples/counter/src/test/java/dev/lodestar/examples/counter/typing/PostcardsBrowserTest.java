package dev.lodestar.examples.counter.typing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.lodestar.Config;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server receives from forms that a browser sends. */
@InBrowser
class PostcardsBrowserTest {
    private static final FilePayload PICTURE =
            new FilePayload("Zoë \"1\".png", "image/png", new byte[] {0, 13, 10, 45, -1, 13});
    private static final FilePayload EMPTY = new FilePayload("empty.gif", "image/gif", new byte[0]);

    private Server server;

    @BeforeEach
    void start() {
        server = Main.start(Config.defaults().withPort(0));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Page open(Window window) {
        Page page = window.page();
        page.navigate(server.uri().resolve("/postcards").toString());
        assertThat(page.locator("#bare")).isVisible();
        return page;
    }

    @ParameterizedTest
    @CsvSource({"plain, ", "parts, 'Zoë \"1\".png image/png [0, 13, 10, 45, -1, 13], empty.gif image/gif []'"})
    void formArrivesAsItWasFilledIn(String id, String files, Window window) {
        Page page = open(window);
        Locator form = page.locator("#" + id);
        form.getByLabel("Street").fill("Elm & Oak = 100%");
        form.getByLabel("Text").fill("Zoë\n🚀!");
        form.getByLabel("Stamps").selectOption(new String[] {"BLUE", "RED"});
        form.getByLabel("Express").check();
        if (files != null) {
            form.getByLabel("Picture").setInputFiles(new FilePayload[] {PICTURE, EMPTY});
        }
        form.locator("button").click();
        assertThat(page.locator("li"))
                .hasText("Zoë/🚀! [RED, BLUE] true Elm & Oak = 100% sent [" + (files == null ? "" : files) + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "parts"})
    void uncheckedIsFalseAndUnchosenIsEmpty(String id, Window window) {
        Page page = open(window);
        Locator form = page.locator("#" + id);
        form.getByLabel("Street").fill("Elm");
        form.getByLabel("Street").press("Enter");
        assertThat(page.locator("li")).hasText("[] false Elm sent []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "parts"})
    void errorsAreShownUntilTheFormIsValid(String id, Window window) {
        Page page = open(window);
        Locator form = page.locator("#" + id);
        Locator stampsError = form.locator(".stamps-error");
        form.getByLabel("Street").fill("Elm");
        form.getByLabel("Text").fill("much too long");
        form.getByLabel("Stamps").selectOption(new String[] {"BLUE", "RED", "GREEN"});
        form.locator("button").click();
        assertThat(stampsError).hasText("Two stamps at most.");
        assertThat(form.locator(".text-error")).hasText("The field 'text' must have at most 8 characters.");

        form.getByLabel("Stamps").selectOption(new String[0]);
        form.getByLabel("Text").fill("four\n678");
        form.locator("button").click();
        assertThat(page.locator("li")).hasText("four/678 [] false Elm sent []");
        assertThat(stampsError).isHidden();
        assertThat(form.locator(".text-error")).isHidden();
    }

    @Test
    void errorOfAFileIsShownBesideItUntilItIsRemoved(Window window) {
        Page page = open(window);
        Locator form = page.locator("#parts");
        form.getByLabel("Street").fill("Elm");
        form.getByLabel("Picture").setInputFiles(new FilePayload("a.txt", "text/plain", new byte[] {65}));
        form.locator("button").click();
        assertThat(form.locator(".picture-error")).hasText("That is not a picture.");
        form.getByLabel("Picture").setInputFiles(new FilePayload[0]);
        form.locator("button").click();
        assertThat(page.locator("li")).hasText("[] false Elm sent []");
        assertThat(form.locator(".picture-error")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "parts"})
    void formThatTheBrowserRejectsIsNotSent(String id, Window window) {
        Page page = open(window);
        List<String> posts = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("/a/")) {
                posts.add(request.method());
            }
        });
        Locator form = page.locator("#" + id);
        form.locator("button").click();
        assertThat(form.getByLabel("Street")).isFocused();
        form.getByLabel("Street").fill("Elm");
        form.locator("button").click();
        assertThat(page.locator("li")).hasCount(1);
        assertEquals(List.of("POST"), posts);
    }

    @Test
    void formWithoutTheClientStaysOnThePage(Window window) {
        Page page = open(window);
        Locator form = page.locator("#bare");
        form.getByLabel("Text").fill("bare");
        form.getByLabel("Street").fill("Oak");
        form.getByLabel("Picture").setInputFiles(PICTURE);
        form.locator("button").click();
        assertThat(page.locator("li")).hasText("bare [] false Oak - [Zoë \"1\".png image/png [0, 13, 10, 45, -1, 13]]");
        assertThat(page).hasURL(server.uri().resolve("/postcards").toString());
    }
}
