package dev.lodestar.examples.chat;

import dev.lodestar.BadInput;
import dev.lodestar.store.Entry;
import dev.lodestar.store.Store;
import dev.lodestar.store.Transaction;
import java.util.List;
import java.util.regex.Pattern;

/** The latest messages of each room. The keys are {@code messages/<room>/<number>-<token>}. */
final class Talk {
    static final String PREFIX = "messages";
    static final int KEPT = 200;
    private static final int DIGITS = 12;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{1,40}");

    private final Store store;

    Talk(Store store) {
        this.store = store;
    }

    /** The messages of a room, oldest first. */
    List<Entry<Message>> in(Room room) {
        return store.list(prefix(room), Message.class);
    }

    /**
     * Adds a message, and drops those that are too old to keep.
     *
     * @param token made up by the page, one for each message: browsers repeat a request when the network fails, and
     *     a token that is already stored gives the repetition away
     */
    void say(Room room, Message message, String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new BadInput("A message's token has 1 to 40 letters and digits.");
        }
        store.as(message.name()).commit("Say in the " + room.path(), tx -> add(tx, prefix(room), message, token));
    }

    private static void add(Transaction tx, String prefix, Message message, String token) {
        List<String> keys = tx.keys(prefix);
        if (keys.stream().anyMatch(key -> key.endsWith("-" + token))) {
            return;
        }
        long number = keys.isEmpty() ? 1 : number(keys.get(keys.size() - 1)) + 1;
        tx.set(prefix + "/" + ("%0" + DIGITS + "d").formatted(number) + "-" + token, message);
        keys.subList(0, Math.max(0, keys.size() + 1 - KEPT)).forEach(tx::remove);
    }

    private static String prefix(Room room) {
        return PREFIX + "/" + room.path();
    }

    private static long number(String key) {
        int start = key.lastIndexOf('/') + 1;
        return Long.parseLong(key, start, start + DIGITS, 10);
    }
}
