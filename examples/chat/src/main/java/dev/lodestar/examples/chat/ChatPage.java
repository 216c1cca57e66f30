package dev.lodestar.examples.chat;

import dev.lodestar.Template;
import dev.lodestar.store.Entry;
import java.util.List;
import java.util.Optional;

/**
 * What a page shows: the rooms, and the one that one is in.
 *
 * @param rooms all of them
 * @param open the room that one is in, if any
 */
@Template("chat.mustache")
record ChatPage(List<Door> rooms, Optional<Inside> open) {
    /**
     * The way to a room.
     *
     * @param path what it is called in URLs
     * @param here how many are in it
     * @param empty whether nobody is
     * @param current whether one is in it
     */
    record Door(String path, String title, String topic, int here, boolean empty, boolean current) {
        static Door to(Room room, int here, boolean current) {
            return new Door(room.path(), room.title(), room.topic(), here, here == 0, current);
        }
    }

    /**
     * A room, for everybody in it.
     *
     * @param path what it is called in URLs
     * @param here how many are in it
     * @param guests who is in it, by name
     * @param lines what was said, the oldest first
     * @param last the id of the last line, or an empty one
     * @param typing who is typing, oneself among them
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
     * @param id the same for as long as it is shown
     * @param time as in {@code 2026-01-31T12:00:00Z}
     * @param author the id of who said it
     * @param name what they were called then
     */
    record Line(String id, String time, String author, String name, String text) {
        static Line of(Entry<Message> said) {
            Message message = said.value();
            return new Line(said.name(), message.time().toString(), message.author(), message.name(), message.text());
        }
    }
}
