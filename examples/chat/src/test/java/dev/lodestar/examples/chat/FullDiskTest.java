package dev.lodestar.examples.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.lodestar.Config;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.store.Stores;
import dev.lodestar.runtime.store.contract.Disk;
import dev.lodestar.store.Store;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

@InBrowser
class FullDiskTest {
    private final Disk disk = new Disk();

    private Server serve() throws IOException {
        Server server = Server.create(Config.defaults().withPort(0));
        Store store = server.closing(Stores.over(disk));
        server.hub().connect(store);
        Clock clock = Clock.systemUTC();
        return server.start(
                Routes.of(new Chat(server.hub(), clock, new Talk(store), new Typists(clock), new Guests())));
    }

    @Test
    void fullDiskIsReportedAndKeepsMessagesAndDraft(Window window) throws IOException {
        try (Server server = serve()) {
            Page page = window.page();
            page.navigate(server.uri().resolve(Views.CHAT) + "?room=lobby");
            Locator name = page.getByLabel("Your name", new Page.GetByLabelOptions().setExact(true));
            name.fill("Ada");
            name.press("Enter");
            Locator box = page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
            Locator lines = page.locator("#log li p");
            box.fill("Hello");
            box.press("Enter");
            assertThat(lines).hasText(new String[] {"Hello"});

            disk.fill(true);
            box.fill("Anybody?");
            box.press("Enter");
            Locator notice = page.getByRole(AriaRole.ALERT);
            assertThat(notice).hasText("That could not be sent. Please try again.");
            assertThat(box).hasValue("Anybody?");
            assertThat(lines).hasText(new String[] {"Hello"});

            disk.fill(false);
            box.press("Enter");
            assertThat(lines).hasText(new String[] {"Hello", "Anybody?"});
            assertThat(notice).hasText("");
            assertThat(box).hasValue("");
        }
    }
}
