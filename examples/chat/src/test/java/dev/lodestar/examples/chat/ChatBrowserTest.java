package dev.lodestar.examples.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.lodestar.examples.chat.RoomPage.box;
import static dev.lodestar.examples.chat.RoomPage.lines;
import static dev.lodestar.examples.chat.RoomPage.nameField;
import static dev.lodestar.examples.chat.RoomPage.say;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Screen;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InBrowser
class ChatBrowserTest {
    private final HttpClient client = Visitor.newClient();
    private Server chat;

    @BeforeEach
    void serve() {
        chat = ChatServer.start();
    }

    @AfterEach
    void end() {
        chat.close();
    }

    private Page enter(Window window, String room, String name) {
        return RoomPage.enter(window, chat.uri(), room, name);
    }

    private void fill(int from, int to) throws InterruptedException, ExecutionException {
        Visitor visitor = new Visitor(client, chat.uri(), "Filler");
        for (int i = from; i <= to; i++) {
            assertEquals(204, visitor.say(Room.LOBBY, "line " + i, "t" + i).get());
        }
    }

    private static void awaitLast(Page page, String text) {
        assertThat(lines(page).last()).hasText(text);
    }

    private static boolean isAtEnd(Page page) {
        return (Boolean) page.evaluate("() => { const log = document.getElementById('log');"
                + " return Math.abs(log.scrollHeight - log.clientHeight - log.scrollTop) < 2 }");
    }

    @Test
    void messagesReachTheirRoomAndNoOther(Window one, Window other) {
        Page ada = enter(one, "lobby", "Ada");
        Page bob = enter(other, "lobby", "Bob");
        say(ada, "Hello");
        assertThat(lines(bob)).hasText(new String[] {"Hello"});
        say(bob, "Hi Ada");
        assertThat(lines(ada)).hasText(new String[] {"Hello", "Hi Ada"});
        assertThat(ada.locator("li.mine p")).hasText(new String[] {"Hello"});
        assertThat(bob.locator("li.mine p")).hasText(new String[] {"Hi Ada"});

        bob.navigate(RoomPage.address(chat.uri(), "garden"));
        assertThat(bob.getByText("Nobody has said anything yet.")).isVisible();
        say(ada, "Gone?");
        say(bob, "Only flowers");
        assertThat(lines(bob)).hasText(new String[] {"Only flowers"});
        assertThat(lines(ada)).hasText(new String[] {"Hello", "Hi Ada", "Gone?"});
    }

    @Test
    void nameIsKeptAndCanBeChanged(Window window) {
        Page page = enter(window, "lobby", "Ada");
        say(page, "one");
        assertThat(lines(page)).hasCount(1);
        page.reload();
        assertThat(page.locator("button.name bdi")).hasText("Ada");
        assertThat(nameField(page)).isHidden();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change your name, Ada"))
                .click();
        assertThat(nameField(page)).hasValue("Ada");
        assertThat(nameField(page)).isFocused();
        nameField(page).fill("Countess");
        page.keyboard().press("Enter");
        assertThat(page.locator("button.name bdi")).hasText("Countess");
        say(page, "two");
        assertThat(page.locator("#log li bdi")).hasText(new String[] {"Ada", "Countess"});
    }

