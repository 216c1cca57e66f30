package dev.lodestar.processor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.lodestar.Config;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Screen;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees in the browser when something goes wrong. */
@InBrowser
class FailurePagesTest {
    private static final String SHOP = """
            package app;
            import dev.lodestar.*;
            import java.util.*;
            @App public final class Shop {
                private volatile List<Item> items = List.of(new Item("a", new Price(1)), new Item("b", new Price(2)));
                @View("/") Page page() { return new Page(items, "x".repeat(40_000)); }
                @View("/item") Html item(@Query("at") int at) { return Html.text("Price " + items.get(at).price().cents()); }
                @Action("spoil") void spoil() { items = List.of(items.get(0), new Item("c", null)); }
                @Action("mend") void mend() { items = List.of(new Item("c", new Price(3)), items.get(0)); }
                @Action("fail") void fail(@Signal("why") String why) { throw new IllegalStateException("swordfish " + why); }
                record Item(String id, Price price) {
                    public Price price() { if (price == null) { throw new IllegalStateException("swordfish " + id); } return price; }
                }
                record Price(int cents) {}
            }
            @Template("page.mustache") record Page(List<Shop.Item> items, String filler) {}
            """;

    /** Too large for deltas, so it is sent in pieces. */
    private static final String PAGE = """
            <main id="page" data-signals="{why: '<b>', failed: ''}"
              data-on:datastar-fetch="if (evt.detail.type == 'error') $failed = 'failed'">
              <button id="spoil" data-on:click="@post('{{action:spoil}}')">spoil</button>
              <button id="mend" data-on:click="@post('{{action:mend}}')">mend</button>
              <button id="fail" data-on:click="@post('{{action:fail}}')">fail</button>
              <p id="failed" data-text="$failed"></p>
              <ul id="list">{{#items}}<li id="{{id}}"><input aria-label="{{id}}">{{price.cents}}</li>{{/items}}</ul>
              <p id="filler" hidden>{{filler}}</p>
            </main>
            """;

    @TempDir
    static Path classes;

    private static CompiledApplication shop;

    @BeforeEach
    void compile() throws Exception {
        if (shop == null) {
            Files.createDirectories(classes.resolve("templates"));
            Files.writeString(classes.resolve("templates/page.mustache"), PAGE);
            shop = CompiledApplication.of(classes, "Shop", SHOP);
        }
    }

    @Test
    void errorPageFitsAndKeepsItsPolicy(Window window) throws Throwable {
        try (Server server = shop.start()) {
            for (Screen screen : Screen.values()) {
                screen.show(window.page());
                window.page().navigate(server.uri() + "nothing");
                assertThat(window.page().locator("h1")).hasText("404");
                assertThat(window.page().locator("p").first()).hasText("There is nothing at this address.");
                assertThat(window.page().locator("h1")).hasCSS("font-weight", "300");
                assertTrue(window.fits(), screen.toString());
            }
        }
    }

    @Test
    void developmentShowsWhyAnActionOrAViewFailsAndTheNextFrameTakesItAway(Window window) throws Throwable {
        try (Server server = shop.start(Config.defaults().withDevelopment(true))) {
            Page page = open(server, window);
            Locator overlay = page.locator("#lodestar-failure");

            page.locator("#fail").click();
            assertThat(overlay).containsText("swordfish <b>");
            assertThat(overlay).containsText("POST /a/");
            assertThat(overlay).containsText("at app.Shop.fail(Shop.java:");
            assertThat(page.locator("#failed")).hasText("failed");
            assertThat(overlay).hasCSS("position", "fixed");
            page.locator("#fail").click();
            assertThat(overlay).containsText("swordfish <b>");

            page.locator("#spoil").click();
            assertThat(overlay).containsText("The view / could not be rendered.");
            assertThat(overlay).containsText("IllegalStateException: swordfish c");
            assertThat(overlay).containsText("at app.Shop$Item.price(Shop.java:");
            assertThat(overlay).containsText("at app.PageRenderer.");
            isKept(page, "a", "b");

            page.locator("#mend").click();
            assertThat(overlay).hasCount(0);
            isKept(page, "c", "a");
        }
    }

    @Test
    void productionKeepsWhatThePageShows(Window window, Window other) throws Throwable {
        try (Server server = shop.start()) {
            Page page = open(server, window);
            page.locator("#fail").click();
            assertThat(page.locator("#failed")).hasText("failed");
            page.locator("#spoil").click();

            other.page().navigate(server.uri() + "item?at=1");
            Locator notice = other.page().locator("#lodestar-failure");
            assertThat(notice).containsText("Something went wrong on the server.");
            assertFalse(notice.innerText().contains("swordfish"), notice.innerText());
            isKept(page, "a", "b");
            assertThat(page.locator("#lodestar-failure")).hasCount(0);

            page.locator("#mend").click();
            assertThat(other.page().locator("#lodestar")).hasText("Price 1");
            isKept(page, "c", "a");

            other.page().navigate(server.uri() + "item?at=x");
            assertThat(other.page().locator("#lodestar-stale"))
                    .containsText("The query parameter 'at' must be a whole number, but was \"x\".");
        }
    }

    /** Opens the page and types something into the field of the first item. */
    private static Page open(Server server, Window window) {
        Page page = window.page();
        page.navigate(server.uri().toString());
        page.getByLabel("a").fill("typed");
        page.getByLabel("a").evaluate("el => el.own = 'the same'");
        return page;
    }

    private static void isKept(Page page, String... ids) {
        assertThat(page.locator("#list li")).hasCount(ids.length);
        for (int i = 0; i < ids.length; i++) {
            assertThat(page.locator("#list li").nth(i)).hasAttribute("id", ids[i]);
        }
        assertThat(page.getByLabel("a")).hasValue("typed");
        assertEquals("the same", page.getByLabel("a").evaluate("el => el.own"));
    }
}
