package dev.lodestar.examples.todo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.store.Stores;
import dev.lodestar.runtime.store.contract.Disk;
import dev.lodestar.store.History.Keep;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@InBrowser
class FullDiskTest {
    private final Disk disk = new Disk();

    @Test
    void fullDiskIsReportedAndKeepsTheListAndTypedText(Window window) throws IOException {
        try (Server server = TodoServer.start(Stores.over(disk, Keep.everything()))) {
            TodoPageDriver page = TodoPageDriver.open(window, server.uri().toString());
            page.add("Milk");
            assertThat(page.titles()).hasText(new String[] {"Milk"});

            disk.fill(true);
            page.add("Bread");
            assertThat(page.notice()).containsText("That did not work. Please try again.");
            assertThat(page.entry()).hasValue("Bread");
            window.page().reload();
            assertThat(page.titles()).hasText(new String[] {"Milk"});

            disk.fill(false);
            page.add("Bread");
            assertThat(page.titles()).hasText(new String[] {"Milk", "Bread"});
            assertThat(page.notice()).not().containsText("That did not work.");
            assertThat(page.entry()).hasValue("");
        }
    }
}
