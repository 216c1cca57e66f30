package dev.lodestar.examples.todo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A working day with the list: thirty steps in two windows, with a kill and a restart in between. */
@InBrowser
class TodoScriptTest {
    @Test
    void thirtySteps(Window first, Window second, @TempDir Path folder) throws IOException {
        String file = folder.resolve("todo.db").toString();
        try (ServerProcess server = ServerProcess.serve(Main.class, Map.of("TODO_STORE", file))) {
            // 1: an empty list has nothing to count, to filter or to clear
            TodoPageDriver one = TodoPageDriver.open(first, server.uri().toString());
            assertThat(one.titles()).hasCount(0);
            assertThat(one.page().locator("nav")).hasCount(0);
            // 2: another person looks
            TodoPageDriver other = TodoPageDriver.open(second, server.uri().toString());
            assertThat(one.page().locator(".watching")).hasText("2 here");
            // 3: nothing is added without a title
            one.type("   ");
            assertThat(one.entry()).hasValue("   ");
            // 4-6: three todos, one with spaces around it
            one.add("Buy milk");
            one.add("  Call Ada  ");
            one.add("Write report");
            titles(other, "Buy milk", "Call Ada", "Write report");
            // 7: the count
            assertThat(other.left()).hasText("3 items left");
            // 8: finish one
            other.checkbox("Buy milk").check();
            assertThat(one.left()).hasText("2 items left");
            // 9: reopen it
            one.checkbox("Buy milk").uncheck();
            assertThat(other.left()).hasText("3 items left");
            // 10: edit, and save with Enter
            one.edit("Call Ada");
            one.editor().fill("Call Ada about the report");
            one.editor().press("Enter");
            titles(other, "Buy milk", "Call Ada about the report", "Write report");
            // 11: edit, and cancel with Escape
            other.edit("Write report");
            other.editor().fill("Forget it");
            other.editor().press("Escape");
            titles(one, "Buy milk", "Call Ada about the report", "Write report");
            // 12: edit, and save by leaving the field
            other.edit("Write report");
            other.editor().fill("Write the report");
            other.entry().click();
            titles(one, "Buy milk", "Call Ada about the report", "Write the report");
            // 13: drag the last to the top
            one.drag("Write the report", "Buy milk", false);
            titles(other, "Write the report", "Buy milk", "Call Ada about the report");
            // 14: move it down by keyboard
            other.button("Move Write the report").press("ArrowDown");
            titles(one, "Buy milk", "Write the report", "Call Ada about the report");
            // 15: finish all
            one.checkbox("All done").check();
            assertThat(other.left()).hasText("0 items left");
            // 16: reopen all
            other.checkbox("All done").uncheck();
            assertThat(one.left()).hasText("3 items left");
            // 17: finish two
            one.checkbox("Buy milk").check();
            one.checkbox("Write the report").check();
            assertThat(one.left()).hasText("1 item left");
            // 18-19: look at what is left, and at what is done
            other.filter("Active");
            titles(other, "Call Ada about the report");
            other.filter("Done");
            titles(other, "Buy milk", "Write the report");
            // 20: a new todo does not appear among the done ones
            other.add("Book a table");
            titles(one, "Buy milk", "Write the report", "Call Ada about the report", "Book a table");
            titles(other, "Buy milk", "Write the report");
            // 21: somebody begins to type, and the process is killed
            one.entry().fill("Half a thou");
            server.kill();
            assertThat(one.lost()).isVisible();
            try (ServerProcess again = server.serveAgain()) {
                afterTheRestart(one, other);
                again.terminate();
            }
        }
    }

    private static void afterTheRestart(TodoPageDriver one, TodoPageDriver other) {
        // 22: after the restart both windows come back with everything
        assertThat(one.lost()).isHidden(patiently());
        assertThat(other.lost()).isHidden(patiently());
        one.checkbox("Call Ada about the report").check();
        titles(other, "Buy milk", "Write the report", "Call Ada about the report");
        // 23: what was typed is still there
        one.entry().press("End");
        one.page().keyboard().type("ght");
        one.entry().press("Enter");
        titles(one, "Buy milk", "Write the report", "Call Ada about the report", "Book a table", "Half a thought");
        // 24: clear what is done
        other.button("Clear completed").click();
        titles(one, "Book a table", "Half a thought");
        // 25: undo that
        one.undo();
        titles(one, "Buy milk", "Write the report", "Call Ada about the report", "Book a table", "Half a thought");
        // 26: undo more, by keyboard
        one.entry().blur();
        one.page().keyboard().press("Control+z");
        titles(one, "Buy milk", "Write the report", "Call Ada about the report", "Book a table");
        // 27: undo what was done before the restart
        one.undo();
        assertThat(one.checkbox("Call Ada about the report")).not().isChecked();
        one.undo();
        titles(one, "Buy milk", "Write the report", "Call Ada about the report");
        // 28: the history has all of it
        assertThat(one.steps().first()).hasText("Revert: Add \u201cBook a table\u201d");
        assertThat(one.steps().last()).hasText("Add \u201cBuy milk\u201d");
        // 29: delete one
        other.button("Delete Buy milk").click();
        titles(one, "Write the report", "Call Ada about the report");
        // 30: a page that is opened again shows the same
        other.filter("All");
        titles(other, "Write the report", "Call Ada about the report");
    }

    private static void titles(TodoPageDriver page, String... titles) {
        assertThat(page.titles()).hasText(titles);
    }

    private static IsHiddenOptions patiently() {
        return new IsHiddenOptions().setTimeout(20_000);
    }
}
