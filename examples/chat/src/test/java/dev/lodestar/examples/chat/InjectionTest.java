package dev.lodestar.examples.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.lodestar.BadInput;
import dev.lodestar.browser.Canary;
import dev.lodestar.browser.HostileValues;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.sse.SignalJson;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Hostile names and messages: each is shown as it was typed. */
@InBrowser
class InjectionTest {
    /** The lines of a room: name, text, and the elements in it. */
    private static final String LINES = "() => [...document.querySelectorAll('#log li')].map(line => ["
            + "line.id.replace(/.*-t/, ''), line.querySelector('bdi').textContent, line.querySelector('p').textContent,"
            + " [...line.querySelectorAll('*')].map(each => each.localName).join()]).sort((a, b) => a[0] - b[0])"
            + ".map(line => line.join('\\u0000'))";

    private final HttpClient client = Visitor.newClient();

    @Test
    void namesAndMessagesAreShownAsTyped(Window window) throws Exception {
        List<String> values = HostileValues.typeable(Message.LONGEST);
        assertTrue(values.size() >= 150, () -> values.size() + " values");
        int half = values.size() / 2;
        try (Server chat = ChatServer.start()) {
            areShownAsTyped(window, chat, Room.LOBBY, values.subList(0, half));
            areShownAsTyped(window, chat, Room.GARDEN, values.subList(half, values.size()));
        }
    }

    private void areShownAsTyped(Window window, Server chat, Room room, List<String> values) {
        List<CompletableFuture<HttpResponse<Void>>> said = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String name = nameOf(values.get(i));
            said.add(say(chat, room, i, name, values.get(i)));
            String text = Message.by(new Person("", name), values.get(i), Instant.EPOCH)
                    .text();
            expected.add(String.join("\u0000", "" + i, name, text, "bdi,time,p"));
        }
        said.forEach(answer -> assertEquals(204, answer.join().statusCode()));

        Canary canary = Canary.in(window, chat.uri());
        Page page = window.page();
        String url = RoomPage.address(chat.uri(), room.path());
        page.navigate(url);
        assertThat(page.locator("#log li")).hasCount(values.size());
        assertEquals(expected, page.evaluate(LINES));
        canary.assertSilent(url);

        String own = "<img src=x onerror=pwn()";
        RoomPage.enter(window, chat.uri(), room.path(), own);
        assertEquals(own, page.locator("button.name bdi").textContent());
        assertThat(page.locator(".guests bdi")).hasText(new String[] {own});
        canary.assertSilent(url);
        page.context().clearCookies();
    }

    /** As much of a value as fits into a name. */
    private static String nameOf(String value) {
        int end = value.offsetByCodePoints(0, Math.min(24, value.codePointCount(0, value.length())));
        try {
            return People.call(new FakeSession("any"), value.substring(0, end)).name();
        } catch (BadInput nothingLeft) {
            return "\"><i>";
        }
    }

    private CompletableFuture<HttpResponse<Void>> say(Server chat, Room room, int number, String name, String text) {
        Map<String, String> signals = Map.of("room", room.path(), "name", name, "text", text, "token", "t" + number);
        HttpRequest request = HttpRequest.newBuilder(chat.uri().resolve(Actions.CHAT_SAY))
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(SignalJson.write(signals)))
                .build();
        return client.sendAsync(request, BodyHandlers.discarding());
    }
}
