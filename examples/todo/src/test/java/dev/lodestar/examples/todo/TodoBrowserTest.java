package dev.lodestar.examples.todo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Screen;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@InBrowser
class TodoBrowserTest {
    private Server server;

    @BeforeEach
    void serve() throws IOException {
        server = TodoServer.start();
    }

    @AfterEach
    void end() {
        server.close();
    }

    private TodoPageDriver open(Window window) {
        return TodoPageDriver.open(window, server.uri().toString());
    }

    private static void assertTitles(TodoPageDriver page, String... titles) {
        assertThat(page.titles()).hasText(titles);
    }

    @Test
    void bothWindowsSeeWhatEitherDoes(Window first, Window second) {
        TodoPageDriver one = open(first);
        TodoPageDriver other = open(second);

        one.add("Milk", "Bread");
        assertTitles(other, "Milk", "Bread");
        assertThat(one.entry()).hasValue("");
        assertThat(one.entry()).isFocused();

        other.checkbox("Milk").check();
        assertThat(one.checkbox("Milk")).isChecked();
        assertThat(one.left()).hasText("1 item left");

        other.button("Delete Bread").click();
        assertTitles(one, "Milk");
    }

    @Test
    void everyTodoOfAFastTypistIsThereOnce(Window first, Window second) {
        TodoPageDriver one = open(first);
        TodoPageDriver other = open(second);
        List<String> titles = IntStream.range(10, 30).mapToObj(i -> "Todo " + i).toList();

        titles.forEach(one::type);

        assertThat(other.titles()).hasCount(titles.size());
        // Requests of one page may overtake each other.
        assertEquals(titles, other.titles().allTextContents().stream().sorted().toList());
    }

    @Test
    void editsWithTheMouse(Window first, Window second) {
        TodoPageDriver one = open(first);
        TodoPageDriver other = open(second);
        one.add("Milk", "Bread");

        one.edit("Milk");
        one.page().keyboard().type(" and eggs");
        one.button("Save").click();
        assertTitles(other, "Milk and eggs", "Bread");

        one.edit("Bread");
        one.editor().fill("Cake");
        one.button("Cancel").click();
        assertThat(one.editor()).hasCount(0);
        assertTitles(one, "Milk and eggs", "Bread");
    }

    @Test
    void editsWithTheKeyboard(Window window) {
        TodoPageDriver page = open(window);
        page.add("Milk");

        page.button("Edit Milk").press("Enter");
        assertThat(page.editor()).isFocused();
        page.editor().fill("Oat milk");
        page.editor().press("Enter");
        assertTitles(page, "Oat milk");
        assertThat(page.button("Edit Oat milk")).isFocused();

        page.page().keyboard().press("Enter");
        page.editor().fill("Something else");
        page.editor().press("Escape");
        assertThat(page.button("Edit Oat milk")).isFocused();
        assertTitles(page, "Oat milk");
    }

    @Test
    void leavingTheEditorSaves(Window window) {
        TodoPageDriver page = open(window);
        page.add("Milk", "Bread");

        page.edit("Milk");
        page.editor().fill("Oat milk");
        page.edit("Bread");

        assertThat(page.titles().first()).hasText("Oat milk");
        assertThat(page.editor()).hasValue("Bread");
    }

    @Test
    void anEmptyTitleDeletes(Window window) {
        TodoPageDriver page = open(window);
        page.add("Milk", "Bread");

        page.edit("Milk");
        page.editor().fill("  ");
        page.editor().press("Enter");

        assertTitles(page, "Bread");
    }

    @Test
    void typedTextStaysWhileOthersChangeTheList(Window first, Window second) {
        TodoPageDriver one = open(first);
        TodoPageDriver other = open(second);
        one.add("Milk", "Bread", "Salt");
        one.edit("Bread");
        one.editor().fill("Brown bread");
        one.page().keyboard().press("ArrowLeft");
        one.page().keyboard().press("ArrowLeft");

        other.add("Pepper");
        other.checkbox("Bread").check();
        other.drag("Bread", "Milk", false);
        other.button("Delete Salt").click();
        assertTitles(other, "Bread", "Milk", "Pepper");
        assertThat(one.row("Bread")).hasClass(Pattern.compile("done"));
        assertThat(one.titles()).hasCount(3);

        assertThat(one.editor()).isFocused();
        one.page().keyboard().type("X");
        assertThat(one.editor()).hasValue("Brown breXad");
        one.editor().press("Enter");
        assertTitles(other, "Brown breXad", "Milk", "Pepper");
        assertThat(other.checkbox("Brown breXad")).isChecked();
    }

