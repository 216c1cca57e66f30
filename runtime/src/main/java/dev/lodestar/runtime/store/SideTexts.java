package dev.lodestar.runtime.store;

import dev.lodestar.store.Store;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Texts that a store keeps beside its values: durable as these, but in no commit, so that nobody is told of them and no
 * history has them. Safe for use by any thread.
 */
public final class SideTexts {
    private final Ledger ledger;
    private final String root;

    private SideTexts(Ledger ledger, String root) {
        this.ledger = ledger;
        this.root = root;
    }

    /**
     * Those of a store under a name.
     *
     * @return them, or empty if the store keeps nothing but its commits
     */
    public static Optional<SideTexts> of(Store store, String name) {
        return store instanceof LedgerStore own && own.ledger().keepsSideTexts()
                ? Optional.of(new SideTexts(own.ledger(), "." + name + "/"))
                : Optional.empty();
    }

    /** Visits them, in the order of their keys. */
    public void visit(BiConsumer<String, String> visitor) {
        ledger.read(texts -> {
            texts.range(root, root + Keys.LAST, (key, text) -> visitor.accept(key.substring(root.length()), text));
            return true;
        });
    }

    /**
     * Changes some, all or none, and returns when that is durable.
     *
     * @param changes gives the new text of each key, or empty to remove it. It is called by one thread at a time, perhaps
     *     more than once, in the order in which the changes are made
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
