package dev.lodestar.examples.chat;

import dev.lodestar.BadInput;
import java.time.Instant;

/**
 * A message as the store keeps it.
 *
 * @param time when it was sent
 * @param author the author's id
 * @param name the author's name at the time
 * @param text the text as typed
 */
record Message(Instant time, String author, String name, String text) {
    static final int LONGEST = 2000;

    /** Creates a message from what somebody typed, without blank lines around it. */
    static Message by(Person author, String typed, Instant time) {
        String text = typed.replace("\r\n", "\n").stripTrailing().replaceFirst("^(\\h*\n)+", "");
        if (text.isBlank()) {
            throw new BadInput("A message needs some text.");
        }
        if (text.length() > LONGEST) {
            throw new BadInput("A message has at most " + LONGEST + " characters.");
        }
        return new Message(time, author.id(), author.name(), text);
    }
}
