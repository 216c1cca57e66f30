package dev.lodestar.examples.chat;

import dev.lodestar.Action;
import dev.lodestar.App;
import dev.lodestar.BadInput;
import dev.lodestar.Connected;
import dev.lodestar.Disconnected;
import dev.lodestar.Every;
import dev.lodestar.Hub;
import dev.lodestar.Provides;
import dev.lodestar.Query;
import dev.lodestar.Reply;
import dev.lodestar.Session;
import dev.lodestar.Signal;
import dev.lodestar.View;
import dev.lodestar.examples.chat.ChatPage.Door;
import dev.lodestar.examples.chat.ChatPage.Inside;
import dev.lodestar.examples.chat.ChatPage.Line;
import dev.lodestar.store.Store;
import dev.lodestar.store.mvstore.MvStores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** The application: what the rooms look like, and what people do in them. */
@App(port = 8083, title = "Chat", styles = "chat.css", icon = "icon.svg")
public final class Chat {
    private static final String ROOM = "/chat";

    private final Hub hub;
    private final Clock clock;
    private final Talk talk;
    private final Typists typists;
    private final Guests guests;

    Chat(Hub hub, Clock clock, Talk talk, Typists typists, Guests guests) {
        this.hub = hub;
        this.clock = clock;
        this.talk = talk;
        this.typists = typists;
        this.guests = guests;
    }

    /** Stores messages in the file that {@code CHAT_STORE} names, {@code chat.db} by default. */
    @Provides
    static Store store() {
        return MvStores.open(Path.of(System.getenv().getOrDefault("CHAT_STORE", "chat.db")));
    }

    @View("/")
    ChatPage rooms() {
        return page(Optional.empty());
    }

    /** A room, rendered once for everybody in it. An unknown room shows the list of rooms. */
    @View(value = ROOM, reads = Talk.PREFIX)
    ChatPage room(@Query("room") String path) {
        return page(Room.named(path));
    }

    @Connected(value = ROOM, refresh = ROOM)
    void comes(@Query("room") String path, Session session) {
        Room.named(path).ifPresent(room -> guests.comes(session, room));
    }

    @Disconnected(value = ROOM, refresh = ROOM)
    void goes(@Query("room") String path, Session session) {
        Room.named(path).ifPresent(room -> guests.goes(session, room));
    }

    /** Tells the page its visitor's id and name. */
    @Action(value = "chat/greet", refresh = "/")
    Reply greet(Session session) {
        return Reply.signal("me", People.id(session)).andSignal("name", People.name(session));
    }

    @Action(value = "chat/name", refresh = ROOM)
    Reply call(@Signal("name") String name, Session session) {
        return Reply.signal("name", People.call(session, name).name());
    }

    @Action(value = "chat/type", refresh = ROOM)
    void type(@Signal("room") String path, @Signal("name") Optional<String> name, Session session) {
        typists.types(People.of(session, name), known(path));
    }

    @Action(value = "chat/say", refresh = ROOM)
    void say(Said said, Session session) {
        Room room = known(said.room());
        Person author = People.of(session, said.name());
        Message message = Message.by(author, said.text(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        typists.stops(author, room);
        talk.say(room, message, said.token());
    }

    @Every(value = "1s", refresh = ROOM)
    boolean forgetTypists() {
        return typists.forget();
    }

    private ChatPage page(Optional<Room> open) {
        return new ChatPage(
                Arrays.stream(Room.values())
                        .map(room -> Door.to(room, here(room), Optional.of(room).equals(open)))
                        .toList(),
                open.map(this::inside));
    }

    private Inside inside(Room room) {
        return Inside.of(
                room,
                here(room),
                guests.in(room),
                talk.in(room).stream().map(Line::of).toList(),
                typists.in(room));
    }

    private int here(Room room) {
        return hub.watching(ROOM, room.path());
    }

    private static Room known(String path) {
        return Room.named(path).orElseThrow(() -> new BadInput("There is no room with that name."));
    }
}
