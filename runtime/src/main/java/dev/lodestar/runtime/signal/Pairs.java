package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import java.util.function.BiConsumer;

/** Names and values as in a query or a form: {@code a=b&c=d}. */
final class Pairs {
    private Pairs() {}

    /**
     * Reads them one after the other.
     *
     * @param text the pairs, one char for each byte
     * @param what the beginning of the error message
     * @throws BadInput if an escape is incomplete or the text is not UTF-8
     */
    static void read(String text, String what, BiConsumer<String, String> each) {
        for (int at = 0; at < text.length(); ) {
            int next = text.indexOf('&', at);
            int end = next < 0 ? text.length() : next;
            if (end > at) {
                String[] halves = text.substring(at, end).split("=", 2);
                each.accept(
                        PercentText.decode(halves[0], what),
                        halves.length == 1 ? "" : PercentText.decode(halves[1], what));
            }
            at = end + 1;
        }
    }
}
