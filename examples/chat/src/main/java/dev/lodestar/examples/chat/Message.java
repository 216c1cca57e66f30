package dev.lodestar.examples.chat;

import dev.lodestar.BadInput;
import java.time.Instant;

/**
 * What somebody said, as the store keeps it.
 *
 * @param time when
 * @param author the id of who said it
 * @param name what they were called then
 * @param text what they said, as they typed it
 */
record Message(Instant time, String author, String name, String text) {
    static final int LONGEST = 2000;

    /** Takes what somebody typed, without the blank lines around it. */
    static Message by(Person author, String typed, Instant time) {
        String text = typed.replace("\r\n", "\n").stripTrailing().replaceFirst("^(\\h*\n)+", "");
        if (text.isBlank()) {
            throw new BadInput("A message needs a text.");
        }
        if (text.length() > LONGEST) {
            throw new BadInput("A message has at most " + LONGEST + " characters.");
        }
        return new Message(time, author.id(), author.name(), text);
    }
}
