package dev.lodestar.runtime.store;

import dev.lodestar.runtime.store.medium.Texts;
import dev.lodestar.store.Store;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Texts that a store keeps beside its values, such as sessions. They are as durable as values but belong to no commit,
 * so they are in no history and watchers do not hear of them. Safe for use by any thread.
 */
public final class SideTexts {
    private final Ledger ledger;
    private final String root;

    private SideTexts(Ledger ledger, String root) {
        this.ledger = ledger;
        this.root = root;
    }

    /**
     * Returns the side texts that a store keeps under a name.
     *
     * @return the texts, or empty if the store keeps nothing but commits
     */
    public static Optional<SideTexts> of(Store store, String name) {
        return store instanceof LedgerStore own && own.ledger().keepsSideTexts()
                ? Optional.of(new SideTexts(own.ledger(), "." + name + "/"))
                : Optional.empty();
    }

    /** Visits all texts in key order. */
    public void visit(BiConsumer<String, String> visitor) {
        ledger.read(texts -> {
            texts.range(root, root + Texts.END, (key, text) -> visitor.accept(key.substring(root.length()), text));
            return true;
        });
    }

    /**
     * Applies all changes or none, and returns when they are durable.
     *
     * @param changes returns the new text of each key, or empty to remove it. It is called by one thread at a time, in
     *     the order in which the changes take effect, and possibly more than once
     * @throws dev.lodestar.store.StoreException if the change could not be made durable
     */
    public void write(Supplier<SortedMap<String, Optional<String>>> changes) {
        ledger.arrange(all -> {
            SortedMap<String, Optional<String>> stored = new TreeMap<>();
            changes.get().forEach((key, text) -> stored.put(root + key, text));
            return stored;
        });
    }
}
