package dev.lodestar.examples.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestar.BadInput;
import dev.lodestar.runtime.store.Stores;
import dev.lodestar.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TalkTest {
    private static final Person ADA = new Person("a", "Ada");

    private final Store store = Stores.inMemory();
    private final Talk talk = new Talk(store);

    private void say(Room room, String text, String token) {
        talk.say(room, Message.by(ADA, text, Instant.EPOCH), token);
    }

    private List<String> texts(Room room) {
        return talk.in(room).stream().map(entry -> entry.value().text()).toList();
    }

    @Test
    void roomsKeepTheirOwnMessages() {
        say(Room.LOBBY, "one", "t1");
        say(Room.GARDEN, "elsewhere", "t2");
        say(Room.LOBBY, "two", "t3");
        assertEquals(List.of("one", "two"), texts(Room.LOBBY));
        assertEquals(List.of("elsewhere"), texts(Room.GARDEN));
    }

    @Test
    void onlyTheLastMessagesStay() {
        List<String> said = IntStream.rangeClosed(1, Talk.KEPT + 15)
                .mapToObj(i -> "message " + i)
                .toList();
        said.forEach(text -> say(Room.LOBBY, text, text.replace(" ", "")));
        assertEquals(said.subList(15, said.size()), texts(Room.LOBBY));
        assertEquals(Talk.KEPT, store.keys(Talk.PREFIX).size());
    }

    @Test
    void repeatedRequestIsOneMessage() {
        say(Room.LOBBY, "hello", "t1");
        say(Room.LOBBY, "again", "t2");
        say(Room.LOBBY, "hello", "t1");
        assertEquals(List.of("hello", "again"), texts(Room.LOBBY));
    }

    @Test
    void sameTextWithAnotherTokenIsAnotherMessage() {
        say(Room.LOBBY, "hello", "t1");
        say(Room.LOBBY, "hello", "xt1");
        assertEquals(List.of("hello", "hello"), texts(Room.LOBBY));
    }

    @Test
    void invalidTokenIsRefused() {
        assertThrows(BadInput.class, () -> say(Room.LOBBY, "hello", ""));
        assertThrows(BadInput.class, () -> say(Room.LOBBY, "hello", "a/b"));
        assertThrows(BadInput.class, () -> say(Room.LOBBY, "hello", "a".repeat(41)));
        assertEquals(List.of(), texts(Room.LOBBY));
    }

    @Test
    void commitsNameTheirAuthor() {
        List<String> authors = new ArrayList<>();
        store.watch(Talk.PREFIX, commit -> authors.add(commit.author()));
        say(Room.LOBBY, "hello", "t1");
        assertEquals(List.of("Ada"), authors);
    }
}