    @Test
    void concurrentEditsLoseNeitherTitle(Window first, Window second) {
        TodoPageDriver one = open(first);
        TodoPageDriver other = open(second);
        one.add("Milk");
        one.edit("Milk");
        one.editor().fill("Mine");
        other.edit("Milk");
        other.editor().fill("Theirs");
        other.editor().press("Enter");
        assertTitles(one, "Theirs");
        assertThat(one.editor()).hasValue("Mine");

        one.editor().press("Enter");
        assertThat(one.notice()).containsText("Theirs");
        assertThat(one.editor()).hasValue("Mine");
        assertTitles(other, "Theirs");

        one.editor().press("Enter");
        assertTitles(other, "Mine");
        assertThat(one.notice()).not().containsText("Theirs");
    }

    @Test
    void typedTextSurvivesDeletionOfTheTodo(Window first, Window second) {
        TodoPageDriver one = open(first);
        TodoPageDriver other = open(second);
        one.add("Milk");
        one.edit("Milk");
        one.editor().fill("Oat milk");

        other.button("Delete Milk").click();
        assertThat(one.titles()).hasCount(0);
        other.undo();

        assertThat(one.editor()).hasValue("Oat milk");
        one.editor().press("Enter");
        assertTitles(other, "Oat milk");
    }

    @Test
    void filtersAndClears(Window first, Window second) {
        TodoPageDriver one = open(first);
        TodoPageDriver other = open(second);
        one.add("Milk", "Bread", "Salt");
        one.checkbox("Bread").check();

        other.filter("Active");
        assertTitles(other, "Milk", "Salt");
        other.checkbox("Milk").click();
        assertTitles(other, "Salt");

        other.filter("Done");
        assertTitles(other, "Milk", "Bread");
        other.button("Clear completed").click();
        assertThat(other.page().getByText("Nothing to see here")).isVisible();
        assertThat(other.button("Clear completed")).hasCount(0);
        assertTitles(one, "Salt");
    }

    @Test
    void finishesAllAndReopensThem(Window window) {
        TodoPageDriver page = open(window);
        page.add("Milk", "Bread");
        page.checkbox("Milk").check();

        page.checkbox("All done").check();
        assertThat(page.left()).hasText("0 items left");
        assertThat(page.checkbox("Bread")).isChecked();

        page.checkbox("All done").uncheck();
        assertThat(page.left()).hasText("2 items left");

        page.checkbox("Milk").check();
        page.checkbox("Bread").check();
        assertThat(page.checkbox("All done")).isChecked();
    }

    @Test
    void dragsToReorder(Window first, Window second) {
        TodoPageDriver one = open(first);
        TodoPageDriver other = open(second);
        one.add("A", "B", "C", "D");
        assertThat(one.titles()).hasCount(4);

        one.drag("D", "B", false);
        assertTitles(other, "A", "D", "B", "C");
        one.drag("A", "C", true);
        assertTitles(other, "D", "B", "C", "A");
        assertThat(one.page().locator(".dragged, .before, .after")).hasCount(0);
    }

    @Test
    void dragsWithAFinger(Window window) {
        TodoPageDriver page = open(window);
        page.page().setViewportSize(390, 844);
        page.add("A", "B", "C");
        assertThat(page.titles()).hasCount(3);

        page.dragByTouch("A", "C");

        assertTitles(page, "B", "C", "A");
    }

