package dev.lodestar.examples.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.lodestar.browser.Window;
import java.net.URI;

/** A room's page, as people use it. */
final class RoomPage {
    private RoomPage() {}

    /** The URL of a room. */
    static String address(URI root, String room) {
        return root.resolve(Views.CHAT) + "?room=" + room;
    }

    /** Enters a room under a name. */
    static Page enter(Window window, URI root, String room, String name) {
        Page page = window.page();
        page.navigate(address(root, room));
        nameField(page).fill(name);
        page.keyboard().press("Enter");
        assertThat(box(page)).isFocused();
        return page;
    }

    static Locator nameField(Page page) {
        return page.getByLabel("Your name", new Page.GetByLabelOptions().setExact(true));
    }

    /** The field for messages. */
    static Locator box(Page page) {
        return page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
    }

    /** The texts of the messages. */
    static Locator lines(Page page) {
        return page.locator("#log li p");
    }

    static void say(Page page, String text) {
        box(page).fill(text);
        page.keyboard().press("Enter");
    }
}
