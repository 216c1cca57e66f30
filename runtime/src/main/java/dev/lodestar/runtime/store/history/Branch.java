package dev.lodestar.runtime.store.history;

import dev.lodestar.runtime.store.medium.Texts;
import java.util.function.BiConsumer;

/**
 * A branch, and where its values lie among the texts. Everything else that a store keeps lies under keys that start
 * with a dot, which no key of an application does.
 *
 * @param name the name of the branch
 */
public record Branch(String name) {
    /** The branch that every store has. */
    public static final Branch MAIN = new Branch("main");

    /** Returns what stored keys have in front of the application's keys: nothing, or a path that ends in a slash. */
    public String root() {
        return name.equals(MAIN.name) ? "" : ".branch/" + name + "/";
    }

    /** Returns the key under which the medium holds the text of an application's key. */
    public String stored(String key) {
        return root() + key;
    }

    /** Tells whether a stored key belongs to this branch. */
    public boolean holds(String stored) {
        return root().isEmpty() ? !stored.startsWith(".") : stored.startsWith(root());
    }

    /** Visits the texts under a prefix in key order, by the application's keys. */
    public void visit(Texts texts, String prefix, BiConsumer<String, String> visitor) {
        if (!prefix.isEmpty()) {
            String own = texts.get(stored(prefix));
            if (own != null) {
                visitor.accept(prefix, own);
            }
            visit(texts, stored(prefix) + "/", stored(prefix) + "0", visitor);
        } else if (root().isEmpty()) {
            // Skips the keys that start with a dot, the character before the slash.
            visit(texts, "", ".", visitor);
            visit(texts, "/", Texts.END, visitor);
        } else {
            visit(texts, root(), root().substring(0, root().length() - 1) + "0", visitor);
        }
    }

    private void visit(Texts texts, String from, String to, BiConsumer<String, String> visitor) {
        int rest = root().length();
        texts.range(from, to, (key, text) -> visitor.accept(key.substring(rest), text));
    }
}