    @Test
    void dragShowsItsTargetAndEscapeCancelsIt(Window window) {
        TodoPageDriver page = open(window);
        page.add("A", "B", "C");
        assertThat(page.titles()).hasCount(3);

        page.hold("A", "C", true);
        assertThat(page.row("A")).hasClass(Pattern.compile("dragged"));
        assertThat(page.row("C")).hasClass(Pattern.compile("after"));
        page.page().keyboard().press("Escape");
        page.page().mouse().up();

        page.add("D");
        assertTitles(page, "A", "B", "C", "D");
    }

    @Test
    void reordersWithTheKeyboard(Window window) {
        TodoPageDriver page = open(window);
        page.add("A", "B", "C");
        Locator handle = page.button("Move C");

        handle.press("ArrowUp");
        assertTitles(page, "A", "C", "B");
        assertThat(handle).isFocused();
        assertThat(page.page().getByText("Moved above B")).isAttached();
        handle.press("ArrowUp");
        assertTitles(page, "C", "A", "B");
        handle.press("ArrowUp");
        handle.press("ArrowDown");
        assertTitles(page, "A", "C", "B");
        assertThat(handle).isFocused();
    }

    @Test
    void undoesStepByStep(Window first, Window second) {
        TodoPageDriver one = open(first);
        TodoPageDriver other = open(second);
        one.add("A", "B");
        one.checkbox("A").check();
        one.button("Clear completed").click();
        assertTitles(other, "B");

        other.undo();
        assertTitles(one, "A", "B");
        assertThat(one.checkbox("A")).isChecked();
        one.undo();
        assertThat(other.checkbox("A")).not().isChecked();
        other.entry().blur();
        other.page().keyboard().press("Control+z");
        assertTitles(one, "A");
        assertThat(one.steps().first()).hasText("Revert: Add \u201cB\u201d");

        one.button("Undo: Revert: Add \u201cB\u201d").click();
        assertTitles(other, "A", "B");
    }

    @Test
    void doesNotUndoWhatHasChangedSince(Window window) {
        TodoPageDriver page = open(window);
        page.add("A");
        page.checkbox("A").check();
        assertThat(page.steps()).hasCount(2);

        page.button("Undo: Add \u201cA\u201d").click();

        assertThat(page.notice()).containsText("changed again since");
        assertTitles(page, "A");
        page.button("Close").click();
        assertThat(page.notice()).not().containsText("changed");
    }

    @Test
    void historyTellsWhoDidWhat(Window first, Window second) {
        TodoPageDriver one = open(first);
        TodoPageDriver other = open(second);
        one.add("A");
        assertTitles(other, "A");
        other.checkbox("A").check();

        assertThat(one.steps()).hasText(new String[] {"Finish \u201cA\u201d", "Add \u201cA\u201d"});
        Locator who = one.page().locator(".history .who");
        assertTrue(who.first().textContent().matches("[A-Z]\\w+ [A-Z]\\w+ [A-Z]\\w+, \\d+ \\w+, \\d\\d:\\d\\d"));
        assertThat(one.page().locator("time").first()).hasAttribute("datetime", Pattern.compile(".+Z"));
    }

    @Test
    void reportsAnActionThatFails(Window window) {
        TodoPageDriver page = open(window);
        page.page().locator("#new").evaluate("el => el.removeAttribute('maxlength')");

        page.add("A".repeat(501));

        assertThat(page.notice()).containsText("That did not work");
    }

    @Test
    void titlesAreTextAndNothingElse(Window window) {
        TodoPageDriver page = open(window);
        String odd = "<img src=x onerror=alert(1)> '\"\\ ${1} {{title}} `&amp;";
        page.add(odd);
        assertTitles(page, odd);

        page.edit(odd);
        assertThat(page.editor()).hasValue(odd);
        page.editor().press("Enter");

        assertThat(page.editor()).hasCount(0);
        assertTitles(page, odd);
    }

    @ParameterizedTest
    @EnumSource
    void fitsTheScreen(Screen screen, Window window) {
        TodoPageDriver page = open(window);
        screen.show(window.page());
        page.add("A".repeat(200), "Something longer that takes more than one line on a phone, to be sure");
        page.edit("A".repeat(200));

        assertThat(page.editor()).isVisible();
        assertTrue(window.fitsItsWidth());
        assertEquals(0, page.page().locator("[style]").count());
    }
}
