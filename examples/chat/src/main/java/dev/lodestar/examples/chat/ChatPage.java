package dev.lodestar.examples.chat;

import dev.lodestar.Template;
import dev.lodestar.store.Entry;
import java.util.List;
import java.util.Optional;

/**
 * What the page shows: the list of rooms, and the room you are in.
 *
 * @param rooms all rooms
 * @param open the room you are in, if any
 */
@Template("chat.mustache")
record ChatPage(List<Door> rooms, Optional<Inside> open) {
    /**
     * A room in the list.
     *
     * @param path its name in URLs
     * @param here how many people are in it
     * @param empty whether it is empty
     * @param current whether it is the room you are in
     */
    record Door(String path, String title, String topic, int here, boolean empty, boolean current) {
        static Door to(Room room, int here, boolean current) {
            return new Door(room.path(), room.title(), room.topic(), here, here == 0, current);
        }
    }

    /**
     * A room from the inside, the same for everybody in it.
     *
     * @param path its name in URLs
     * @param here how many people are in it
     * @param guests the people in it who have a name, sorted by name
     * @param lines the messages, oldest first
     * @param last the id of the last message; empty if the room has no messages
     * @param typing who is typing, which may include you
     */
    record Inside(
            String path,
            String title,
            String topic,
            int here,
            List<Person> guests,
            List<Line> lines,
            String last,
            List<Person> typing) {
        static Inside of(Room room, int here, List<Person> guests, List<Line> lines, List<Person> typing) {
            String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1).id();
            return new Inside(room.path(), room.title(), room.topic(), here, guests, lines, last, typing);
        }
    }

    /**
     * A message.
     *
     * @param id stable while the message is shown
     * @param time when it was sent, such as {@code 2026-01-31T12:00:00Z}
     * @param author the author's id
     * @param name the author's name at the time
     */
    record Line(String id, String time, String author, String name, String text) {
        static Line of(Entry<Message> said) {
            Message message = said.value();
            return new Line(said.name(), message.time().toString(), message.author(), message.name(), message.text());
        }
    }
}
