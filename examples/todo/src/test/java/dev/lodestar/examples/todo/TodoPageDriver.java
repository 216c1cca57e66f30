package dev.lodestar.examples.todo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import dev.lodestar.browser.Touch;
import dev.lodestar.browser.Window;

/** The page in a window, driven by the words a person sees on it. */
record TodoPageDriver(Page page) {
    static TodoPageDriver open(Window window, String url) {
        window.page().navigate(url);
        TodoPageDriver driver = new TodoPageDriver(window.page());
        driver.entry().waitFor();
        return driver;
    }

    Locator entry() {
        return page.getByLabel("What needs to be done?");
    }

    Locator titles() {
        return page.locator(".todo .title");
    }

    Locator left() {
        return page.locator(".left");
    }

    Locator notice() {
        return page.getByRole(AriaRole.ALERT);
    }

    Locator lost() {
        return page.getByText("The connection is lost");
    }

    /** The steps of the history, newest first. */
    Locator steps() {
        return page.locator(".history .what");
    }

    Locator row(String title) {
        return page.locator(
                ".todo",
                new Page.LocatorOptions().setHas(page.getByText(title, new Page.GetByTextOptions().setExact(true))));
    }

    Locator checkbox(String title) {
        return page.getByRole(
                AriaRole.CHECKBOX, new GetByRoleOptions().setName(title).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** The field that edits a title. */
    Locator editor() {
        return page.locator(".editor:not([hidden]) input");
    }

    /** Adds todos, each one after the server has answered for the one before. */
    void add(String... titles) {
        for (String title : titles) {
            page.waitForResponse(answer -> answer.url().contains("/a/"), () -> type(title));
        }
    }

    /** Types a title and presses Enter. */
    void type(String title) {
        entry().fill(title);
        entry().press("Enter");
    }

    /** Begins to edit a title, and waits for the caret: text typed any earlier would join the old title. */
    void edit(String title) {
        page.getByText(title, new Page.GetByTextOptions().setExact(true))
                .first()
                .dblclick();
        assertThat(editor()).isFocused();
    }

    void filter(String name) {
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Undoes the last step. */
    void undo() {
        page.locator("#undo").click();
    }

    /** Drags one todo by its handle onto the upper or lower half of another. */
    void drag(String title, String onto, boolean lowerHalf) {
        hold(title, onto, lowerHalf);
        page.mouse().up();
    }

    /** Drags without letting go. */
    void hold(String title, String onto, boolean lowerHalf) {
        BoundingBox from = button("Move " + title).boundingBox();
        BoundingBox to = row(onto).boundingBox();
        page.mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(to.x + 20, to.y + to.height * (lowerHalf ? 0.8 : 0.2), new Mouse.MoveOptions().setSteps(5));
    }

    /** Drags one todo by its handle onto the lower half of another, by touch. */
    void dragByTouch(String title, String onto) {
        BoundingBox from = button("Move " + title).boundingBox();
        BoundingBox to = row(onto).boundingBox();
        double x = from.x + from.width / 2;
        double start = from.y + from.height / 2;
        double end = to.y + to.height * 0.8;
        Touch touch = Touch.on(page);
        touch.start(x, start);
        for (int i = 1; i <= 5; i++) {
            touch.move(x, start + (end - start) * i / 5);
        }
        touch.end();
    }
}
