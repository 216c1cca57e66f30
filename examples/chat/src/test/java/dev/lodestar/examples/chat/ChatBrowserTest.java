package dev.lodestar.examples.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InBrowser
class ChatBrowserTest {
    private static final int PATIENCE = 20_000;

    @TempDir
    private Path folder;

    private final HttpClient client = Visitor.newClient();
    private ChatProcess chat;

    @BeforeEach
    void serve() throws IOException {
        chat = ChatProcess.serve(folder);
    }

    @AfterEach
    void end() {
        chat.close();
    }

    private void restart() throws IOException {
        int port = chat.port();
        chat.close();
        chat = ChatProcess.serve(folder, port);
    }

    /** Goes into a room under a name. */
    private Page enter(Window window, String room, String name) {
        Page page = window.page();
        page.navigate(chat.room(room));
        nameField(page).fill(name);
        page.keyboard().press("Enter");
        assertThat(box(page)).isFocused();
        return page;
    }

    private static Locator nameField(Page page) {
        return page.getByLabel("Your name", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator box(Page page) {
        return page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator lines(Page page) {
        return page.locator("#log li p");
    }

    private static void say(Page page, String text) {
        box(page).fill(text);
        page.keyboard().press("Enter");
    }

    private void fill(int from, int to) throws InterruptedException, ExecutionException {
        Visitor visitor = new Visitor(client, chat.root(), "Filler");
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
    void peopleInARoomHearEachOtherAndNobodyElseDoes(Window one, Window other) {
        Page ada = enter(one, "lobby", "Ada");
        Page bob = enter(other, "lobby", "Bob");
        say(ada, "Hello");
        assertThat(lines(bob)).hasText(new String[] {"Hello"});
        say(bob, "Hi Ada");
        assertThat(lines(ada)).hasText(new String[] {"Hello", "Hi Ada"});
        assertThat(ada.locator("li.mine p")).hasText(new String[] {"Hello"});
        assertThat(bob.locator("li.mine p")).hasText(new String[] {"Hi Ada"});

        bob.navigate(chat.room("garden"));
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
    void showsHowManyAreInEachRoom(Window one, Window other) {
        Page ada = enter(one, "lobby", "Ada");
        assertThat(ada.locator(".here")).hasText("1 here");
        Page bob = enter(other, "lobby", "Bob");
        assertThat(ada.locator(".here")).hasText("2 here");
        assertThat(bob.locator(".here")).hasText("2 here");
        bob.navigate(chat.room("garden"));
        assertThat(ada.locator(".here")).hasText("1 here");
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
        // Says nothing after all.
        assertThat(ada.getByText("Bob is typing")).not().isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
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
    void historyNamesAndDraftsOutliveAKilledServer(Window one, Window other) throws IOException {
        Page ada = enter(one, "lobby", "Ada");
        Page bob = enter(other, "lobby", "Bob");
        say(ada, "Before");
        assertThat(lines(bob)).hasCount(1);
        box(bob).fill("Half a thou");

        restart();
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
    }

    @Test
    void messageSentWhileTheServerIsDownArrivesOnce(Window one, Window other) throws IOException {
        Page ada = enter(one, "lobby", "Ada");
        Page bob = enter(other, "lobby", "Bob");
        say(ada, "First");
        assertThat(lines(bob)).hasCount(1);
        int port = chat.port();
        chat.kill();
        say(ada, "Into the void");
        chat.close();
        chat = ChatProcess.serve(folder, port);
        assertThat(lines(bob)).hasText(new String[] {"First", "Into the void"}, patiently());
        assertThat(lines(ada)).hasText(new String[] {"First", "Into the void"}, patiently());
    }

    private static HasTextOptions patiently() {
        return new HasTextOptions().setTimeout(PATIENCE);
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
        assertFits(page, "news");
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
        page.navigate(chat.root().toString());
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
    void roomThatDoesNotExistLeadsToThoseThatDo(Window window) {
        window.page().navigate(chat.room("cellar"));
        window.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Library"))
                .click();
        assertThat(window.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Library")))
                .isVisible();
    }

    @ParameterizedTest
    @CsvSource({"390, 844, LIGHT", "390, 844, DARK", "1280, 800, LIGHT", "1280, 800, DARK"})
    void fitsTheScreen(int width, int height, ColorScheme scheme, Window one, Window other) throws Exception {
        Page page = one.page();
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.navigate(chat.root().toString());
        assertThat(page.getByRole(AriaRole.LINK)).hasCount(Room.values().length);
        assertFits(page, "rooms-" + width + "-" + scheme);
        page.navigate(chat.room("library"));
        assertThat(nameField(page)).isFocused();
        assertFits(page, "name-" + width + "-" + scheme);
        Conversation.hold(enter(one, "garden", "Ada"), enter(other, "garden", "Bob"));
        assertThat(page.getByText("is typing")).isVisible();
        assertFits(page, "room-" + width + "-" + scheme);
    }

    private static void assertFits(Page page, String picture) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", picture + ".png")));
        assertTrue((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"
                + " && document.documentElement.scrollHeight <= innerHeight"));
    }
}