    @Test
    void showsHowManyAreInEachRoomAndWho(Window one, Window other) {
        Page ada = enter(one, "lobby", "Ada");
        assertThat(ada.locator(".here")).hasText("1 here");
        Page bob = enter(other, "lobby", "Bob");
        assertThat(ada.locator(".here")).hasText("2 here");
        assertThat(bob.locator(".here")).hasText("2 here");
        assertThat(ada.locator(".guests")).hasText("Ada, Bob");
        bob.navigate(RoomPage.address(chat.uri(), "garden"));
        assertThat(ada.locator(".here")).hasText("1 here");
        assertThat(ada.locator(".guests")).hasText("Ada");
        assertThat(ada.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Garden")))
                .containsText("1 here");
        bob.navigate("about:blank");
        assertThat(ada.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Garden")))
                .containsText("0 here");
    }

    @Test
    void othersSeeWhoIsTyping(Window one, Window other) {
        Page ada = enter(one, "lobby", "Ada");
        Page bob = enter(other, "lobby", "Bob");
        box(ada).pressSequentially("Hm");
        assertThat(bob.getByText("Ada is typing")).isVisible();
        assertThat(ada.getByText("Ada is typing")).isHidden();
        ada.keyboard().press("Enter");
        assertThat(lines(bob)).hasCount(1);
        assertThat(bob.getByText("Ada is typing")).isHidden();

        box(bob).pressSequentially("Hm");
        assertThat(ada.getByText("Bob is typing")).isVisible();
        // He never sends it.
        assertThat(ada.getByText("Bob is typing")).not().isVisible(new IsVisibleOptions().setTimeout(20_000));
        assertThat(box(bob)).hasValue("Hm");
    }

    @Test
    void messagesAreShownAsTyped(Window one, Window other) {
        Page ada = enter(one, "lobby", "<i>Ada</i>");
        Page bob = enter(other, "lobby", "'; alert(1) //");
        String typed = "<script>alert(1)</script> {{text}} &amp; \"q\" 'a'";
        box(ada).fill(typed);
        ada.keyboard().press("Shift+Enter");
        ada.keyboard().type("  second  line");
        ada.keyboard().press("Enter");
        assertThat(lines(bob)).hasCount(1);
        assertEquals(typed + "\n  second  line", lines(bob).textContent());
        assertEquals(typed + "\n  second  line", lines(bob).innerText());
        assertThat(bob.locator("#log bdi")).hasText("<i>Ada</i>");
        say(bob, "ok");
        assertThat(ada.locator("#log bdi").last()).hasText("'; alert(1) //");
    }

    @Test
    void blankMessageIsNotSent(Window window) {
        Page page = enter(window, "lobby", "Ada");
        say(page, "   ");
        say(page, "x");
        assertThat(lines(page)).hasText(new String[] {"x"});
    }

    @Test
    void followsAtTheEndAndStaysPutElsewhere(Window window) throws Exception {
        fill(1, 60);
        Page page = enter(window, "lobby", "Ada");
        awaitLast(page, "line 60");
        assertTrue(isAtEnd(page));
        fill(61, 62);
        awaitLast(page, "line 62");
        assertTrue(isAtEnd(page));

        page.locator("#log").evaluate("log => { log.scrollTop = 500 }");
        Locator read = page.locator("#log li p").filter(new Locator.FilterOptions().setHasText("line 12"));
        double before = read.boundingBox().y;
        fill(63, 70);
        awaitLast(page, "line 70");
        assertEquals(before, read.boundingBox().y, 0.5);

        Locator news = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New messages"));
        assertThat(news).isVisible();
        assertFits(window, "news");
        news.click();
        assertThat(news).isHidden();
        assertTrue(isAtEnd(page));
        fill(71, 71);
        awaitLast(page, "line 71");
        assertTrue(isAtEnd(page));
        assertThat(news).isHidden();
    }

    @Test
    void staysPutWhenOldMessagesGo(Window window) throws Exception {
        fill(1, Talk.KEPT);
        Page page = enter(window, "lobby", "Ada");
        awaitLast(page, "line 200");
        page.locator("#log").evaluate("log => { log.scrollTop = 3000 }");
        Locator read = page.locator("#log li p").filter(new Locator.FilterOptions().setHasText("line 60"));
        double before = read.boundingBox().y;
        fill(Talk.KEPT + 1, Talk.KEPT + 10);
        awaitLast(page, "line 210");
        assertThat(lines(page)).hasCount(Talk.KEPT);
        assertThat(lines(page).first()).hasText("line 11");
        assertEquals(before, read.boundingBox().y, 0.5);
    }

    @Test
    void staysAtTheEndWhenTheWindowShrinks(Window window) throws Exception {
        fill(1, 60);
        Page page = enter(window, "lobby", "Ada");
        awaitLast(page, "line 60");
        page.setViewportSize(390, 450);
        page.waitForFunction("() => { const log = document.getElementById('log');"
                + " return log.scrollHeight - log.clientHeight - log.scrollTop < 2 }");
    }

    @Test
    void worksWithKeysAlone(Window window) throws Exception {
        fill(1, 60);
        Page page = window.page();
        page.navigate(chat.uri().toString());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lobby"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(nameField(page)).isFocused();
        page.keyboard().type("Ada");
        page.keyboard().press("Enter");
        assertThat(box(page)).isFocused();
        page.keyboard().type("Typed");
        page.keyboard().press("Enter");
        awaitLast(page, "Typed");
        page.keyboard().press("Shift+Tab");
        assertThat(page.getByRole(AriaRole.LOG)).isFocused();
        page.keyboard().press("Home");
        page.waitForFunction("() => document.getElementById('log').scrollTop === 0");
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Enter");
        assertThat(nameField(page)).isFocused();
        page.keyboard().press("Escape");
        assertThat(box(page)).isFocused();
    }

    @Test
    void unknownRoomShowsTheListOfRooms(Window window) {
        window.page().navigate(RoomPage.address(chat.uri(), "cellar"));
        window.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Library"))
                .click();
        assertThat(window.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Library")))
                .isVisible();
    }

    @Test
    void fitsEveryScreen(Window one, Window other) {
        Page page = one.page();
        page.navigate(chat.uri().toString());
        assertThat(page.getByRole(AriaRole.LINK)).hasCount(Room.values().length);
        assertFitsEveryScreen(one, "rooms");
        page.navigate(RoomPage.address(chat.uri(), "library"));
        assertThat(nameField(page)).isFocused();
        assertFitsEveryScreen(one, "name");
        Conversation.hold(enter(one, "garden", "Ada"), enter(other, "garden", "Bob"));
        assertThat(page.getByText("is typing")).isVisible();
        assertFitsEveryScreen(one, "room");
    }

    private static void assertFitsEveryScreen(Window window, String picture) {
        for (Screen screen : Screen.values()) {
            screen.show(window.page());
            assertFits(window, picture + "-" + screen);
        }
    }

    private static void assertFits(Window window, String picture) {
        window.page()
                .screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", picture + ".png")));
        assertTrue(window.fits());
    }
}
