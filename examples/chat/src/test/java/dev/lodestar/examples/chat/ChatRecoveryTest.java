package dev.lodestar.examples.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.lodestar.examples.chat.RoomPage.box;
import static dev.lodestar.examples.chat.RoomPage.enter;
import static dev.lodestar.examples.chat.RoomPage.lines;
import static dev.lodestar.examples.chat.RoomPage.say;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see while the server is killed and restarted. */
@InBrowser
class ChatRecoveryTest {
    private static ServerProcess serve(Path folder) throws IOException {
        return ServerProcess.serve(
                Main.class, Map.of("CHAT_STORE", folder.resolve("chat.db").toString()));
    }

    @Test
    void historyNamesAndDraftsOutliveAKilledServer(Window one, Window other, @TempDir Path folder) throws IOException {
        try (ServerProcess chat = serve(folder)) {
            Page ada = enter(one, chat.uri(), "lobby", "Ada");
            Page bob = enter(other, chat.uri(), "lobby", "Bob");
            say(ada, "Before");
            assertThat(lines(bob)).hasCount(1);
            box(bob).fill("Half a thou");

            chat.kill();
            try (ServerProcess again = chat.serveAgain()) {
                say(ada, "After");
                assertThat(lines(bob)).hasText(new String[] {"Before", "After"}, patiently());
                assertThat(lines(ada)).hasText(new String[] {"Before", "After"}, patiently());
                assertThat(ada.locator("li.mine")).hasCount(2);
                assertThat(box(bob)).hasValue("Half a thou");
                box(bob).press("End");
                bob.keyboard().type("ght");
                bob.keyboard().press("Enter");
                assertThat(ada.locator("#log li").last()).containsText("Half a thought");
                assertThat(ada.locator("#log li bdi").last()).hasText("Bob");
                again.kill();
            }
        }
    }

    @Test
    void messageSentWhileTheServerIsDownArrivesOnce(Window one, Window other, @TempDir Path folder) throws IOException {
        try (ServerProcess chat = serve(folder)) {
            Page ada = enter(one, chat.uri(), "lobby", "Ada");
            Page bob = enter(other, chat.uri(), "lobby", "Bob");
            say(ada, "First");
            assertThat(lines(bob)).hasCount(1);

            chat.kill();
            say(ada, "Into the void");
            try (ServerProcess again = chat.serveAgain()) {
                assertThat(lines(bob)).hasText(new String[] {"First", "Into the void"}, patiently());
                assertThat(lines(ada)).hasText(new String[] {"First", "Into the void"}, patiently());
                again.kill();
            }
        }
    }

    private static HasTextOptions patiently() {
        return new HasTextOptions().setTimeout(20_000);
    }
}
