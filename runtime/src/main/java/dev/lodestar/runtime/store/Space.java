package dev.lodestar.runtime.store;

import java.util.function.BiConsumer;

/**
 * A part of the texts that is a whole state: the main branch, or another one. Everything else that a store keeps for
 * itself lies under keys that start with a dot, which no key of an application does.
 *
 * @param branch the name of the branch
 */
record Space(String branch) {
    static final Space MAIN = new Space("main");

    /** What stored keys have before the application's keys: nothing, or a path that ends in a slash. */
    String root() {
        return branch.equals(MAIN.branch) ? "" : ".branch/" + branch + "/";
    }

    /** The key under which the medium has the text of a key. */
    String stored(String key) {
        return root() + key;
    }

    /** Tells whether a stored key belongs to this space. */
    boolean holds(String stored) {
        return root().isEmpty() ? !stored.startsWith(".") : stored.startsWith(root());
    }

    /** Visits the texts under a prefix, by the application's keys, in their order. */
    void visit(Texts texts, String prefix, BiConsumer<String, String> visitor) {
        if (!prefix.isEmpty()) {
            String own = texts.get(stored(prefix));
            if (own != null) {
                visitor.accept(prefix, own);
            }
            visit(texts, stored(prefix) + "/", stored(prefix) + "0", visitor);
        } else if (root().isEmpty()) {
            // Around the keys that start with a dot, which is the character before the slash.
            visit(texts, "", ".", visitor);
            visit(texts, "/", String.valueOf(Keys.LAST), visitor);
        } else {
            visit(texts, root(), root().substring(0, root().length() - 1) + "0", visitor);
        }
    }

    private void visit(Texts texts, String from, String to, BiConsumer<String, String> visitor) {
        int rest = root().length();
        texts.range(from, to, (key, text) -> visitor.accept(key.substring(rest), text));
    }
}
