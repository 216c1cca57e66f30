package dev.lodestar.runtime.store;

import java.util.SortedMap;
import java.util.TreeMap;

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

    /** The texts under a prefix, by the application's keys. */
    SortedMap<String, String> under(Texts texts, String prefix) {
        SortedMap<String, String> found = new TreeMap<>();
        if (!prefix.isEmpty()) {
            String own = texts.get(stored(prefix));
            if (own != null) {
                found.put(prefix, own);
            }
            collect(texts, stored(prefix) + "/", stored(prefix) + "0", found);
        } else if (root().isEmpty()) {
            // Around the keys that start with a dot, which is the character before the slash.
            collect(texts, "", ".", found);
            collect(texts, "/", String.valueOf(Keys.LAST), found);
        } else {
            collect(texts, root(), root().substring(0, root().length() - 1) + "0", found);
        }
        return found;
    }

    private void collect(Texts texts, String from, String to, SortedMap<String, String> found) {
        texts.range(from, to, (key, text) -> found.put(key.substring(root().length()), text));
    }
}
